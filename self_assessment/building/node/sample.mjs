// The report of a filing as static HTML, by the same component that prints it in the form.
//
// A request is one of bundling.mjs for node, without an entry, and has the `filing`; the answer has
// {body, style}.
import { readFileSync } from "node:fs";
import { bundle, done } from "./bundling.mjs";

const ENTRY = `
import { render } from "preact-render-to-string";
import { Report } from "./self_assessment/form/src/exporting/print";
import { criteria } from "./self_assessment/form/src/made";

export const body = (filing) =>
  render(<Report filing={filing} criteria={criteria} secrets="keep" />);
`;

await done(async () => {
  const { filing, ...request } = JSON.parse(readFileSync(0, "utf8"));
  const { script, style } = await bundle({ ...request, contents: ENTRY });
  const made = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
  return { body: made.body(filing), style };
});
