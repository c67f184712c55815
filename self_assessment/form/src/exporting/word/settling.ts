/**
 * The same bytes for the same report: dates of the file and of its parts are those of the export,
 * and names that the library draws by lot are counted instead.
 */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** Dates in zip files are local times without an offset; one day serves all. */
const ZIPPED = new Date(2000, 0, 1);

/** `at` is a moment with its offset, as filings hold them. */
export function settled(docx: Uint8Array, at: string): Uint8Array {
  const stamp = new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
  const parts: Zippable = {};
  for (const [path, data] of Object.entries(unzipSync(docx))) {
    if (path === "docProps/core.xml") {
      const xml = strFromU8(data).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`);
      parts[path] = [strToU8(xml), { mtime: ZIPPED }];
    } else parts[path] = [data, { mtime: ZIPPED, level: path.endsWith(".png") ? 0 : 6 }];
  }
  return zipSync(parts);
}
