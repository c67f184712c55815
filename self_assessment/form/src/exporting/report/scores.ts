/** The score table with category sums and total, and the two charts that show it at a glance. */

import { bars } from "../../charts/bars";
import type { Bar } from "../../charts/bars";
import { radar } from "../../charts/radar";
import { answerOf } from "../../filing/answers";
import { bandById, bandName } from "../../filing/contents";
import type { Category, CriteriaSet, Filing, Item, Settings } from "../../made";
import { ahead, categoryScores, percentsOf, score, totalsOf } from "../../scoring";
import { line, table } from "./blocks";
import type { Block, Column, Row } from "./blocks";

export function scores(filing: Filing, criteria: CriteriaSet, settings: Settings): Block[] {
  const { total } = totalsOf(filing, criteria);
  const pointed = criteria.categories.every(({ points }) => points !== null);
  return [
    ...(pointed ? [line(sentence(criteria, settings, total), "facts")] : []),
    table({ caption: "得分表", columns: columns(filing, pointed), rows: rows(filing, criteria, pointed) }),
    line("条款得分为分值乘以得分率，类目和总分为各条款得分之和；得分率按最符合的档位整体判定，不由各要素平均。", "note"),
    ...charts(filing, criteria),
  ];
}

function sentence(criteria: CriteriaSet, settings: Settings, total: string | null): string {
  const whole = criteria.categories.reduce((sum, { points }) => sum + (points ?? 0), 0);
  if (total === null) return `总分待各条款评完后得出（满分 ${whole} 分）`;
  const floor = Number(settings.floor);
  const held = settings.floor ? (Number(total) >= floor ? `，达到 ${settings.floor} 分` : `，未达到 ${settings.floor} 分`) : "";
  return `总分 ${total} 分（满分 ${whole} 分${held}）`;
}

function columns(filing: Filing, pointed: boolean): Column[] {
  const former = filing.last_year ? [{ head: `${filing.last_year.year} 年得分率`, share: 13, align: "end" as const }] : [];
  return [
    { head: "编号", share: 10 },
    { head: "类目或条款", share: 34 },
    ...(pointed ? [{ head: "分值", share: 9, align: "end" as const }] : []),
    { head: "得分率", share: 10, align: "end" },
    ...(pointed ? [{ head: "得分", share: 11, align: "end" as const }] : []),
    { head: "档位", share: 13, align: "middle" },
    ...former,
  ];
}

function rows(filing: Filing, criteria: CriteriaSet, pointed: boolean): Row[] {
  const sums = categoryScores(criteria, percentsOf(filing));
  const former = filing.last_year;
  const told = (id: string): string[] => (former ? [percent(former.percents[id])] : []);
  const of = (category: Category): Row => {
    const sum = sums.get(category.id);
    const partial = sum && !sum.complete && sum.scored > 0 ? `（已评 ${sum.scored}/${sum.of}）` : "";
    const share = sum?.complete && sum.sum !== null && category.points ? `${tenth((Number(sum.sum) / category.points) * 100)}%` : "";
    const scored = sum && sum.scored > 0 ? `${sum.sum ?? ""}` : "—";
    return {
      look: "part",
      cells: [category.id, `${category.name}${partial}`, ...(pointed ? [`${category.points}`] : []), share, ...(pointed ? [scored] : []), "", ...(former ? [""] : [])],
    };
  };
  const one = (item: Item): Row => {
    const answer = answerOf(filing, item.id);
    const band = bandById(criteria, answer.band);
    const got = answer.percent === null || item.points === null ? "—" : score(item.points, answer.percent);
    return {
      cells: [item.id, item.name, ...(pointed ? [`${item.points}`] : []), percent(answer.percent), ...(pointed ? [got] : []), band ? bandName(band, criteria.step) : "", ...told(item.id)],
    };
  };
  const whole = criteria.categories.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const { total } = totalsOf(filing, criteria);
  const last = former?.totals.total ? [`${former.totals.total} 分`] : former ? [""] : [];
  const end: Row = { look: "sum", cells: ["", "总分", `${whole}`, "", total ?? "未评完", "", ...last] };
  return [...criteria.categories.flatMap((category) => [of(category), ...category.items.map(one)]), ...(pointed ? [end] : [])];
}

function charts(filing: Filing, criteria: CriteriaSet): Block[] {
  const year = filing.year;
  const before = filing.last_year?.year;
  const web = radar(spokes(filing, criteria), year, before);
  const ladder = bars(barsOf(filing, criteria), year, before);
  return [
    ...(web ? [{ block: "charts" as const, drawings: [web], wide: true }] : []),
    ...(ladder ? [{ block: "charts" as const, drawings: [ladder], wide: true }] : []),
  ];
}

/** The axes of the radar: percent of points by category, this year and last. */
export function spokes(filing: Filing, criteria: CriteriaSet): { name: string; percent: number | null; former: number | null }[] {
  const sums = categoryScores(criteria, percentsOf(filing));
  const former = filing.last_year?.totals.categories ?? {};
  return criteria.categories.map(({ id, name, points }) => {
    const sum = sums.get(id);
    const reached = (scored: string | null | undefined): number | null =>
      scored === null || scored === undefined || !points ? null : (Number(scored) / points) * 100;
    return { name, percent: sum?.complete ? reached(sum.sum) : null, former: reached(former[id]) };
  });
}

/** The bars: every item, with the way to its next band. */
export function barsOf(filing: Filing, criteria: CriteriaSet): Bar[] {
  const former = filing.last_year?.percents ?? {};
  return criteria.categories.flatMap(({ items }) =>
    items.map(({ id, name, points }) => {
      const { percent: reached } = answerOf(filing, id);
      const next = ahead(criteria, points, reached);
      return {
        id, name, percent: reached,
        former: former[id] ?? null,
        next: next?.band.low ?? null,
        gain: next?.points ?? null,
        score: points === null || reached === null ? "" : `${score(points, reached)} / ${points}`,
      };
    }),
  );
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : `${value}%`;
}

function tenth(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}
