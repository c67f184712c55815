/** Lengths in characters, as offices count them: every sign but white space. */
import type { CriteriaSet, Filing, Item, ItemAnswer, ResultsTable } from "../made";
import { answerOf, profileOf } from "./answers";
import { contentsOf } from "./contents";

export function charactersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const blank = code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff;
    // The second half of a pair belongs to the sign that its first half was counted for.
    if (!blank && !(code >= 0xdc00 && code <= 0xdfff)) count++;
  }
  return count;
}

const known = new WeakMap<object, number>();

function kept(subject: object, count: () => number): number {
  let n = known.get(subject);
  if (n === undefined) {
    n = count();
    known.set(subject, n);
  }
  return n;
}

/** The characters of an answer's element texts, strengths and improvement areas. */
export function charactersOfItem(answer: ItemAnswer): number {
  return kept(answer, () =>
    sum(Object.values(answer.elements).map((element) => kept(element, () => charactersIn(element.text)))) +
    sum([...answer.strengths, ...answer.improvements].map(charactersIn)) +
    sum(answer.tables.map(charactersOfTable)));
}

function charactersOfTable(table: ResultsTable): number {
  return kept(table, () => charactersIn(table.title) + charactersIn(table.note) +
    sum(table.rows.map((row) => charactersIn(row.name))));
}

export function charactersOfProfile(filing: Filing, criteria: CriteriaSet): number {
  return sum(contentsOf(criteria).headings.map(({ id }) => {
    const answer = profileOf(filing, id);
    return kept(answer, () => charactersIn(answer.text));
  }));
}

/** The characters of the whole report: 组织概述 and all items. */
export function charactersOfReport(filing: Filing, criteria: CriteriaSet): number {
  return charactersOfProfile(filing, criteria) +
    sum(contentsOf(criteria).items.map(({ id }) => charactersOfItem(answerOf(filing, id))));
}

/** What an item gets of the usual length of a report, by its points; `null` where that is unknown. */
export function usualLength(criteria: CriteriaSet, item: Item): number | null {
  const total = sum(contentsOf(criteria).items.map((each) => each.points || 0));
  const report = criteria.limits.report;
  if (!report || !item.points || !total) return null;
  const profile = (criteria.profile && criteria.profile.limit) || 0;
  return Math.round(((report - profile) * item.points) / total / 50) * 50;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
