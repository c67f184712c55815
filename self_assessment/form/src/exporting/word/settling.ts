/**
 * The same bytes for the same report: dates of the file and of its parts are those of the export,
 * and names that the library draws by lot are counted instead.
 */

import { rezipped } from "../zip";

/** `at` is a moment with its offset, as filings hold them. */
export function settled(docx: Uint8Array, at: string): Uint8Array {
  const stamp = new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
  return rezipped(docx, {
    "docProps/core.xml": (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`),
    "word/document.xml": counted,
  });
}

/** The library counts bookmarks and drawings on from one file to the next: here each begins at 1. */
function counted(xml: string): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return xml
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g, (_, before: string, id: string) => {
      if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
      return `${before}${bookmarks.get(id)}`;
    })
    .replace(/(<wp:docPr\b[^>]*?\bid=")\d+/g, (_, before: string) => `${before}${(drawings += 1)}`);
}
