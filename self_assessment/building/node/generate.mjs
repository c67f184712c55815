// From JSON Schemas: TypeScript types, and a validator that needs no eval at run time.
//
// Takes {types: {name: schema}, validator: schema} on stdin, gives {name: text} on stdout.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";

const request = JSON.parse(readFileSync(0, "utf8"));
const made = {};

for (const [name, schema] of Object.entries(request.types)) {
  made[name] = await compile(schema, name, {
    bannerComment: "/* Generated from the models in Python. Do not edit. */",
    additionalProperties: false,
    unreachableDefinitions: true,
    format: false,
  });
}

const ajv = new Ajv2020.default({
  code: { source: true, esm: true, lines: false },
  messages: false, // English ones, that nobody would read
  useDefaults: true, // what an earlier writer left out is filled in
  inlineRefs: false, // so that defaults are taken below anyOf too
  strict: true,
  allowUnionTypes: true,
});
// Where in the schema a rule stands is of no use to a reader of the form, and 20 KB long.
made["validate.js"] = standalone
  .default(ajv, ajv.compile(request.validator))
  .replace(/schemaPath:"[^"]*",/g, "");

process.stdout.write(JSON.stringify(made));
