/** Zip files with the same bytes for the same contents: Word and Excel files are such. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** Dates in zip files are local times without an offset; one day serves all. */
const ZIPPED = new Date(2000, 0, 1);

/** A zip written anew with one date for all parts, the list of types first, some texts changed. */
export function rezipped(
  zip: Uint8Array, changes: Readonly<Record<string, (text: string) => string>> = {},
): Uint8Array {
  const first = "[Content_Types].xml";
  const found = unzipSync(zip);
  const paths = Object.keys(found).sort((a, b) => Number(b === first) - Number(a === first));
  const parts: Zippable = {};
  for (const path of paths) {
    const change = changes[path];
    const data = found[path] ?? new Uint8Array();
    const level = path.endsWith(".png") ? 0 : 6;
    parts[path] = [change ? strToU8(change(strFromU8(data))) : data, { mtime: ZIPPED, level }];
  }
  return zipSync(parts);
}
