"""What the package `anthropic` makes of the streams of a server: a line of JSON for each call.

    python anthropic.py PROMPT '[{"name": NAME, "url": BASE URL, "model": MODEL}, ...]'
"""

import json
import sys

# Not this file, which has the package's name.
sys.path.pop(0)
from anthropic import Anthropic  # noqa: E402


def create(client, message, events):
    text = ""
    for event in client.messages.create(**message, stream=True):
        events.append(event.to_dict(mode="json", warnings=False))
        if event.type == "content_block_delta":
            text += event.delta.text
    return text


def stream(client, message, events):
    with client.messages.stream(**message) as stream:
        for event in stream:
            # The helper's own, which it derives from the deltas.
            if event.type != "text":
                events.append(event.to_dict(mode="json", warnings=False))
        return stream.get_final_text()


CALLS = {"messages.create": create, "messages.stream": stream}


def main(prompt, cases):
    for case in json.loads(cases):
        client = Anthropic(base_url=case["url"], api_key="any", max_retries=0)
        messages = [{"role": "user", "content": prompt}]
        message = {"model": case["model"], "max_tokens": 1024, "messages": messages}
        for call, run in CALLS.items():
            report = {"case": case["name"], "call": call, "events": [], "text": None, "error": None}
            try:
                report["text"] = run(client, message, report["events"])
            except Exception as error:
                report["error"] = f"{type(error).__name__}: {error}"
            print(json.dumps(report), flush=True)


main(*sys.argv[1:])
