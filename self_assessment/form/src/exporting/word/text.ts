/** Texts as runs and paragraphs of Word: line breaks and tabs said outright, nothing XML refuses. */

import { Paragraph, Tab, TextRun } from "docx";
import type { IParagraphOptions, IRunOptions } from "docx";

import { clean, paragraphs } from "../cleaning";

/** A text as runs; a line break within it is a break of the line, not of the paragraph. */
export function runs(text: string, look: IRunOptions = {}): TextRun[] {
  return clean(text).split("\n").map((line, place) => {
    const parts = line.split("\t").flatMap((part, at) => (at ? [new Tab(), part] : [part]));
    return new TextRun({ ...look, children: parts, ...(place ? { break: 1 } : {}) });
  });
}

/** One paragraph in a style of `look.ts`. */
export function paragraph(text: string, style: string, more: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph {
  return new Paragraph({ style, ...more, children: runs(text, look) });
}

/** Every paragraph of a text in one style; one empty paragraph for a text without any. */
export function written(text: string, style: string, more: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph[] {
  const parts = paragraphs(text);
  return (parts.length ? parts : [""]).map((part) => paragraph(part, style, more, look));
}
