/**
 * Two filings held side by side, field by field, and put together by what somebody chose.
 *
 * A field is the smallest thing that is chosen as a whole: the text of an element, a list, a table,
 * a score. `read` and `write` are how its value is had from a filing and put into one.
 */
import type { CriteriaSet, Filing, ItemAnswer, ResultsTable } from "../made";
import { alike } from "./alike";
import { answerOf, elementOf, isBlankRow, profileOf } from "./answers";
import { contentsOf, elementsOf } from "./contents";
import { withElement, withItem, withPercent, withProfile, withTotals } from "./editing";
import { newId } from "./ids";

export type Side = "ours" | "theirs" | "both";

export interface Difference {
  /** Unique in one comparison; `group` is the view it belongs to. */
  id: string;
  group: string;
  label: string;
  ours: string;
  theirs: string;
  /** Whether both can be had at once. */
  joins: boolean;
  write: (filing: Filing, side: Side) => Filing;
}

interface Field<T> {
  id: string;
  group: string;
  label: string;
  read: (filing: Filing) => T;
  words: (value: T) => string;
  write: (filing: Filing, value: T) => Filing;
  join?: (ours: T, theirs: T) => T;
}

/** Every field in which the two differ, in the order of the report. Empty where they are alike. */
export function differencesOf(ours: Filing, theirs: Filing, criteria: CriteriaSet): Difference[] {
  const found: Difference[] = [];
  for (const field of fieldsOf(ours, theirs, criteria)) {
    const [mine, other] = [field.read(ours), field.read(theirs)];
    if (alike(mine, other)) continue;
    const join = field.join;
    found.push({
      id: field.id,
      group: field.group,
      label: field.label,
      ours: field.words(mine),
      theirs: field.words(other),
      joins: !!join && !!field.words(mine) && !!field.words(other),
      write: (filing, side) => {
        if (side === "ours") return filing;
        return field.write(filing, side === "both" && join ? join(mine, other) : other);
      },
    });
  }
  return found;
}

/** What is chosen at first: whatever loses nothing, and else what the part was taken away for. */
export function firstChoice(difference: Difference, theirs: Filing): Side {
  if (!difference.ours) return "theirs";
  if (!difference.theirs) return "ours";
  const taken = theirs.assignment;
  if (!taken || taken.kind !== "writing") return "ours";
  const heading = difference.id.replace(/^profile-/, "");
  return taken.items.includes(difference.group) || taken.headings.includes(heading) ? "theirs" : "ours";
}

/** `ours` with what was chosen; fields without a choice stay as they are. */
export function merged(
  ours: Filing, differences: readonly Difference[], chosen: Record<string, Side>, criteria: CriteriaSet,
): Filing {
  const next = differences.reduce((filing, each) => each.write(filing, chosen[each.id] || "ours"), ours);
  return withTotals(next, criteria);
}

function fieldsOf(ours: Filing, theirs: Filing, criteria: CriteriaSet): Field<any>[] {
  const { items, headings } = contentsOf(criteria);
  return [
    ...aboutFields(),
    ...headings.map((heading): Field<string> => ({
      id: `profile-${heading.id}`, group: "profile", label: heading.name,
      read: (f) => profileOf(f, heading.id).text,
      words: (text) => text,
      write: (f, text) => withProfile(f, heading.id, { text }),
      join: texts,
    })),
    ...items.flatMap((item) => [
      ...elementsOf(criteria, item).map((element): Field<string> => ({
        id: `${item.id}-${element.id}`, group: item.id, label: element.name,
        read: (f) => elementOf(answerOf(f, item.id), element.id).text,
        words: (text) => text,
        write: (f, text) => withElement(f, item.id, element.id, { text }),
        join: texts,
      })),
      listField(item.id, "strengths", "优势"),
      listField(item.id, "improvements", "改进空间"),
      evidenceField(item.id),
      ...tableFields(item.id, ours, theirs),
      {
        id: `${item.id}-score`, group: item.id, label: "得分率",
        read: (f) => answerOf(f, item.id).percent,
        words: (percent) => (percent === null ? "" : `${percent}%`),
        write: (f, percent) => withPercent(f, criteria, item.id, percent),
      } as Field<number | null>,
      {
        id: `${item.id}-bands`, group: item.id, label: "要素档位",
        read: (f) => elementsOf(criteria, item).map((e) => elementOf(answerOf(f, item.id), e.id).band),
        words: (bands) => bands.some(Boolean)
          ? elementsOf(criteria, item).map((e, i) => `${e.name} ${bands[i] || "未选"}`).join("，") : "",
        write: (f, bands) => elementsOf(criteria, item).reduce(
          (next, e, i) => withElement(next, item.id, e.id, { band: bands[i]! }), f),
      } as Field<(string | null)[]>,
      {
        id: `${item.id}-marks`, group: item.id, label: "标记",
        read: (f) => { const a = answerOf(f, item.id); return [a.complete, a.secret, a.waits]; },
        words: ([complete, secret]) => [complete ? "已写完" : "未写完", secret ? "声明为秘密" : ""].filter(Boolean).join("，"),
        write: (f, [complete, secret, waits]) => withItem(f, item.id, { complete, secret, waits }),
      } as Field<[boolean, boolean, ItemAnswer["waits"]]>,
    ]),
    ...restFields(),
  ];
}

