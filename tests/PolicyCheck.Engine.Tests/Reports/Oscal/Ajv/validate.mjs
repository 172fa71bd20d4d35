// Validates documents by a schema, read as strictly as it can be: node validate.mjs SCHEMA DOCUMENT…
// Writes a line of JSON for each document: the list of its problems.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));

// NIST gives each definition the address at which it stands anyway, which draft 07 has no such form for.
for (const definition of Object.values(schema.definitions)) {
  delete definition.$id;
}

const ajv = new Ajv.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, unicodeRegExp: true, validateFormats: true });
addFormats.default(ajv, { mode: "full" });
const validate = ajv.compile(schema);
for (const path of process.argv.slice(3)) {
  validate(JSON.parse(readFileSync(path, "utf8")));
  console.log(JSON.stringify((validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`)));
}
