/** Marks such as 〔沿用待更新〕 and 〔声明为秘密〕. */

import { line } from "./blocks";
import type { Block } from "./blocks";

/** One line with a mark for each word that is not empty; nothing without any. */
export function marked(words: readonly string[]): Block[] {
  const said = words.filter(Boolean).map((word) => `〔${word}〕`).join("");
  return said ? [line(said, "mark")] : [];
}
