/**
 * Everything a filing holds as a workbook (.xlsx), nothing cut, numbers typed.
 *
 * 1. `sheet.ts`: a sheet and its cells. 2. `front.ts`, `sheets.ts`: which sheets there are.
 */

import writeExcel from "write-excel-file/universal";

import { moment } from "../../filing/moments";
import { settings } from "../../made";
import type { CriteriaSet, Filing } from "../../made";
import { shown } from "../secrets";
import type { Secrets } from "../secrets";
import { rezipped } from "../zip";
import { aboutSheet, scoresSheet } from "./front";
import { writtenSheet } from "./sheet";
import { answersSheet, dutiesSheet, evidenceSheet, historySheet, planSheet, pointsSheet, resultsSheet, teamworkSheet } from "./sheets";

export const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `at`: the moment of the export, now if it is not said. */
export interface ExcelOptions {
  readonly secrets: Secrets;
  readonly at?: string;
}

/** The workbook. The same filing at the same moment gives the same bytes. */
export async function excelFile(filing: Filing, criteria: CriteriaSet, { secrets, at }: ExcelOptions): Promise<Blob> {
  const told = shown(filing, criteria, secrets);
  const sheets = [
    aboutSheet(told, criteria, settings, at ?? moment()),
    scoresSheet(told, criteria),
    answersSheet(told, criteria),
    pointsSheet(told, criteria),
    evidenceSheet(told, criteria),
    resultsSheet(told, criteria),
    planSheet(told, criteria),
    dutiesSheet(told),
    teamworkSheet(told, criteria),
    historySheet(told),
  ];
  const blob = await writeExcel(sheets.map(writtenSheet), { fontFamily: "宋体", fontSize: 11 }).toBlob();
  const bytes = new Uint8Array(await new Response(blob).arrayBuffer());
  return new Blob([rezipped(bytes, { "xl/styles.xml": withNormal }) as BlobPart], { type: EXCEL });
}

/** The style of cells without one, which the library leaves out and other programs ask for. */
function withNormal(xml: string): string {
  return xml
    .replace("<cellXfs", '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs')
    .replace("</cellXfs>", '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>');
}
