/**
 * A filing brought to another edition of the criteria: unchanged items keep their answers, changed
 * ones are shown for review, what is no longer asked stays readable.
 */
import type { Consensus, CriteriaSet, Filing, Item, ItemAnswer, Outline, RetiredAnswer } from "../made";
import { has } from "./answers";
import { contentsOf, elementsOf } from "./contents";
import { withTotals } from "./editing";

export interface Brought {
  filing: Filing;
  /** Ids of items and headings that keep their answer, that wait for review, that are retired. */
  kept: string[];
  changed: string[];
  retired: string[];
}

/** Whether a filing answers the criteria of this form. */
export function answersThese(filing: Filing, criteria: CriteriaSet): boolean {
  return filing.criteria.id === criteria.id && filing.criteria.digest === criteria.digest;
}

/**
 * The filing for `criteria`. `outlines` are the editions that the form knows by outline; where the
 * filing's own is not among them, every answer waits for review.
 */
export function broughtTo(
  filing: Filing, criteria: CriteriaSet, outlines: readonly Outline[],
): Brought {
  const old = outlines.find((o) => o.id === filing.criteria.id && o.digest === filing.criteria.digest);
  const { item: items, heading: headings } = contentsOf(criteria);
  const brought: Brought = { filing, kept: [], changed: [], retired: [] };
  const retired: RetiredAnswer[] = [...filing.retired];
  const answers: Filing["items"] = {};
  for (const [id, answer] of Object.entries(filing.items)) {
    const name = (old && old.items.find((each) => each.id === id)?.name) || "";
    const item = items.get(id);
    if (!item) {
      const secret = answer.secret || answer.tables.some((table) => table.secret); // they are in the text
      const agreed = filing.consensus[id];
      for (const text of portions(inWords(answer, agreed && agreedInWords(agreed)))) {
        retired.push({ criteria: filing.criteria.id, id, name, text, secret });
      }
      brought.retired.push(id);
    } else if (old && isSame(old, item)) {
      answers[id] = answer;
      brought.kept.push(id);
    } else {
      const { kept, lost } = split(criteria, item, answer);
      if (lost) retired.push({ criteria: filing.criteria.id, id, name, text: lost, secret: answer.secret });
      answers[id] = { ...kept, complete: false, waits: "criteria_changed" };
      brought.changed.push(id);
    }
  }
  const profile: Filing["profile"] = {};
  for (const [id, answer] of Object.entries(filing.profile)) {
    const before = old && old.headings.find((each) => each.id === id);
    const now = headings.get(id);
    if (!now) {
      const name = before ? before.name : "";
      const { text, secret } = answer;
      if (text) retired.push({ criteria: filing.criteria.id, id, name, text, secret });
      brought.retired.push(id);
    } else if (before && before.name === now.name) {
      profile[id] = answer;
      brought.kept.push(id);
    } else {
      profile[id] = { ...answer, waits: "criteria_changed" };
      brought.changed.push(id);
    }
  }
  const consensus = Object.fromEntries(Object.entries(filing.consensus).filter(([id]) => items.has(id)));
  const changed: Filing = {
    ...filing,
    criteria: { id: criteria.id, digest: criteria.digest },
    items: answers,
    profile,
    consensus,
    plan: filing.plan.map((step) => ({ ...step, items: step.items.filter((id) => items.has(id)) })),
    retired: retired.slice(-500),
  };
  brought.filing = withTotals(changed, criteria);
  return brought;
}

function isSame(old: Outline, item: Item): boolean {
  const before = old.items.find((each) => each.id === item.id);
  return !!before && before.name === item.name && before.points === item.points &&
    before.kind === item.kind && before.rubric === item.rubric;
}

/** What of an answer the item of today has a place for, and the texts it has none for. */
function split(criteria: CriteriaSet, item: Item, answer: ItemAnswer): { kept: ItemAnswer; lost: string } {
  const ids = elementsOf(criteria, item).map((element) => element.id);
  const elements: ItemAnswer["elements"] = {};
  for (const id of ids) {
    if (has(answer.elements, id)) elements[id] = { ...answer.elements[id]!, band: bandOrNone(criteria, answer.elements[id]!.band) };
  }
  const lost = Object.entries(answer.elements)
    .filter(([id, element]) => !ids.includes(id) && element.text)
    .map(([, element]) => element.text)
    .join("\n\n");
  return { kept: { ...answer, elements, band: bandOrNone(criteria, answer.band) }, lost };
}

function bandOrNone(criteria: CriteriaSet, band: string | null): string | null {
  return criteria.bands.some((each) => each.id === band) ? band : null;
}

/** A whole answer as text, so that nothing of it is lost to read. */
function inWords(answer: ItemAnswer, agreed: string | undefined): string {
  const parts = Object.values(answer.elements).map((element) => element.text);
  const listed = (title: string, lines: readonly string[]): void => {
    if (lines.length) parts.push(`${title}：\n${lines.join("\n")}`);
  };
  listed("优势", answer.strengths);
  listed("改进空间", answer.improvements);
  listed("证据", answer.evidence.map((e) => [e.title, e.kind, e.kept].filter(Boolean).join("，")));
  for (const table of answer.tables) {
    listed(`结果表 ${table.title}（${table.years.join("、")}）`, [
      ...table.rows.map((row) => [
        `${row.name}${row.unit ? `（${row.unit}）` : ""}`, ...row.values.map((v) => v || "—"),
        row.target && `目标 ${row.target}`,
        row.benchmark.value && `对比 ${row.benchmark.value} ${row.benchmark.source}`,
      ].filter(Boolean).join("，")),
      table.note,
    ].filter(Boolean));
  }
  if (answer.percent !== null) parts.push(`得分率：${answer.percent}%`);
  if (agreed) parts.push(agreed);
  return parts.filter(Boolean).join("\n\n");
}

/** The consensus on an item that is no longer asked; what each assessor thought stays in place. */
function agreedInWords({ percent, spread, by, reasons }: Consensus): string {
  return [`合议：${percent}%，分差 ${spread}${by ? `，主持人 ${by}` : ""}`, reasons].filter(Boolean).join("\n");
}

/** A text in pieces that a filing can hold (`Text` in filing/values.py). */
function portions(text: string): string[] {
  const longest = 100_000;
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const parted = /[\uD800-\uDBFF]/.test(rest[longest - 1]!); // never within a rare character
    const end = parted ? longest - 1 : longest;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
