/** How many lines a text takes in Word, in 宋体 or 黑体 with Times New Roman. Lengths in points. */

import { paragraphs } from "../cleaning";

/** The height of a single line of 宋体 and 黑体, in sizes of their type. */
export const SINGLE = 1.297;

/** May stand beyond the end of a line rather than begin the next. */
const HANGS = /[，。、；：？！）】》〉」』”’…·％%,.;:?!)\]}]/;

/** The width of a sign, in sizes of its type. */
function wide(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || (code >= 0x2013 && code <= 0x2026)) return 1;
  if (/[A-Z&%@]/.test(sign)) return 0.7;
  if (/[a-z]/.test(sign)) return 0.45;
  if (/[0-9$#*+=<>_-]/.test(sign)) return 0.5;
  return 0.3;
}

/** Whether a line may break after any such sign: a Latin word holds together. */
function square(sign: string): boolean {
  return (sign.codePointAt(0) ?? 0) >= 0x2e80;
}

/** The lines of one paragraph of `size` in `width`; its first line is shorter by `indent`. */
export function lines(text: string, size: number, width: number, indent = 0): number {
  let count = 1;
  let at = indent;
  let word = 0;
  let before = "";
  for (const sign of text) {
    const length = wide(sign) * size;
    const gap = before && square(before) !== square(sign) && /[\p{L}\p{N}]/u.test(before + sign) && sign !== " " && before !== " " ? size / 4 : 0;
    word = square(sign) || sign === " " ? 0 : word + length;
    at += length + gap;
    if (at > width + 0.01 && !HANGS.test(sign) && sign !== " ") {
      count += 1;
      at = word > 0 && word < width ? word : length;
    }
    before = sign;
  }
  return count;
}

/** The lines of every paragraph of a text; one for a text without any. */
export function linesOf(text: string, size: number, width: number, indent = 0): number[] {
  const parts = paragraphs(text);
  return (parts.length ? parts : [""]).map((part) => lines(part, size, width, indent));
}
