/**
 * Secret parts (article 30): an export can leave them out, and then says where.
 *
 * What goes: all that was written in a part declared secret (an item, a results table, a heading of
 * 组织概述, an answer to earlier criteria), and what others wrote about a secret item: opinions of
 * assessors, reasons of a consensus, entries of the history. Percents and bands stay, so that the
 * total can be recomputed.
 */

import type {
  Assessment, Change, Consensus, CriteriaSet, Filing, ItemAnswer, LeftOut, Opinion, ProfileAnswer,
  ResultsTable, RetiredAnswer,
} from "../made";
import { contentsOf } from "../filing/contents";

/** Whether secret parts stay in an export, or are left out and marked. */
export type Secrets = "keep" | "leave_out";

/** What stands where a secret part was left out. */
export const LEFT_OUT = "〔声明为秘密，本件未列入〕";

/** The filing as it may be shown: unchanged, or without its secret parts. */
export function shown(filing: Filing, criteria: CriteriaSet, secrets: Secrets): Filing {
  return secrets === "leave_out" ? withoutSecrets(filing, criteria) : filing;
}

/** How many parts are declared secret, for the question before an export. */
export function secretParts(filing: Filing): LeftOut[] {
  const parts: LeftOut[] = [];
  for (const [heading, answer] of Object.entries(filing.profile)) {
    if (answer.secret) parts.push(part({ heading }));
  }
  for (const [item, answer] of Object.entries(filing.items)) {
    if (answer.secret) parts.push(part({ item }));
    else for (const table of answer.tables) if (table.secret) parts.push(part({ item, table: table.id }));
  }
  for (const answer of filing.retired) if (answer.secret) parts.push(part({ retired: answer.id }));
  return parts;
}

/** The filing with every secret part blank, and listed in `left_out`. */
export function withoutSecrets(filing: Filing, criteria: CriteriaSet): Filing {
  const parts = secretParts(filing);
  if (parts.length === 0) return filing;
  const items = spokenOf(parts);
  return {
    ...filing,
    profile: mapped(filing.profile, blankHeading),
    items: mapped(filing.items, blankItem),
    assessments: filing.assessments.map((one) => blankOpinions(one, items)),
    consensus: mapped(filing.consensus, (one, id) => (items.has(id) ? blankReasons(one) : one)),
    retired: filing.retired.map(blankRetired),
    history: silent(filing, criteria, parts),
    left_out: [...filing.left_out, ...parts.filter((one) => !filing.left_out.some((old) => same(old, one)))],
  };
}

/** The ids of items of which nobody may speak: secret ones, and those that were so in earlier criteria. */
function spokenOf(parts: readonly LeftOut[]): Set<string> {
  return new Set(parts.flatMap(({ item, table, retired }) => (item !== null && table === null ? [item] : retired !== null ? [retired] : [])));
}

function part(place: Partial<LeftOut>): LeftOut {
  return { item: null, heading: null, table: null, retired: null, ...place };
}

function same(a: LeftOut, b: LeftOut): boolean {
  return a.item === b.item && a.heading === b.heading && a.table === b.table && a.retired === b.retired;
}

function mapped<T>(map: Record<string, T>, change: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

function blankHeading(answer: ProfileAnswer): ProfileAnswer {
  return answer.secret ? { ...answer, text: "" } : answer;
}

function blankItem(answer: ItemAnswer): ItemAnswer {
  if (!answer.secret) return { ...answer, tables: answer.tables.map((table) => (table.secret ? blankTable(table) : table)) };
  return {
    ...answer,
    elements: mapped(answer.elements, (element) => ({ ...element, text: "" })),
    strengths: [],
    improvements: [],
    evidence: [],
    tables: [],
  };
}

function blankTable(table: ResultsTable): ResultsTable {
  return { ...table, title: "", rows: [], note: "" };
}

function blankOpinions(assessment: Assessment, items: ReadonlySet<string>): Assessment {
  const blank = (opinion: Opinion): Opinion => ({ ...opinion, strengths: "", improvements: "", note: "" });
  return { ...assessment, items: mapped(assessment.items, (opinion, id) => (items.has(id) ? blank(opinion) : opinion)) };
}

function blankReasons(consensus: Consensus): Consensus {
  return { ...consensus, reasons: "" };
}

function blankRetired(answer: RetiredAnswer): RetiredAnswer {
  return answer.secret ? { ...answer, text: "" } : answer;
}

/** The history without entries that speak of a secret part: by its id, its name, or its very words. */
function silent(filing: Filing, criteria: CriteriaSet, parts: readonly LeftOut[]): Change[] {
  const contents = contentsOf(criteria);
  const names: string[] = [];
  const tablesOf: string[] = [];
  for (const { item, heading, table } of parts) {
    if (table !== null && item !== null) {
      tablesOf.push(item); // an entry may name the table by an earlier title
      names.push(table, filing.items[item]?.tables.find((one) => one.id === table)?.title ?? "");
    } else if (item !== null) names.push(item, contents.item.get(item)?.name ?? "");
    else if (heading !== null) names.push(heading, contents.heading.get(heading)?.name ?? "");
  }
  const told = [...names, ...secretTexts(filing)].filter((text) => text.length > 2);
  const speaks = (text: string): boolean => told.some((name) => text.includes(name));
  const mayName = (where: string): boolean => where.includes("结果表") && tablesOf.some((item) => where.includes(item));
  const quotes = (text: string): boolean => text.length > 5 && told.some((name) => name.includes(text));
  return filing.history.map((change) =>
    speaks(change.where) || mayName(change.where) || speaks(change.what) || quotes(change.what)
      ? { ...change, where: LEFT_OUT, what: "" }
      : change,
  );
}

/** Every text in a secret part. */
export function secretTexts(filing: Filing): string[] {
  const texts: string[] = [];
  const take = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(take);
  };
  const table = (one: ResultsTable): void => {
    take([one.title, one.note, one.rows.map(({ name, unit, values, target, benchmark }) => [name, unit, values, target, benchmark])]);
  };
  Object.values(filing.profile).forEach((answer) => answer.secret && take(answer.text));
  filing.retired.forEach((answer) => answer.secret && take(answer.text));
  for (const answer of Object.values(filing.items)) {
    answer.tables.forEach((one) => (answer.secret || one.secret) && table(one));
    if (!answer.secret) continue;
    take([Object.values(answer.elements).map((element) => element.text), answer.strengths, answer.improvements, answer.evidence]);
  }
  for (const id of spokenOf(secretParts(filing))) {
    take(filing.consensus[id]?.reasons);
    for (const { items } of filing.assessments) {
      take([items[id]?.strengths, items[id]?.improvements, items[id]?.note]);
    }
  }
  return texts.filter((text) => text !== "");
}
