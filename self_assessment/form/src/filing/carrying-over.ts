/** This year's filing, begun from last year's: texts stay and wait to be brought up to date. */
import type { CriteriaSet, Filing, ItemAnswer, ProfileAnswer, ResultsTable } from "../made";
import { newFiling } from "./beginning";
import { newId } from "./ids";
import { withTotals } from "./editing";
import { withNewYear, withoutYear } from "./tables";

const USUAL_YEARS = 3;

/**
 * A new filing for `year` from `old`, which answers the same criteria. Scores start empty and are
 * kept to compare with; tables roll on to the new year; what belongs to one year (promotion,
 * incidents, assessments, history) starts empty.
 */
export function carriedOver(
  old: Filing, year: number, criteria: CriteriaSet, madeWith: string,
): Filing {
  const fresh = newFiling(year, criteria, old.award.name, madeWith);
  const percents: Record<string, number> = {};
  for (const [id, answer] of Object.entries(old.items)) {
    if (answer.percent !== null) percents[id] = answer.percent;
  }
  const filing: Filing = {
    ...fresh,
    organisation: old.organisation,
    award: old.award,
    profile: mapped(old.profile, waitingProfile),
    items: mapped(old.items, (answer) => waitingItem(answer, year - old.year)),
    plan: old.plan.filter((step) => step.state !== "done"),
    commitment: { accepted: false, representative: old.commitment.representative, on: "" },
    retired: old.retired,
    last_year: { year: old.year, criteria: old.criteria.id, percents, totals: old.totals },
    history: [{ at: fresh.created, who: "", where: "全文", what: `沿用 ${old.year} 年度自评报告` }],
  };
  return withTotals(filing, criteria);
}

function waitingProfile(answer: ProfileAnswer): ProfileAnswer {
  return answer.text ? { ...answer, waits: "carried_over" } : answer;
}

function waitingItem(answer: ItemAnswer, years: number): ItemAnswer {
  return {
    ...answer,
    tables: answer.tables.map((table) => rolled(table, years)),
    percent: null,
    band: null,
    complete: false,
    waits: "carried_over",
  };
}

/** The table moved on by some years; the oldest columns go beyond the width that it had. */
function rolled(table: ResultsTable, years: number): ResultsTable {
  const width = Math.max(USUAL_YEARS, table.years.length);
  let next: ResultsTable = { ...table, id: newId("t") };
  for (let i = 0; i < years && i < width; i++) {
    if (next.years.length >= width) next = withoutYear(next, 0);
    next = withNewYear(next, "after");
  }
  return next;
}

function mapped<T>(map: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
