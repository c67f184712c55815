/**
 * The sheets of the workbook: everything a filing holds, texts whole and numbers as numbers.
 *
 * 1. 说明 2. 得分 3. 条款内容 4. 优势与改进 5. 证据 6. 结果数据 7. 改进计划 8. 推广与事故
 * 9. 评分与合议 10. 修改记录
 */

import { GOOD } from "../../charts/reading";
import { answerOf, elementOf, profileOf } from "../../filing/answers";
import { bandById, bandName, contentsOf, rubricOf } from "../../filing/contents";
import { WAITS_WORDS } from "../../filing/standing";
import type { CriteriaSet, Filing } from "../../made";
import { INCIDENTS, STATES } from "../report/duties";
import { said } from "../report/teamwork";
import { LEFT_OUT } from "../secrets";
import { figure } from "./sheet";
import type { Sheet, Value } from "./sheet";

const ID = { head: "编号", width: 10 };
const ITEM = { head: "条款", width: 24 };

/** The ids of items that the filing speaks of or the criteria ask for, in order, with their names. */
function itemsOf(filing: Filing, criteria: CriteriaSet): { id: string; name: string }[] {
  const known = contentsOf(criteria).items;
  const strays = Object.keys(filing.items).filter((id) => !contentsOf(criteria).item.has(id));
  return [...known.map(({ id, name }) => ({ id, name })), ...strays.map((id) => ({ id, name: "（准则中没有的条款）" }))];
}

function named(criteria: CriteriaSet, id: string): string {
  return contentsOf(criteria).item.get(id)?.name ?? "";
}

function leftOut(filing: Filing, item: string, table: string | null = null): boolean {
  return filing.left_out.some((one) => one.item === item && one.table === table);
}

/** 组织概述, the texts of the items by element, and answers to earlier criteria. */
export function answersSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  const known = contentsOf(criteria).headings;
  const strays = Object.keys(filing.profile).filter((id) => !contentsOf(criteria).heading.has(id));
  const headings = [...known, ...strays.map((id) => ({ id, name: "（准则中没有的标题）" }))];
  const secret = (is: boolean): string => (is ? "声明为秘密" : "");
  return {
    name: "条款内容",
    columns: [{ head: "部分", width: 12 }, ID, { head: "标题或条款", width: 24 }, { head: "要素", width: 10 }, { head: "内容", width: 90 }, { head: "要素档位", width: 12 }, { head: "状态", width: 16 }, { head: "保密", width: 14 }],
    rows: [
      ...headings.map(({ id, name }): Value[] => {
        const { text, waits, secret: hidden } = profileOf(filing, id);
        const out = filing.left_out.some((one) => one.heading === id);
        return ["组织概述", id, name, "", out && !text ? LEFT_OUT : text, "", WAITS_WORDS[waits], secret(hidden)];
      }),
      ...itemsOf(filing, criteria).flatMap(({ id, name }) => {
        const answer = answerOf(filing, id);
        const item = contentsOf(criteria).item.get(id);
        const asked = item ? rubricOf(criteria, item).elements : [];
        const more = Object.keys(answer.elements).filter((key) => !asked.some((one) => one.id === key));
        const state = WAITS_WORDS[answer.waits] || (answer.complete ? "已写完" : "");
        return [...asked, ...more.map((key) => ({ id: key, name: key }))].map((element): Value[] => {
          const { text, band } = elementOf(answer, element.id);
          const chosen = bandById(criteria, band);
          return ["分条款自评", id, name, element.name, leftOut(filing, id) && !text ? LEFT_OUT : text, chosen ? bandName(chosen, criteria.step) : "", state, secret(answer.secret)];
        });
      }),
      ...filing.retired.map((one): Value[] => {
        const out = filing.left_out.some((left) => left.retired === one.id) && !one.text;
        return ["旧准则内容", one.id, one.name, "", out ? LEFT_OUT : one.text, "", one.criteria, secret(one.secret)];
      }),
    ],
  };
}

export function pointsSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  return {
    name: "优势与改进",
    columns: [ID, ITEM, { head: "类别", width: 12 }, { head: "序号", width: 8 }, { head: "内容", width: 100 }],
    rows: itemsOf(filing, criteria).flatMap(({ id, name }) => {
      const { strengths, improvements } = answerOf(filing, id);
      const rows = (kind: string, texts: readonly string[]): Value[][] =>
        texts.map((text, place) => [id, name, kind, figure(place + 1), text]);
      if (leftOut(filing, id)) return [[id, name, "", "", LEFT_OUT]];
      return [...rows("优势", strengths), ...rows("改进空间", improvements)];
    }),
  };
}

export function evidenceSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  return {
    name: "证据",
    columns: [{ ...ID, width: 14 }, ITEM, { head: "证据名称", width: 50 }, { head: "类型", width: 16 }, { head: "存放处", width: 50 }],
    rows: itemsOf(filing, criteria).flatMap(({ id, name }): Value[][] =>
      leftOut(filing, id)
        ? [[id, name, LEFT_OUT, "", ""]]
        : answerOf(filing, id).evidence.map(({ title, kind, kept }, place) => [`${id}-${place + 1}`, name, title, kind, kept])),
  };
}

