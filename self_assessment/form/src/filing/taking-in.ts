/**
 * Files taken in: text, JSON, the right format, the right version, whole. What is not right is
 * refused in one sentence, before anything of it is used.
 */
import { validateFiling, type Fault, type Filing } from "../made";
import { STEPS, upgraded, VERSION, type Raw, type Step } from "./upgrades";

export type TakenIn = { filing: Filing } | { refused: string } | { sealed: true };

/** The greatest file that is read at all: a filing of 300,000 characters has about 1 MB. */
export const MOST_BYTES = 40 * 1024 * 1024;
const DEEPEST = 24;
const FORMAT = "self-assessment-filing";

/** A file of the reader's choice. */
export async function takenIn(file: Blob): Promise<TakenIn> {
  if (file.size > MOST_BYTES) {
    return { refused: `文件有 ${Math.ceil(file.size / 1024 / 1024)} MB，自评报告不会这么大，没有导入。` };
  }
  if (file.size === 0) return { refused: "这个文件是空的，没有导入。" };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { refused: "读不了这个文件，可能已被移动或正被占用。请重新选择。" };
  }
  return read(text);
}

/** The same for a text. */
export function read(text: string, steps: Record<number, Step> = STEPS, to = VERSION): TakenIn {
  const source = text.replace(/^\uFEFF/, "");
  if (/^age-encryption\.org\/|^-----BEGIN AGE/.test(source)) return { sealed: true };
  if (/^PK\u0003\u0004/.test(source)) {
    return { refused: "这是 Word、Excel 或压缩文件。请选择由本表单导出的 .json 文件。" };
  }
  if (tooDeep(source)) return { refused: "文件的层次过深，不是自评报告，没有导入。" };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { refused: broken(source) };
  }
  if (!isObject(value) || value["format"] !== FORMAT) {
    return { refused: "这不是由本表单导出的自评报告，没有导入。" };
  }
  const version = value["schema_version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    return { refused: "文件没有写明版本，不能确定内容是否完整，没有导入。" };
  }
  if (version > to) {
    return { refused: `文件由更新版本的表单导出（版本 ${version}），请用新的表单打开。` };
  }
  if (hasPrototypeKeys(value)) return { refused: "文件含有不属于自评报告的内容，没有导入。" };
  let current: Raw | null;
  try {
    current = upgraded(value, steps, to);
  } catch {
    current = null;
  }
  if (!current) return { refused: `文件版本是 ${version}，内容不完整，升不到现在的版本，没有导入。` };
  if (!validateFiling(current)) return { refused: inWords(validateFiling.errors) };
  return { filing: current };
}

function isObject(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function broken(source: string): string {
  return /^\s*\{/.test(source) && source.indexOf(FORMAT) >= 0
    ? "文件不完整或已损坏（可能只传了一半），没有导入。请重新取得这个文件。"
    : "这不是由本表单导出的自评报告，没有导入。";
}

/** Whether brackets are nested deeper than any filing's: told before parsing. */
function tooDeep(source: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const sign = source.charCodeAt(i);
    if (quoted) {
      if (sign === 92) i++;
      else if (sign === 34) quoted = false;
    } else if (sign === 34) quoted = true;
    else if (sign === 123 || sign === 91) {
      if (++depth > DEEPEST) return true;
    } else if (sign === 125 || sign === 93) depth--;
  }
  return false;
}

/** Keys that would reach into the prototypes of objects. */
function hasPrototypeKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasPrototypeKeys);
  if (!isObject(value)) return false;
  return Object.keys(value).some(
    (key) => key === "__proto__" || key === "constructor" || key === "prototype" || hasPrototypeKeys(value[key]),
  );
}

const ROOMS: Record<string, string> = {
  organisation: "组织信息", award: "获奖信息", criteria: "准则", profile: "组织概述",
  items: "条款", plan: "改进计划", promotion: "推广情况", incidents: "事故情况",
  commitment: "承诺", assignment: "分工", assessments: "评分人意见", consensus: "合议",
  totals: "得分", last_year: "上年", left_out: "未列入的秘密内容", retired: "旧准则内容",
  history: "修改记录", year: "年度",
};

/** The first fault, as a sentence that says where it is. */
function inWords(faults: Fault[] | null): string {
  const fault = faults && faults[0];
  const path = fault ? fault.instancePath.split("/").slice(1) : [];
  const room = ROOMS[path[0] || ""] || "文件";
  const id = path[0] === "items" && path[1] ? ` ${path[1]}` : "";
  return `${room}${id}的内容不合规定（${why(fault)}），文件可能被改动过，没有导入。`;
}

function why(fault: Fault | null | undefined): string {
  if (!fault) return "原因不明";
  switch (fault.keyword) {
    case "required": return "缺少内容";
    case "additionalProperties":
    case "propertyNames": return "有不认识的内容";
    case "type": return "类型不对";
    case "maxLength": return "文字过长";
    case "maxItems": return "条数过多";
    case "minimum":
    case "maximum":
    case "multipleOf": return "数值超出范围";
    case "rowWidth": return "数值个数与年份个数不同";
    default: return "格式不对";
  }
}
