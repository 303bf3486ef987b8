"""What the package `httpx-sse` makes of the streams of a server: a line of JSON for each.

    python readers.py PROMPT '[{"name": NAME, "url": URL, "model": MODEL}, ...]'
"""

import json
import sys

import httpx
from httpx_sse import connect_sse


def main(_prompt, cases):
    for case in json.loads(cases):
        with httpx.Client() as client, connect_sse(client, "GET", case["url"]) as source:
            events = [[event.event, event.data, event.id] for event in source.iter_sse()]
        report = {"case": case["name"], "call": "httpx-sse", "events": events, "text": None, "error": None}
        print(json.dumps(report), flush=True)


main(*sys.argv[1:])
