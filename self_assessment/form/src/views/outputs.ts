/** The files that can be made of a filing. What each needs is loaded with the page; nothing is fetched. */
import { criteria, settings, type Filing } from "../made";
import { fileName, type Ending } from "../exporting/naming";
import type { Secrets } from "../exporting/secrets";
import { shown } from "../exporting/secrets";
import { wordFile } from "../exporting/word";
import { withTotals } from "../filing/editing";

export interface Output {
  blob: Blob;
  name: string;
}

export const JSON_TYPE = "application/json";

/** The filing as it goes out: with its scores computed anew and the moment of this export. */
export function outgoing(filing: Filing, at: string): Filing {
  return { ...withTotals(filing, criteria), exported: at, made_with: settings.edition };
}

export async function jsonOutput(filing: Filing, secrets: Secrets, at: string): Promise<Output> {
  const text = JSON.stringify(shown(outgoing(filing, at), criteria, secrets), null, 1);
  return named(new Blob([text], { type: JSON_TYPE }), filing, "json", at);
}

export async function wordOutput(filing: Filing, secrets: Secrets, at: string): Promise<Output> {
  return named(await wordFile(outgoing(filing, at), criteria, { secrets, at }), filing, "docx", at);
}

function named(blob: Blob, filing: Filing, ending: Ending, at: string): Output {
  return { blob, name: fileName(filing, ending, at) };
}

export type OutputKind = "json" | "docx" | "xlsx" | "age";

interface OutputRow {
  kind: OutputKind;
  title: string;
  says: string;
  verb: string;
  make: (filing: Filing, secrets: Secrets, at: string) => Promise<Output>;
}

/** What the export view offers, in its order. */
export const OUTPUTS: OutputRow[] = [
  { kind: "json", title: "自评报告文件（JSON）", says: "全部内容，能原样再导入：备份、换电脑、交给同事都用它。", verb: "导出自评报告", make: jsonOutput },
  { kind: "docx", title: "Word 文件", says: "封面、目录、承诺、各条款、得分表和证据清单；用来核稿、签字、盖章。", verb: "导出 Word", make: wordOutput },
];

/** Prints the report: plain blocks, not the screen. */
export function printNow(_filing: Filing, _secrets: Secrets): void {
  window.print();
}

/** Whoever prints by the browser's own command gets the report too. */
export function printOnRequest(_filing: () => Filing | null): () => void {
  return () => undefined;
}

export async function sealedOutput(
  filing: Filing, secrets: Secrets, _to: { recipient: string } | { passphrase: string }, at: string,
): Promise<Output> {
  return named((await jsonOutput(filing, secrets, at)).blob, filing, "age", at);
}
