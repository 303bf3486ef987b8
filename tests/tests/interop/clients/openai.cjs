// What the package `openai` makes of the streams of a server: a line of JSON for each call.
//   node openai.cjs PROMPT '[{"name": NAME, "url": BASE URL, "model": MODEL}, …]'
const { OpenAI } = require("openai");
const report = require("./report.cjs");

const calls = (client, prompt, model) => {
  const response = { model, input: prompt };
  const completion = { model, messages: [{ role: "user", content: prompt }] };
  return {
    "responses.create": async (events) => {
      let text = "";
      for await (const event of await client.responses.create({ ...response, stream: true })) {
        events.push(event);
        if (event.type === "response.output_text.delta") text += event.delta;
      }
      return text;
    },
    "responses.stream": async (events) => {
      const stream = client.responses.stream(response);
      for await (const event of stream) events.push(event);
      return (await stream.finalResponse()).output_text;
    },
    "chat.completions.create": async (events) => {
      let text = "";
      for await (const chunk of await client.chat.completions.create({ ...completion, stream: true })) {
        events.push(chunk);
        text += chunk.choices?.[0]?.delta.content ?? "";
      }
      return text;
    },
    "chat.completions.stream": async (events) => {
      const stream = client.chat.completions.stream(completion);
      for await (const chunk of stream) events.push(chunk);
      return (await stream.finalChatCompletion()).choices[0].message.content;
    },
  };
};

report(OpenAI, calls);
