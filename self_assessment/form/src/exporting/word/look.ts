/**
 * How the report looks in Word: page, fonts, styles. Lengths are twentieths of a point (twips)
 * unless said otherwise, sizes of type half points.
 *
 * Fonts are named outright, never by theme: WPS resolves theme fonts to others than Word does.
 */

import { AlignmentType, BorderStyle } from "docx";
import type { IParagraphStylePropertiesOptions, ISpacingProperties, IStylesOptions } from "docx";

/** A4, with the text as wide as official documents have it (156 mm). */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, bottom: 1304, left: 1588, right: 1474, header: 794, footer: 737 },
};
export const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
export const HEIGHT = PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom;

/** Text: 宋体 with Times New Roman. `hint` makes “ ” … — Chinese signs. */
export const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "宋体", hint: "eastAsia" };
/** Headings: 黑体. */
export const HEI = { ...SONG, eastAsia: "黑体" };

/** 小四, 五号, 小五, 六号 … in half points. */
export const SIZE = { body: 24, cell: 21, small: 18, tiny: 15, h1: 32, h2: 28, h3: 24, h4: 24, title: 72 };
/** One and a half lines, in 240ths of a line. */
export const LINE = 360;
export const CELL = 264;
/** Space above and below the text of a cell. */
export const PAD = 30;

export const INK = "000000";
export const SOFT = "595149";
export const RULE = "8C8378";
export const SHADE = "F1ECE4";

export const BORDER = { style: BorderStyle.SINGLE, size: 4, color: RULE };
export const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SONG, size: SIZE.body, sizeComplexScript: SIZE.body, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: spacing({ line: LINE, before: 0, after: 0 }) },
    },
    heading1: title("Heading1", SIZE.h1, 240, 160),
    heading2: title("Heading2", SIZE.h2, 200, 100),
    heading3: title("Heading3", SIZE.h3, 180, 80),
    heading4: title("Heading4", SIZE.h4, 120, 40),
  },
  paragraphStyles: [
    style("ReportText", "报告正文", { indent: { firstLine: 480, firstLineChars: 200 }, alignment: AlignmentType.BOTH }),
    style("ReportPoint", "报告条目", { indent: { left: 600, hanging: 600 }, alignment: AlignmentType.BOTH }),
    style("ReportLabel", "报告小标题", { keepNext: true, spacing: { before: 80, line: LINE } }, { font: HEI }),
    style("ReportFacts", "报告得分行", { keepNext: true, spacing: { after: 60, line: LINE } }, { font: HEI, color: SOFT, size: SIZE.cell }),
    style("ReportMark", "报告标注", { spacing: { line: LINE } }, { color: SOFT }),
    style("ReportNote", "报告说明", { spacing: { before: 60, after: 60, line: 300 } }, { size: SIZE.small, color: SOFT }),
    style("ReportCaption", "报告表题", { keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80, line: 300 } }, { font: HEI, size: SIZE.cell }),
    style("ReportCell", "报告表格", { spacing: { line: CELL } }, { size: SIZE.cell }),
    style("ReportCellHead", "报告表头", { keepNext: true, spacing: { line: CELL }, alignment: AlignmentType.CENTER }, { font: HEI, size: SIZE.cell }),
    style("ReportFigure", "报告图", { alignment: AlignmentType.CENTER, spacing: { before: 100, after: 60, line: 240 } }),
    style("TOCHeading", "报告目录标题", { alignment: AlignmentType.CENTER, spacing: { after: 200, line: LINE } }, { font: HEI, size: SIZE.h1 }),
    contents(1, 0, { font: HEI }),
    contents(2, 240),
    contents(3, 480),
  ],
};

function title(id: string, size: number, before: number, after: number): object {
  return {
    id,
    run: { font: HEI, size, sizeComplexScript: size, bold: false, color: INK },
    paragraph: { keepNext: true, keepLines: true, spacing: spacing({ before, after, line: 320 }) },
  };
}

/** Lines as multiples, said outright: without the rule LibreOffice takes the height as fixed. */
export function spacing(space: { before?: number; after?: number; line?: number }): ISpacingProperties {
  return { ...space, lineRule: "auto" };
}

function style(id: string, name: string, paragraph: IParagraphStylePropertiesOptions, run: object = {}): { id: string; name: string } {
  const set = { ...paragraph, spacing: spacing({ line: LINE, ...(paragraph.spacing as object) }) };
  return { id, name, basedOn: "Normal", quickFormat: true, paragraph: set, run } as { id: string; name: string };
}

function contents(level: number, left: number, run: object = {}): { id: string; name: string } {
  return style(`TOC${level}`, `toc ${level}`, { indent: { left }, spacing: { line: 320 } }, run);
}
