/** The blocks of a report as paragraphs, tables and pictures of Word. */

import { Bookmark, HeadingLevel, ImageRun, Paragraph } from "docx";
import type { FileChild } from "docx";

import type { Drawing } from "../../charts/drawing";
import { clean, paragraphs } from "../cleaning";
import type { Block } from "../report/blocks";
import { SOFT } from "./look";
import { factsTable, tableOf } from "./tables";
import { paragraph, runs, written } from "./text";

/** Makes a PNG of a drawing. */
export type Draw = (drawing: Drawing) => Promise<Uint8Array>;

/** Pictures by their drawings: null where none could be made. */
export type Pictures = ReadonlyMap<Drawing, Uint8Array | null>;

const LEVELS = {
  1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4,
} as const;
const LOOKS = { label: "ReportLabel", facts: "ReportFacts", mark: "ReportMark", note: "ReportNote" } as const;
/** Widths of pictures in pixels at 96 to the inch: the text is 589 wide. */
export const WIDE = 560;
export const HALF = 286;

/** Every picture that a report needs, one after the other: they share one canvas's memory. */
export async function pictures(
  blocks: readonly Block[], draw: Draw, progress: (made: number, of: number) => void = () => undefined,
): Promise<Pictures> {
  const made = new Map<Drawing, Uint8Array | null>();
  const drawings = blocks.flatMap((block) => (block.block === "charts" ? block.drawings : []));
  for (const drawing of drawings) {
    made.set(drawing, await draw(drawing).catch(() => null));
    progress(made.size, drawings.length);
  }
  return made;
}

export function body(blocks: readonly Block[], bookmarks: ReadonlyMap<string, string>, made: Pictures): FileChild[] {
  let fresh = false;
  return blocks.flatMap((block): FileChild[] => {
    const pageBreakBefore = fresh;
    fresh = block.block === "sheet";
    switch (block.block) {
      case "sheet":
        return [];
      case "heading": {
        const bookmark = bookmarks.get(block.anchor);
        const text = runs(block.text);
        const children = bookmark ? [new Bookmark({ id: bookmark, children: text })] : text;
        return [new Paragraph({ heading: LEVELS[block.level], pageBreakBefore, children })];
      }
      case "text":
        return written(block.text, "ReportText");
      case "line":
        return [paragraph(block.text, LOOKS[block.look])];
      case "list":
        return block.items.flatMap((item, place) => {
          const [first = "", ...rest] = paragraphs(item);
          return [
            paragraph(`（${place + 1}）${first}`, "ReportPoint"),
            ...rest.map((text) => paragraph(text, "ReportPoint", { indent: { left: 600, hanging: 0 } })),
          ];
        });
      case "facts":
        return [factsTable(block.facts)];
      case "table":
        return [...(block.table.caption ? [paragraph(block.table.caption, "ReportCaption")] : []), tableOf(block.table)];
      case "charts":
        return charts(block.drawings, block.wide, made);
    }
  });
}

function charts(drawings: readonly Drawing[], wide: boolean, made: Pictures): FileChild[] {
  const each = wide ? 1 : 2;
  const lines: FileChild[] = [];
  for (let at = 0; at < drawings.length; at += each) {
    const few = drawings.slice(at, at + each);
    const shown = few.flatMap((drawing) => {
      const data = made.get(drawing);
      return data ? [image(drawing, data, wide)] : [];
    });
    if (shown.length) lines.push(new Paragraph({ style: "ReportFigure", children: shown }));
    if (shown.length < few.length) lines.push(paragraph("〔图未能生成，数据见表〕", "ReportNote", {}, { color: SOFT }));
  }
  return lines;
}

/** The size of a drawing in Word, in pixels. */
export function sized(drawing: Drawing, wide: boolean): { width: number; height: number } {
  const width = wide ? Math.min(WIDE, drawing.kind === "radar" ? 480 : WIDE) : HALF;
  return { width, height: Math.round((width * drawing.height) / drawing.width) };
}

function image(drawing: Drawing, data: Uint8Array, wide: boolean): ImageRun {
  const title = clean(drawing.title).replace(/\n/g, " ");
  return new ImageRun({
    type: "png",
    data,
    transformation: sized(drawing, wide),
    altText: { name: "图", title, description: clean(drawing.says).replace(/\n/g, " ") },
  });
}
