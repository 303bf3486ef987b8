"""What the package `openai` makes of the streams of a server: a line of JSON for each call.

    python openai.py PROMPT '[{"name": NAME, "url": BASE URL, "model": MODEL}, ...]'
"""

import json
import sys

# Not this file, which has the package's name.
sys.path.pop(0)
from openai import OpenAI  # noqa: E402


def responses_create(client, prompt, model, events):
    text = ""
    for event in client.responses.create(model=model, input=prompt, stream=True):
        events.append(event.to_dict(mode="json", warnings=False))
        if event.type == "response.output_text.delta":
            text += event.delta
    return text


def responses_stream(client, prompt, model, events):
    with client.responses.stream(model=model, input=prompt) as stream:
        for event in stream:
            events.append(event.to_dict(mode="json", warnings=False))
        return stream.get_final_response().output_text


def chat_create(client, prompt, model, events):
    text = ""
    messages = [{"role": "user", "content": prompt}]
    for chunk in client.chat.completions.create(model=model, messages=messages, stream=True):
        events.append(chunk.to_dict(mode="json", warnings=False))
        if chunk.choices:
            text += chunk.choices[0].delta.content or ""
    return text


def chat_stream(client, prompt, model, events):
    messages = [{"role": "user", "content": prompt}]
    with client.chat.completions.stream(model=model, messages=messages) as stream:
        for event in stream:
            # The others are the helper's own, which it derives from the chunks.
            if event.type == "chunk":
                events.append(event.chunk.to_dict(mode="json", warnings=False))
        return stream.get_final_completion().choices[0].message.content


CALLS = {
    "responses.create": responses_create,
    "responses.stream": responses_stream,
    "chat.completions.create": chat_create,
    "chat.completions.stream": chat_stream,
}


def main(prompt, cases):
    for case in json.loads(cases):
        client = OpenAI(base_url=case["url"], api_key="any", max_retries=0)
        for call, run in CALLS.items():
            report = {"case": case["name"], "call": call, "events": [], "text": None, "error": None}
            try:
                report["text"] = run(client, prompt, case["model"], report["events"])
            except Exception as error:
                report["error"] = f"{type(error).__name__}: {error}"
            print(json.dumps(report), flush=True)


main(*sys.argv[1:])
