/**
 * Numbers as people type and paste them, read into exact decimals: `1,234.50`, `９８．７％`,
 * `(12)`, `1.2E+3`, `¥ 300`. Nothing is computed with; a figure keeps the places it was given.
 */

export interface ReadFigure {
  /** The figure as a filing holds it; empty for an empty cell. */
  value: string;
  /** `%` where the figure said so. */
  percent: boolean;
}

const FIGURE = /^-?[0-9]{1,15}(\.[0-9]{1,8})?$/;
const NOTHING = /^(|-+|—+|–+|\/+|\.+|n\/?a|无|暂无|缺|空)$/i;

/** The figure in a text, or `null` where there is none to be had. */
export function readFigure(typed: string): ReadFigure | null {
  let text = typed.normalize("NFKC").replace(/[\s\u00a0'’]/g, "").replace(/[−﹣]/g, "-");
  if (NOTHING.test(text)) return { value: "", percent: false };
  text = text.replace(/^([¥￥$€]|RMB|CNY)/i, "").replace(/^\+/, "");
  const percent = /%$/.test(text);
  text = text.replace(/%$/, "");
  if (/^\(.+\)$/.test(text)) text = "-" + text.slice(1, -1);
  if (/,/.test(text)) {
    if (!/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return null;
    text = text.replace(/,/g, "");
  }
  if (/^-?\d*\.?\d+e[+-]?\d{1,2}$/i.test(text)) text = plain(text);
  if (/^-?\.\d+$/.test(text)) text = text.replace(".", "0.");
  text = text.replace(/\.$/, "");
  const parts = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return null;
  const value = rounded(parts[1]!, parts[2]!, parts[3] || "");
  return FIGURE.test(value) ? { value, percent } : null;
}

/** `1.2e3` written out, by moving the point. */
function plain(text: string): string {
  const [digits, power] = text.toLowerCase().split("e") as [string, string];
  const sign = digits[0] === "-" ? "-" : "";
  const [whole = "", part = ""] = digits.replace("-", "").split(".");
  const point = whole.length + Number(power);
  const all = whole + part;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  if (point >= all.length) return sign + all + "0".repeat(point - all.length);
  return `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

/** Eight places at most, the ninth rounded half up, as digits and not as a float. */
function rounded(sign: string, whole: string, part: string): string {
  if (part.length <= 8) return part ? `${sign}${whole}.${part}` : sign + whole;
  const up = part[8]! >= "5";
  let digits = whole + part.slice(0, 8);
  if (up) digits = (BigInt(digits) + BigInt(1)).toString().padStart(digits.length, "0");
  const cut = digits.length - 8;
  return `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, "");
}
