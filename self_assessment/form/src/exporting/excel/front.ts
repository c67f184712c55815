/** The first two sheets: who files and how, and the scores. */

import { answerOf } from "../../filing/answers";
import { bandById, bandName } from "../../filing/contents";
import type { CriteriaSet, Filing, Settings } from "../../made";
import { ahead, categoryScores, percentsOf, score, totalsOf } from "../../scoring";
import { filerFacts } from "../report/cover";
import { said } from "../report/teamwork";
import { figure } from "./sheet";
import type { Sheet, Value } from "./sheet";

export function aboutSheet(filing: Filing, criteria: CriteriaSet, settings: Settings, at: string): Sheet {
  const { commitment, assignment, last_year: former } = filing;
  const facts: [string, Value][] = [
    ["文件", `${settings.award}自评报告的全部内容${settings.demo ? "（演示样稿，内容均为虚构）" : ""}`],
    ["自评年度", figure(filing.year)],
    ["自评准则", `《${criteria.name}》${criteria.standard}`],
    ...filerFacts(filing),
    ["承诺", commitment.accepted ? "已承诺内容完整、真实、准确" : "尚未承诺"],
    ["法定代表人", commitment.representative],
    ["承诺日期", commitment.on],
    ...(assignment ? [["分工稿", `${assignment.taken_by}承担${assignment.kind === "assessing" ? "评分" : "撰写"}：${[...assignment.items, ...assignment.headings].join("、")}（${said(assignment.taken_at)}）`] as [string, Value]] : []),
    ...(former ? [["上年", `${former.year} 年度，总分 ${former.totals.total ?? "未评完"}`] as [string, Value]] : []),
    ["建立时间", said(filing.created)],
    ["最后修改时间", said(filing.changed)],
    ["导出时间", said(at)],
    ["表单版本", filing.made_with],
    ...(filing.left_out.length ? [["保密", `有 ${filing.left_out.length} 处声明为秘密的内容未列入，各表中均有标注`] as [string, Value]] : []),
    ["各表", "得分；条款内容（含组织概述）；优势与改进；证据；结果数据（每个指标每年一行）；改进计划；推广与事故；评分与合议；修改记录"],
    ["长内容", "一格放不下的内容接在下一行，两处分别标注〔下一行续〕〔接上一行〕，没有删减"],
  ];
  return { name: "说明", columns: [{ head: "项目", width: 24 }, { head: "内容", width: 90 }], rows: facts };
}

export function scoresSheet(filing: Filing, criteria: CriteriaSet): Sheet {
  const sums = categoryScores(criteria, percentsOf(filing));
  const { total } = totalsOf(filing, criteria);
  const former = filing.last_year;
  const whole = criteria.categories.every(({ points }) => points !== null)
    ? criteria.categories.reduce((sum, { points }) => sum + (points ?? 0), 0)
    : null;
  const rows = criteria.categories.flatMap((category): Value[][] => {
    const sum = sums.get(category.id);
    const complete = sum?.complete ? "" : `已评 ${sum?.scored ?? 0}/${sum?.of ?? 0}`;
    return [
      ["类目", category.id, category.name, figure(category.points), "", sum && sum.scored > 0 ? figure(sum.sum) : "", "", "", "", complete],
      ...category.items.map((item): Value[] => {
        const { percent, band } = answerOf(filing, item.id);
        const chosen = bandById(criteria, band);
        const next = ahead(criteria, item.points, percent);
        return [
          "条款", item.id, item.name, figure(item.points), figure(percent),
          percent === null || item.points === null ? "" : figure(score(item.points, percent)),
          chosen ? bandName(chosen, criteria.step) : "", figure(former?.percents[item.id] ?? null),
          next?.points ? figure(next.points) : "", percent === null ? "未评分" : "",
        ];
      }),
    ];
  });
  return {
    name: "得分",
    columns: [{ head: "层级", width: 8 }, { head: "编号", width: 10 }, { head: "类目或条款", width: 30 }, { head: "分值", width: 10 }, { head: "得分率（%）", width: 12 }, { head: "得分", width: 12 }, { head: "档位", width: 12 }, { head: former ? `${former.year} 年得分率（%）` : "上年得分率（%）", width: 16 }, { head: "进一档可增加（分）", width: 18 }, { head: "说明", width: 20 }],
    rows: [...rows, ["总分", "", "", figure(whole), "", figure(total), "", "", "", total === null ? "条款未评完" : ""]],
  };
}
