// The form's script and styles. See bundling.mjs for what goes in and comes out.
import { readFileSync } from "node:fs";
import { bundle, done } from "./bundling.mjs";

await done(() => bundle(JSON.parse(readFileSync(0, "utf8"))));
