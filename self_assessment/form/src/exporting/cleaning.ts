/** Text as documents take it. */

/** What XML 1.0 refuses: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const REFUSED = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** A text without what XML refuses; every kind of line break is `\n`. */
export function clean(text: string): string {
  return text.replace(BREAKS, "\n").replace(REFUSED, "");
}

/** The paragraphs of a text, without the blanks that people indent them by and without empty ones. */
export function paragraphs(text: string): string[] {
  return clean(text)
    .split("\n")
    .map((line) => line.replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, ""))
    .filter((line) => line !== "");
}
