/** Items, categories and the total of a filing, from the percents of its items. */
import type { CriteriaSet, Filing, Totals } from "../made";
import { decimal, score } from "./exact";

/** The percent of each item by its id; null where it has none yet. */
export type Percents = ReadonlyMap<string, number | null>;

/**
 * The score of a category so far: `sum` of those of its items that have one. It is the category's
 * score only where `complete`; until then it is shown as a part. `sum` is null for a set without
 * points.
 */
export interface CategoryScore {
  sum: string | null;
  scored: number;
  of: number;
  complete: boolean;
}

type Scored = { categories: readonly ScoredCategory[] };
type ScoredCategory = { id: string; items: readonly ScoredItem[] };
type ScoredItem = { id: string; points: number | null };

/** The percents that a filing gives its items. */
export function percentsOf(filing: Pick<Filing, "items">): Percents {
  return new Map(Object.entries(filing.items).map(([id, answer]) => [id, answer.percent]));
}

/** The scores of a filing, as its `totals` hold them. */
export function totalsOf(filing: Pick<Filing, "items">, criteria: CriteriaSet): Totals {
  return totals(criteria, percentsOf(filing));
}

/**
 * Every score that is known, exact.
 *
 * An item without a percent is absent, a category until all its items have one; the total is null
 * until all items have one. A set without points has no scores at all. Percents of items that the
 * set does not know count for nothing.
 */
export function totals(criteria: Scored, percents: Percents): Totals {
  const items: Totals["items"] = {};
  const categories: Totals["categories"] = {};
  const all: ScoredItem[] = [];
  for (const category of criteria.categories) {
    all.push(...category.items);
    for (const { id, points } of category.items) {
      const percent = percents.get(id) ?? null;
      if (points !== null && percent !== null) items[id] = score(points, percent);
    }
    const whole = hundredths(category.items, percents);
    if (whole !== null) categories[category.id] = decimal(whole);
  }
  const total = hundredths(all, percents);
  return { items, categories, total: total === null ? null : decimal(total) };
}

/** Each category by its id, complete or not. */
export function categoryScores(criteria: Scored, percents: Percents): Map<string, CategoryScore> {
  return new Map(criteria.categories.map((category) => [category.id, soFar(category, percents)]));
}

function soFar(category: ScoredCategory, percents: Percents): CategoryScore {
  const scored = category.items.filter(({ id }) => (percents.get(id) ?? null) !== null);
  const without = category.items.some(({ points }) => points === null);
  return {
    sum: without ? null : decimal(hundredths(scored, percents) ?? 0),
    scored: scored.length,
    of: category.items.length,
    complete: scored.length === category.items.length,
  };
}

/** The sum over items in hundredths of a point; null where one lacks points or percent. */
function hundredths(items: readonly ScoredItem[], percents: Percents): number | null {
  let whole = 0;
  for (const { id, points } of items) {
    const percent = percents.get(id) ?? null;
    if (points === null || percent === null) return null;
    whole += points * percent;
  }
  return whole;
}
