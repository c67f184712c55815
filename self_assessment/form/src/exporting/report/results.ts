/** The results tables of an item, each with its small charts. */

import { multiples } from "../../charts/multiples";
import { GOOD } from "../../charts/reading";
import type { Filing, Indicator, ItemAnswer, ResultsTable } from "../../made";
import { LEFT_OUT } from "../secrets";
import { line, table } from "./blocks";
import type { Block, Cell, Column, Row } from "./blocks";
import { marked } from "./marks";

export function results(filing: Filing, item: string, answer: ItemAnswer): Block[] {
  return answer.tables.flatMap((one, place) => {
    const number = `表 ${item}-${place + 1}`;
    const out = filing.left_out.some((left) => left.item === item && left.table === one.id);
    if (out && one.rows.length === 0) return [line(`${number}　${LEFT_OUT}`, "mark")];
    const { drawings, more } = multiples(one);
    const caption = `${number}　${one.title || "未命名的结果表"}`;
    return [
      ...marked([one.secret ? "声明为秘密" : ""]),
      table({ caption, columns: columns(one), rows: one.rows.map(row), ...sizeFor(one.years.length) }),
      ...(one.note.trim() ? [line("表注", "label"), { block: "text" as const, text: one.note }] : []),
      ...(drawings.length ? [{ block: "charts" as const, drawings, wide: false }] : []),
      ...(more ? [line(`另有 ${more} 个指标未画图，数据见表。`, "note")] : []),
    ];
  });
}

function sizeFor(years: number): { set?: "small" | "tiny" } {
  return years > 6 ? { set: "tiny" } : years > 4 ? { set: "small" } : {};
}

function columns(one: ResultsTable): Column[] {
  const narrow = one.years.length > 4;
  return [
    { head: "指标", share: narrow ? 18 : 30 },
    ...one.years.map((year): Column => ({ head: `${year}`, share: narrow ? 9 : 12, align: "end" })),
    { head: "目标", share: narrow ? 9 : 12, align: "end" },
    { head: "对比", share: narrow ? 16 : 26 },
  ];
}

function row(one: Indicator): Row {
  const { value, source } = one.benchmark;
  const name: Cell = { text: one.name, more: [one.unit, GOOD[one.good]].filter(Boolean).join("，") };
  return { cells: [name, ...one.values.map((figure) => figure || "—"), one.target || "—", { text: value || "—", more: source }] };
}
