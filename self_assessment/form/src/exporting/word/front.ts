/** The first pages in Word: cover, contents, commitment. */

import {
  AlignmentType, InternalHyperlink, LeaderType, PageReference, Paragraph, Tab, Table, TableCell, TableLayoutType,
  TableOfContents, TableRow, TabStopType, TextRun, VerticalAlign, WidthType,
} from "docx";
import type { FileChild, ISpacingProperties } from "docx";

import { clean } from "../cleaning";
import type { Cover, Pledge } from "../report/blocks";
import { BORDER, HEI, NONE, SIZE, SOFT, WIDTH, spacing } from "./look";
import { linesOf } from "./measuring";
import { widths } from "./tables";
import { paragraph, runs } from "./text";

const CENTRE = { alignment: AlignmentType.CENTER };
/** Where the seal goes. It is printed pale, so that a seal over it stays readable. */
export const SEAL = "〔盖章处〕";
const PALE = "9A9186";

export function coverPage(cover: Cover): FileChild[] {
  const long = [...cover.organisation].length > 24;
  const loose = slack(cover);
  const gap = (before: number, after = 0): ISpacingProperties =>
    spacing({ before: Math.round(before * loose), after: Math.round(after * loose), line: 360 });
  return [
    paragraph(cover.demo ? "演示样稿，内容均为虚构" : "", "Normal", CENTRE, { color: SOFT, size: SIZE.cell }),
    paragraph(cover.award, "Normal", { ...CENTRE, spacing: gap(1500) }, { font: HEI, size: 36 }),
    paragraph([...cover.title].join(" "), "Normal", { ...CENTRE, spacing: gap(360) }, { font: HEI, size: SIZE.title }),
    paragraph(`（${cover.year}）`, "Normal", { ...CENTRE, spacing: gap(240, 1100) }, { size: 32 }),
    factsOf(cover),
    ...cover.marks.map((mark) => paragraph(`〔${mark}〕`, "Normal", { ...CENTRE, spacing: spacing({ before: 240, line: 300 }) }, { color: SOFT, size: SIZE.cell })),
    paragraph(cover.organisation || "　", "Normal", { ...CENTRE, spacing: gap(900) }, { size: long ? 26 : 32, font: HEI }),
    paragraph(SEAL, "Normal", { ...CENTRE, spacing: spacing({ before: 200, line: 360 }) }, { color: PALE }),
    paragraph(cover.date, "Normal", { ...CENTRE, spacing: spacing({ before: 200, line: 360 }) }, { size: 28 }),
  ];
}

/** How much of its space the cover can afford, so that it stays one page: 1 where texts are short. */
function slack({ organisation, award, facts, marks }: Cover): number {
  const more = (text: string, size: number, width: number): number => linesOf(text, size, width).reduce((sum, count) => sum + count, -1);
  const extra =
    more(award, 18, WIDTH / 20) * 1.5 + more(organisation, 16, WIDTH / 20) * 1.5 +
    facts.reduce((sum, { value }) => sum + more(value, 13, WIDTH / 20 * 0.56), 0) +
    marks.reduce((sum, mark) => sum + 1.6 + more(mark, 10.5, WIDTH / 20), 0);
  return Math.max(0.1, 1 - 0.14 * extra);
}

/** The facts of the cover: a name, and its value on a line. */
function factsOf(cover: Cover): Table {
  const whole = Math.round(WIDTH * 0.86);
  const grid = widths([{ share: 32 }, { share: 68 }], whole);
  const rule = { ...BORDER, color: "000000" };
  const bare = { top: NONE, bottom: NONE, left: NONE, right: NONE };
  return new Table({
    alignment: AlignmentType.CENTER,
    columnWidths: grid,
    width: { size: whole, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...bare, insideHorizontal: NONE, insideVertical: NONE },
    rows: cover.facts.map(({ label, value }) =>
      new TableRow({
        cantSplit: true,
        children: [label, value].map((text, place) =>
          new TableCell({
            width: { size: grid[place] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.BOTTOM,
            margins: { top: 100, bottom: 30, left: 60, right: 60 },
            borders: place ? { ...bare, bottom: rule } : bare,
            children: [paragraph(text, "Normal", { spacing: spacing({ line: 300 }), ...(place ? CENTRE : { alignment: AlignmentType.END }) }, place ? { size: 26 } : { font: HEI, size: 26 })],
          })),
      })),
  });
}

/** An entry of the contents. */
export interface Entry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly bookmark: string;
}

/**
 * The contents as a field that is already filled in, page numbers too, as estimated (`pages.ts`).
 *
 * Word is not asked to update fields on opening: it would meet every reader with a question about
 * “other files” (and not even ask in protected view). The last line says that the numbers are an
 * estimate and how to make them exact; it is part of the field, so updating it takes the line away.
 */
export function contentsPage(entries: readonly Entry[]): FileChild[] {
  const lines = entries.map(({ level, text, bookmark }) =>
    new Paragraph({
      style: `TOC${level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: WIDTH, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({
          anchor: bookmark,
          children: [new TextRun({ children: [clean(text).replace(/\n/g, " "), new Tab(), new PageReference(bookmark)] })],
        }),
      ],
    }));
  const note = paragraph("页码为导出时的估计。在目录上点右键选“更新域”，即按实际排版更新，本行随之消失。", "ReportNote");
  return [
    paragraph("目　录", "TOCHeading", { pageBreakBefore: true }),
    new TableOfContents("目录", { hyperlink: true, headingStyleRange: "1-3", beginDirty: false, contentChildren: [...lines, note] }),
  ];
}

export function commitmentPage(pledge: Pledge): FileChild[] {
  const left = { indent: { left: Math.round(WIDTH * 0.36) }, keepNext: true };
  return [
    paragraph("承　诺　书", "TOCHeading", { pageBreakBefore: true, spacing: spacing({ before: 600, after: 500, line: 360 }) }),
    ...pledge.paragraphs.map((text) => paragraph(text, "ReportText", { spacing: spacing({ line: 420, after: 120 }) })),
    ...(pledge.mark ? [paragraph(pledge.mark, "ReportMark", { spacing: spacing({ before: 200, line: 360 }) })] : []),
    paragraph(`组织名称：${pledge.organisation}`, "Normal", { ...left, spacing: spacing({ before: 1400, line: 420 }) }),
    paragraph(SEAL, "Normal", { ...left, spacing: spacing({ before: 240, after: 240, line: 420 }) }, { color: PALE }),
    new Paragraph({
      style: "Normal",
      ...left,
      spacing: spacing({ line: 480 }),
      children: [...runs(`法定代表人：${pledge.representative}`), new TextRun({ children: ["　签字：", "＿＿＿＿＿＿＿＿"] })],
    }),
    paragraph(`日期：${pledge.date}`, "Normal", { indent: left.indent, spacing: spacing({ before: 120, line: 480 }) }),
  ];
}