/** One row a year of an indicator, so that it can be sorted and drawn. */
export function resultsSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  return {
    name: "结果数据",
    columns: [
      ID, ITEM, { head: "表号", width: 12 }, { head: "表名", width: 30 }, { head: "指标", width: 30 }, { head: "单位", width: 12 },
      { head: "好的方向", width: 14 }, { head: "年份", width: 8 }, { head: "数值", width: 14 }, { head: "目标值", width: 14 },
      { head: "对比值", width: 14 }, { head: "对比数据来源", width: 36 }, { head: "表注", width: 40 }, { head: "保密", width: 14 },
    ],
    rows: itemsOf(filing, criteria).flatMap(({ id, name }) => {
      if (leftOut(filing, id)) return [[id, name, "", LEFT_OUT, ...blanks(10)]];
      return answerOf(filing, id).tables.flatMap((table, at): Value[][] => {
        const number = `${id}-${at + 1}`;
        const secret = table.secret ? "声明为秘密" : "";
        if (leftOut(filing, id, table.id) && table.rows.length === 0) return [[id, name, number, LEFT_OUT, ...blanks(10)]];
        if (table.rows.length === 0) return [[id, name, number, table.title, ...blanks(8), table.note, secret]];
        return table.rows.flatMap((row) =>
          table.years.map((year, place): Value[] => [
            id, name, number, table.title, row.name, row.unit, GOOD[row.good], figure(year), figure(row.values[place] ?? ""),
            figure(row.target), figure(row.benchmark.value), row.benchmark.source, table.note, secret,
          ]));
      });
    }),
  };
}

function blanks(count: number): string[] {
  return new Array<string>(count).fill("");
}

export function planSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  return {
    name: "改进计划",
    columns: [{ head: "序号", width: 8 }, { head: "改进事项", width: 70 }, { head: "对应条款", width: 30 }, { head: "负责人", width: 20 }, { head: "完成日期", width: 14 }, { head: "衡量指标", width: 40 }, { head: "进展", width: 12 }],
    rows: filing.plan.map((step, place) => [
      figure(place + 1), step.what, step.items.map((id) => `${id} ${named(criteria, id)}`.trim()).join("\n"),
      step.owner, step.due, step.measure, STATES[step.state],
    ]),
  };
}

export function dutiesSheet(filing: Filing): Sheet {
  const { none, entries } = filing.incidents;
  const declared = none === true ? "声明没有发生" : none === false ? "声明有发生" : "未填写";
  return {
    name: "推广与事故",
    columns: [{ head: "类型", width: 16 }, { head: "日期", width: 14 }, { head: "类别或对象", width: 30 }, { head: "内容或经过与影响", width: 70 }, { head: "人数或范围", width: 24 }, { head: "整改情况", width: 60 }],
    rows: [
      ...filing.promotion.map(({ on, what, audience, people }): Value[] => ["推广（第三十四条）", on, audience, what, people, ""]),
      ["事故（第三十二条）", "", declared, "", "", ""],
      ...entries.map(({ on, kind, what, remedy }): Value[] => ["事故（第三十二条）", on, INCIDENTS[kind], what, "", remedy]),
    ],
  };
}

/** What was agreed on, then what each assessor thought. */
export function teamworkSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  const who = (id: string): string => filing.assessments.find((one) => one.id === id)?.assessor ?? id;
  return {
    name: "评分与合议",
    columns: [{ head: "类型", width: 10 }, ID, ITEM, { head: "评分人或主持人", width: 20 }, { head: "时间", width: 18 }, { head: "得分率（%）", width: 12 }, { head: "分差", width: 8 }, { head: "各人得分率", width: 30 }, { head: "优势", width: 50 }, { head: "改进空间", width: 50 }, { head: "说明或商定理由", width: 50 }],
    rows: [
      ...Object.entries(filing.consensus).map(([id, one]): Value[] => [
        "合议", id, named(criteria, id), one.by, said(one.at), figure(one.percent), figure(one.spread),
        Object.entries(one.inputs).map(([key, percent]) => `${who(key)} ${percent}%`).join("\n"), "", "", one.reasons,
      ]),
      ...filing.assessments.flatMap((one) =>
        (Object.keys(one.items).length ? Object.entries(one.items) : [["", null] as const]).map(([id, opinion]): Value[] => [
          "评分", id, named(criteria, id), one.assessor, said(one.at), figure(opinion?.percent ?? null), "", "",
          opinion?.strengths ?? "", opinion?.improvements ?? "", opinion?.note ?? "",
        ])),
    ],
  };
}

export function historySheet(filing: Filing): Sheet {
  return {
    name: "修改记录",
    columns: [{ head: "时间", width: 20 }, { head: "修改人", width: 20 }, { head: "位置", width: 50 }, { head: "修改内容", width: 60 }],
    rows: filing.history.map(({ at, who, where, what }) => [said(at), who, where, what]),
  };
}
