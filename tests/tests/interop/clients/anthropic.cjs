// What the package `@anthropic-ai/sdk` makes of the streams of a server: a line of JSON for each call.
//   node anthropic.cjs PROMPT '[{"name": NAME, "url": BASE URL, "model": MODEL}, …]'
const { Anthropic } = require("@anthropic-ai/sdk");
const report = require("./report.cjs");

const calls = (client, prompt, model) => {
  const message = { model, max_tokens: 1024, messages: [{ role: "user", content: prompt }] };
  return {
    "messages.create": async (events) => {
      let text = "";
      for await (const event of await client.messages.create({ ...message, stream: true })) {
        events.push(event);
        if (event.type === "content_block_delta") text += event.delta.text;
      }
      return text;
    },
    "messages.stream": async (events) => {
      const stream = client.messages.stream(message);
      // A copy: the helper makes the message of the first event grow.
      stream.on("streamEvent", (event) => events.push(structuredClone(event)));
      return await stream.finalText();
    },
  };
};

report(Anthropic, calls);
