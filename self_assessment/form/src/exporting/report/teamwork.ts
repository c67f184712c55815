/** What several assessors thought, and what they agreed on; empty where only one wrote. */

import { contentsOf } from "../../filing/contents";
import type { Consensus, CriteriaSet, Filing } from "../../made";
import { heading, line, table } from "./blocks";
import type { Block, Row } from "./blocks";

export function teamwork(filing: Filing, criteria: CriteriaSet): Block[] {
  return [...agreed(filing, criteria), ...opinions(filing, criteria)];
}

function agreed(filing: Filing, criteria: CriteriaSet): Block[] {
  const ids = inOrder(criteria, Object.keys(filing.consensus));
  if (ids.length === 0) return [];
  const rows = ids.map((id): Row => {
    const one = filing.consensus[id]!;
    const who = [one.by ? `主持 ${one.by}` : "", said(one.at)].filter(Boolean).join("，");
    return {
      cells: [named(criteria, id), `${one.percent}%`, `${one.spread} 个百分点`, inputs(filing, one), { text: one.reasons, more: who }],
    };
  });
  return [
    table({
      caption: "合议结果",
      columns: [
        { head: "条款", share: 18 },
        { head: "商定得分率", share: 13 },
        { head: "分差", share: 12 },
        { head: "各人得分率", share: 22 },
        { head: "商定理由与主持人", share: 34 },
      ],
      rows,
    }),
    line("分差为各人得分率中最高与最低之差。各人意见原样保留，列在下面。", "note"),
  ];
}

function inputs(filing: Filing, consensus: Consensus): string {
  return Object.entries(consensus.inputs)
    .map(([id, percent]) => `${filing.assessments.find((one) => one.id === id)?.assessor ?? id} ${percent}%`)
    .join("\n");
}

function opinions(filing: Filing, criteria: CriteriaSet): Block[] {
  return filing.assessments.flatMap((one) => {
    const ids = inOrder(criteria, Object.keys(one.items));
    const rows = ids.map((id): Row => {
      const opinion = one.items[id]!;
      const percent = opinion.percent === null ? "未评" : `${opinion.percent}%`;
      return { cells: [{ text: named(criteria, id), more: percent }, opinion.strengths, opinion.improvements, opinion.note] };
    });
    return [
      heading(4, `${one.assessor}的意见（${said(one.at)}）`, `opinions-${one.id}`),
      table({
        columns: [
          { head: "条款与得分率", share: 22 },
          { head: "优势", share: 28 },
          { head: "改进空间", share: 28 },
          { head: "说明", share: 22 },
        ],
        rows,
      }),
    ];
  });
}

/** A moment as its writer's clock showed it: `2026-05-07 14:03`. */
export function said(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}

function inOrder(criteria: CriteriaSet, ids: readonly string[]): string[] {
  const known = contentsOf(criteria).items.map(({ id }) => id);
  return [...known.filter((id) => ids.includes(id)), ...ids.filter((id) => !known.includes(id))];
}

function named(criteria: CriteriaSet, id: string): string {
  const item = contentsOf(criteria).item.get(id);
  return item ? `${id} ${item.name}` : id;
}