function aboutFields(): Field<any>[] {
  return [
    { id: "about-organisation", group: "about", label: "组织信息", read: (f) => f.organisation,
      words: (o: Filing["organisation"]) => Object.values(o).filter(Boolean).join("，"),
      write: (f, organisation) => ({ ...f, organisation }) },
    { id: "about-award", group: "about", label: "获奖信息", read: (f) => f.award,
      words: (a: Filing["award"]) => Object.values(a).filter(Boolean).join("，"),
      write: (f, award) => ({ ...f, award }) },
    { id: "about-year", group: "about", label: "自评年度", read: (f) => f.year,
      words: (year: number) => `${year} 年`, write: (f, year) => ({ ...f, year }) },
  ] as Field<any>[];
}

function restFields(): Field<any>[] {
  return [
    { id: "plan", group: "plan", label: "改进计划", read: (f) => f.plan,
      words: (plan: Filing["plan"]) => plan.map((s) => [s.what, s.owner, s.due].filter(Boolean).join("，")).join("\n"),
      write: (f, plan) => ({ ...f, plan }), join: union(300) },
    { id: "promotion", group: "promotion", label: "推广情况", read: (f) => f.promotion,
      words: (list: Filing["promotion"]) => list.map((p) => [p.on, p.what].filter(Boolean).join(" ")).join("\n"),
      write: (f, promotion) => ({ ...f, promotion }), join: union(300) },
    { id: "incidents", group: "incidents", label: "事故情况", read: (f) => f.incidents,
      words: (i: Filing["incidents"]) => (i.none ? "无此类事故" : i.entries.map((e) => [e.on, e.what].filter(Boolean).join(" ")).join("\n")),
      write: (f, incidents) => ({ ...f, incidents }) },
    { id: "commitment", group: "commitment", label: "承诺", read: (f) => f.commitment,
      words: (c: Filing["commitment"]) => [c.accepted ? "已承诺" : "", c.representative, c.on].filter(Boolean).join("，"),
      write: (f, commitment) => ({ ...f, commitment }) },
  ] as Field<any>[];
}

function listField(item: string, name: "strengths" | "improvements", label: string): Field<string[]> {
  return {
    id: `${item}-${name}`, group: item, label,
    read: (f) => answerOf(f, item)[name],
    words: (list) => list.filter(Boolean).join("\n"),
    write: (f, list) => withItem(f, item, { [name]: list }),
    join: union(200),
  };
}

function evidenceField(item: string): Field<ItemAnswer["evidence"]> {
  return {
    id: `${item}-evidence`, group: item, label: "证据",
    read: (f) => answerOf(f, item).evidence,
    words: (list) => list.map((e) => [e.title, e.kind, e.kept].filter(Boolean).join("，")).join("\n"),
    write: (f, evidence) => withItem(f, item, { evidence }),
    join: union(500),
  };
}

/** One field a table, by the table's id, so that tables of two departments do not displace each other. */
function tableFields(item: string, ours: Filing, theirs: Filing): Field<ResultsTable | null>[] {
  const all = [...answerOf(ours, item).tables, ...answerOf(theirs, item).tables];
  const ids = Array.from(new Set(all.map((table) => table.id)));
  return ids.map((id) => ({
    id: `${item}-table-${id}`, group: item,
    label: `结果表${(all.find((t) => t.id === id && t.title) || { title: "" }).title}`,
    read: (f) => answerOf(f, item).tables.find((table) => table.id === id) || null,
    words: (table) => (table ? tableInWords(table) : ""),
    write: (f, table) => {
      const tables = answerOf(f, item).tables;
      const kept = table
        ? tables.some((t) => t.id === id) ? tables.map((t) => (t.id === id ? table : t)) : [...tables, table]
        : tables.filter((t) => t.id !== id);
      // A table that stands beside ours because both were chosen comes in under an id of its own.
      return withItem(f, item, { tables: kept.flatMap((t) => (t === table && beside.has(t) ? beside.get(t)! : [t])) });
    },
    join: (mine, other) => {
      if (!mine || !other) return mine || other;
      const copy = { ...mine };
      beside.set(copy, [mine, { ...other, id: newId("t") }]);
      return copy;
    },
  }));
}

const beside = new WeakMap<ResultsTable, ResultsTable[]>();

function tableInWords(table: ResultsTable): string {
  const lines = table.rows.filter((row) => !isBlankRow(row)).map((row) =>
    [`${row.name}${row.unit ? `（${row.unit}）` : ""}`, ...row.values.map((v, i) => `${table.years[i]} 年 ${v || "—"}`),
      row.target && `目标 ${row.target}`, row.benchmark.value && `对比 ${row.benchmark.value}`].filter(Boolean).join("，"));
  return [table.title || "（无表名）", ...lines, table.note].filter(Boolean).join("\n");
}

function texts(ours: string, theirs: string): string {
  return `${ours.trimEnd()}\n\n${theirs.trimStart()}`;
}

function union<T>(most: number): (ours: T[], theirs: T[]) => T[] {
  return (ours, theirs) =>
    [...ours, ...theirs.filter((each) => !ours.some((mine) => alike(mine, each)))].slice(0, most);
}
