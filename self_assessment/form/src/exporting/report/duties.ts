/** Evidence, improvement plan, promotion (article 34), incidents (article 32): lists as tables. */

import { contentsOf } from "../../filing/contents";
import type { CriteriaSet, Filing, Incident, Step } from "../../made";
import { LEFT_OUT } from "../secrets";
import { EMPTY, line, table } from "./blocks";
import type { Block, Row } from "./blocks";

/** The progress of a step of the plan, in words. */
export const STATES: Readonly<Record<Step["state"], string>> = { planned: "未开始", under_way: "进行中", done: "已完成" };

/** The kinds of incident that article 32 names, in words. */
export const INCIDENTS: Readonly<Record<Incident["kind"], string>> = {
  quality: "质量", safety: "安全", environment: "环境", health: "健康", other: "其他",
};

export function evidence(filing: Filing, criteria: CriteriaSet): Block[] {
  const known = contentsOf(criteria).items.map(({ id }) => id);
  const ids = [...known, ...Object.keys(filing.items).filter((id) => !known.includes(id))];
  const rows = ids.flatMap((id): Row[] => {
    if (filing.left_out.some((one) => one.item === id && one.table === null)) return [{ cells: [id, LEFT_OUT, "", ""] }];
    return (filing.items[id]?.evidence ?? []).map((one, place) => ({
      cells: [`${id}-${place + 1}`, one.title || EMPTY, one.kind, one.kept],
    }));
  });
  if (rows.length === 0) return [line(EMPTY, "mark")];
  return [
    table({
      columns: [
        { head: "编号", share: 14 },
        { head: "证据名称", share: 40 },
        { head: "类型", share: 16 },
        { head: "存放处", share: 30 },
      ],
      rows,
    }),
  ];
}

export function plan(filing: Filing, criteria: CriteriaSet): Block[] {
  if (filing.plan.length === 0) return [line(EMPTY, "mark")];
  const named = (id: string): string => {
    const item = contentsOf(criteria).item.get(id);
    return item ? `${id} ${item.name}` : id;
  };
  return [
    table({
      columns: [
        { head: "序号", share: 8, align: "middle" },
        { head: "改进事项", share: 34 },
        { head: "对应条款", share: 20 },
        { head: "负责人与期限", share: 20 },
        { head: "衡量指标与进展", share: 20 },
      ],
      rows: filing.plan.map((step, place) => ({
        cells: [
          `${place + 1}`,
          step.what || EMPTY,
          step.items.map(named).join("\n"),
          { text: step.owner, more: step.due },
          { text: step.measure, more: STATES[step.state] },
        ],
      })),
    }),
  ];
}

export function promotion(filing: Filing): Block[] {
  if (filing.promotion.length === 0) return [line(EMPTY, "mark")];
  return [
    table({
      columns: [
        { head: "日期", share: 16 },
        { head: "内容", share: 44 },
        { head: "对象", share: 22 },
        { head: "人数或范围", share: 18 },
      ],
      rows: filing.promotion.map(({ on, what, audience, people }) => ({ cells: [on, what, audience, people] })),
    }),
  ];
}

export function incidents(filing: Filing): Block[] {
  const { none, entries } = filing.incidents;
  const said =
    none === true ? [line("本年度没有发生质量、安全、环境、健康事故。", "facts")]
    : entries.length === 0 ? [line(EMPTY, "mark")]
    : [];
  if (entries.length === 0) return said;
  return [
    ...said,
    table({
      columns: [
        { head: "日期", share: 16 },
        { head: "类别", share: 10, align: "middle" },
        { head: "经过与影响", share: 38 },
        { head: "整改情况", share: 36 },
      ],
      rows: entries.map(({ on, kind, what, remedy }) => ({ cells: [on, INCIDENTS[kind], what, remedy] })),
    }),
  ];
}
