/**
 * The check place of a 统一社会信用代码 (GB 32100): a hint, never a reason to refuse. Codes with a
 * wrong check place do exist on paper; the register decides.
 */
const PLACES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The code as it is stored: capitals, no spaces, full-width letters made plain. */
export function tidyCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** Whether the filing can hold it: 18 capitals and digits, or nothing. */
export function isWholeCode(code: string): boolean {
  return /^([0-9A-Z]{18})?$/.test(code);
}

/** What is worth a second look, in a sentence; empty where nothing is. */
export function codeHint(code: string): string {
  if (!code) return "";
  if (/[^0-9A-Z]/.test(code)) return "代码只有数字和大写字母。";
  if (code.length !== 18) return `代码应为 18 位，现在是 ${code.length} 位。`;
  const strange = Array.from(code).find((place) => PLACES.indexOf(place) < 0);
  if (strange) return `代码里一般不用字母 ${strange}，请对照营业执照再看一遍。`;
  return checkPlace(code) === code[17] ? "" : "校验位对不上，请对照营业执照再看一遍；确认无误可以照填。";
}

function checkPlace(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const place of code.slice(0, 17)) {
    sum += PLACES.indexOf(place) * weight;
    weight = (weight * 3) % 31;
  }
  return PLACES[(31 - (sum % 31)) % 31]!;
}
