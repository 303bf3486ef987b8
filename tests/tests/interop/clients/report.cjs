// Makes each of the calls for each case of the command line, and prints what came of it: a line of JSON.
module.exports = async (Client, calls) => {
  const [prompt, cases] = process.argv.slice(2);
  for (const { name, url, model } of JSON.parse(cases)) {
    const client = new Client({ baseURL: url, apiKey: "any", maxRetries: 0, logLevel: "off" });
    for (const [call, run] of Object.entries(calls(client, prompt, model))) {
      const report = { case: name, call, events: [], text: null, error: null };
      try {
        report.text = await run(report.events);
      } catch (error) {
        report.error = `${error.constructor.name}: ${error.message}`;
      }
      console.log(JSON.stringify(report));
    }
  }
};
