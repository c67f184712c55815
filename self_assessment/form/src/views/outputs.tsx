/** The files that can be made of a filing, and its print. Nothing is fetched to make them. */
import { render } from "preact";
import { criteria, settings, type Filing } from "../made";
import { excelFile } from "../exporting/excel";
import { JSON_FILE, jsonFile, jsonText } from "../exporting/json";
import { fileName, type Ending } from "../exporting/naming";
import { Report } from "../exporting/print";
import { sealed, type To } from "../exporting/seal";
import type { Secrets } from "../exporting/secrets";
import { wordFile } from "../exporting/word";
import { moment } from "../filing/moments";

export interface Output {
  blob: Blob;
  name: string;
}

export type OutputKind = Ending;

interface OutputRow {
  kind: OutputKind;
  title: string;
  says: string;
  verb: string;
  make: (filing: Filing, secrets: Secrets, at: string) => Promise<Output>;
}

/** What the export view offers, in its order. */
export const OUTPUTS: OutputRow[] = [
  {
    kind: "json", title: "自评报告文件（JSON）", verb: "导出自评报告", make: jsonOutput,
    says: "全部内容，能原样再导入：备份、换电脑、交给同事都用它。",
  },
  {
    kind: "docx", title: "Word 文件", verb: "导出 Word",
    says: "封面、目录、承诺、各条款、得分表和证据清单；用来核稿、签字、盖章。",
    make: async (filing, secrets, at) => named(await wordFile(from(filing), criteria, { secrets, at }), filing, "docx", at),
  },
  {
    kind: "xlsx", title: "Excel 文件", verb: "导出 Excel",
    says: "得分、文字、结果数据、证据和改进计划，分页列出；用来计算和汇总。",
    make: async (filing, secrets, at) => named(await excelFile(from(filing), criteria, { secrets, at }), filing, "xlsx", at),
  },
];

export async function jsonOutput(filing: Filing, secrets: Secrets, at: string): Promise<Output> {
  return named(await jsonFile(from(filing), criteria, { secrets, at }), filing, "json", at);
}

export async function sealedOutput(filing: Filing, secrets: Secrets, to: To, at: string): Promise<Output> {
  const { blob } = await jsonOutput(filing, secrets, at);
  return named(await sealed(blob, to), filing, "age", at);
}

/** What a file that is kept up to date holds. */
export function fileContent(filing: Filing): Blob {
  return new Blob([jsonText(from(filing), criteria, { secrets: "keep", at: moment() })], { type: JSON_FILE });
}

function from(filing: Filing): Filing {
  return { ...filing, made_with: settings.edition };
}

function named(blob: Blob, filing: Filing, ending: Ending, at: string): Output {
  return { blob, name: fileName(filing, ending, at) };
}

/** Prints the report: plain blocks, not the screen. */
export function printNow(filing: Filing, secrets: Secrets): void {
  printed = secrets;
  put(filing);
  window.print();
}

let printed: Secrets = "keep";

/** Whoever prints by the browser's own command gets the report too. */
export function printOnRequest(filing: () => Filing | null): () => void {
  const before = (): void => put(filing());
  const after = (): void => {
    printed = "keep";
    put(null);
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  return () => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
}

function put(filing: Filing | null): void {
  const paper = document.getElementById("print");
  if (paper) render(filing ? <Report filing={filing} criteria={criteria} secrets={printed} /> : null, paper);
}
