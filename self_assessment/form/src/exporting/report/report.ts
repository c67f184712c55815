/**
 * The 《自评报告》 as blocks, from a filing and its criteria.
 *
 * 1. `cover.ts`: the first page, the commitment, who files.
 * 2. `profile.ts`: 组织概述.
 * 3. `answers.ts`, `results.ts`: the items by category, with results tables and their charts.
 * 4. `scores.ts`: the score table, radar and bars.
 * 5. `teamwork.ts`: consensus and opinions, where there are any.
 * 6. `duties.ts`: evidence, improvement plan, promotion (article 34), incidents (article 32).
 * 7. `former.ts`: answers to earlier criteria, where there are any.
 */

import type { CriteriaSet, Filing, Settings } from "../../made";
import { shown } from "../secrets";
import type { Secrets } from "../secrets";
import { itemBlocks } from "./answers";
import { heading, SHEET } from "./blocks";
import type { Block, Report } from "./blocks";
import { commitment, cover, filer } from "./cover";
import { evidence, incidents, plan, promotion } from "./duties";
import { former } from "./former";
import { profile } from "./profile";
import { scores } from "./scores";
import { teamwork } from "./teamwork";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** The report. Sections that have nothing to say are not there, and the rest is numbered through. */
export function reportOf(filing: Filing, criteria: CriteriaSet, settings: Settings, secrets: Secrets): Report {
  const told = shown(filing, criteria, secrets);
  const sections: readonly (readonly [name: string, anchor: string, blocks: readonly Block[], sheet: boolean])[] = [
    ["基本信息", "filer", filer(told), true],
    [criteria.profile?.name ?? "组织概述", "profile", profile(told, criteria), true],
    ["分条款自评", "items", itemBlocks(told, criteria), true],
    ["得分", "scores", scores(told, criteria, settings), true],
    ["评分与合议", "teamwork", teamwork(told, criteria), true],
    ["证据清单", "evidence", evidence(told, criteria), true],
    ["改进计划", "plan", plan(told, criteria), true],
    ["推广情况（第三十四条）", "promotion", promotion(told), false],
    ["质量、安全、环境、健康事故（第三十二条）", "incidents", incidents(told), false],
    ["旧准则内容", "former", former(told), true],
  ];
  const blocks = sections
    .filter(([, , inner]) => inner.length > 0)
    .flatMap(([name, anchor, inner, sheet], place) => [
      ...(sheet ? [SHEET] : []),
      heading(1, `${NUMERALS[place]}、${name}`, anchor),
      ...inner,
    ]);
  return { cover: cover(told, criteria, settings), commitment: commitment(told), blocks };
}
