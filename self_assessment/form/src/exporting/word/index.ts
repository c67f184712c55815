/**
 * The 《自评报告》 as a Word file (.docx), to be signed and sealed.
 *
 * 1. `look.ts`: page, fonts, styles. 2. `text.ts`, `tables.ts`: what they are set with.
 * 3. `front.ts`: cover, contents, commitment. 4. `body.ts`: the blocks of the report.
 * 5. `pages.ts`: on which page a heading will be. 6. `settling.ts`: the same bytes every time.
 */

import { AlignmentType, BorderStyle, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";

import { picture } from "../../charts/picture";
import { moment } from "../../filing/moments";
import { settings } from "../../made";
import type { CriteriaSet, Filing } from "../../made";
import { clean } from "../cleaning";
import type { Block, Report } from "../report/blocks";
import { reportOf } from "../report/report";
import type { Secrets } from "../secrets";
import { body, pictures } from "./body";
import type { Draw } from "./body";
import { commitmentPage, contentsPage, coverPage } from "./front";
import type { Entry } from "./front";
import { PAGE, RULE, SIZE, SOFT, STYLES, spacing } from "./look";
import { estimated } from "./pages";
import { settled } from "./settling";
import { runs } from "./text";

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * `at`: the moment of the export, now if it is not said. `draw` makes the pictures, by a canvas;
 * they take most of the time, and `progress` is told how many of them are made.
 */
export interface WordOptions {
  readonly secrets: Secrets;
  readonly at?: string;
  readonly draw?: Draw;
  readonly progress?: (made: number, of: number) => void;
}

/** The report as .docx. The same filing at the same moment gives the same bytes. */
export async function wordFile(filing: Filing, criteria: CriteriaSet, options: WordOptions): Promise<Blob> {
  const report = reportOf(filing, criteria, settings, options.secrets);
  const made = await pictures(report.blocks, options.draw ?? picture, options.progress);
  const { entries, bookmarks } = contentsOf(report.blocks);
  const pages = estimated(report, entries);
  const name = `${clean(filing.organisation.name).replace(/\n/g, " ")} ${filing.year} 年度自评报告`.trim();
  const file = new Document({
    title: name,
    creator: clean(filing.organisation.name),
    lastModifiedBy: clean(filing.organisation.name),
    styles: STYLES,
    features: { updateFields: false },
    pageNumbers: () => pages,
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: header(name), first: new Header({ children: [new Paragraph("")] }) },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph("")] }) },
        children: [
          ...coverPage(report.cover),
          ...contentsPage(entries),
          ...commitmentPage(report.commitment),
          ...body(report.blocks, bookmarks, made),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return new Blob([settled(bytes, options.at ?? moment()) as BlobPart], { type: WORD });
}

/** The entries of the contents, and the bookmark of each heading by its anchor. */
function contentsOf(blocks: readonly Block[]): { entries: Entry[]; bookmarks: Map<string, string> } {
  const bookmarks = new Map<string, string>();
  const entries = blocks.flatMap((block): Entry[] => {
    if (block.block !== "heading" || block.level === 4) return [];
    const bookmark = `_Toc${String(100000001 + bookmarks.size)}`;
    bookmarks.set(block.anchor, bookmark);
    return [{ level: block.level, text: block.text, bookmark }];
  });
  return { entries, bookmarks };
}

function header(name: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: spacing({ line: 240 }),
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
        children: runs(name, { size: SIZE.small, color: SOFT }),
      }),
    ],
  });
}

/** 第 X 页 共 Y 页 */
function footer(): Footer {
  const look = { size: SIZE.small, color: SOFT };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: spacing({ line: 240 }),
        children: [new TextRun({ ...look, children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"] })],
      }),
    ],
  });
}

export type { Report };
