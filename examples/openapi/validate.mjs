// Prints why the document on the standard input is not one of OpenAPI.
import { text } from "node:stream/consumers";
import { Validator } from "@seriousme/openapi-schema-validator";

const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(await text(process.stdin)));
console.log(validator.version);
if (!valid) {
  console.error(JSON.stringify(errors, null, 2));
  process.exitCode = 1;
}
