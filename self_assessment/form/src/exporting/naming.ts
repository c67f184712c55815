/** Names of exported files. */

import type { Filing } from "../made";
import { clean } from "./cleaning";

export type Ending = "json" | "docx" | "xlsx" | "age";

/** What Windows refuses in names, and what shells and browsers stumble over. */
const REFUSED = /[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\n\t]/g;

/** `自评报告_<组织名称>_<年度>_<yyyyMMdd-HHmm>.<ending>`. `at` is a moment with its offset. */
export function fileName(filing: Filing, ending: Ending, at: string): string {
  const name = clean(filing.organisation.name).replace(REFUSED, "").trim().replace(/[. ]+$/, "");
  const short = [...(name || "未填组织名称")].slice(0, 60).join("");
  const stamp = `${at.slice(0, 10).replace(/-/g, "")}-${at.slice(11, 16).replace(":", "")}`;
  return `自评报告_${short}_${filing.year}_${stamp}.${ending}`;
}
