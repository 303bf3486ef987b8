// What the packages `eventsource` and `eventsource-parser` make of the streams of a server: a line of JSON for each.
//   node readers.cjs PROMPT '[{"name": NAME, "url": URL, "model": MODEL}, …]'
const { EventSource } = require("eventsource");
const { createParser } = require("eventsource-parser");

const readers = {
  eventsource: (url) =>
    new Promise((resolve, reject) => {
      const events = [];
      const source = new EventSource(url);
      source.onerror = (event) => reject(new Error(event.message));
      for (const name of ["message", "ping", "note", "done"]) {
        source.addEventListener(name, ({ type, data, lastEventId }) => {
          events.push([type, data, lastEventId]);
          if (type !== "done") return;
          source.close();
          resolve(events);
        });
      }
    }),
  // It leaves the last event ID to its user.
  "eventsource-parser": async (url) => {
    const events = [];
    const parser = createParser({ onEvent: ({ event, data }) => events.push([event ?? "message", data]) });
    parser.feed(await (await fetch(url)).text());
    return events;
  },
};

const main = async (cases) => {
  for (const { name, url } of cases) {
    for (const [call, read] of Object.entries(readers)) {
      console.log(JSON.stringify({ case: name, call, events: await read(url), text: null, error: null }));
    }
  }
};

main(JSON.parse(process.argv[3]));
