/** Parts of a filing that departments and assessors take away, and what comes back with them. */
import type { Assignment, CriteriaSet, Filing } from "../made";
import { alike } from "./alike";
import { answerOf, profileOf } from "./answers";
import { contentsOf } from "./contents";
import { withTotals } from "./editing";
import { moment } from "./moments";

/**
 * A copy of the filing for whoever takes a part. For writing it holds the texts of that part only;
 * for assessing it holds all texts and nobody's scores, so that each assessor judges alone.
 */
export function partFor(
  filing: Filing, criteria: CriteriaSet, kind: Assignment["kind"], taker: string,
  items: string[], headings: string[],
): Filing {
  const assignment: Assignment = { kind, taken_by: taker, items, headings, taken_at: moment() };
  const alone: Filing = { ...filing, assignment, exported: null, assessments: [], consensus: {}, history: [], retired: [] };
  if (kind === "assessing") {
    const unscored = Object.fromEntries(Object.entries(filing.items).map(([id, answer]) => [id, {
      ...answer, percent: null, band: null,
      elements: Object.fromEntries(Object.entries(answer.elements).map(([key, e]) => [key, { ...e, band: null }])),
    }]));
    return withTotals({ ...alone, items: unscored }, criteria);
  }
  const writing: Filing = {
    ...alone,
    items: only(filing.items, items),
    profile: only(filing.profile, headings),
    plan: filing.plan.filter((step) => step.items.some((id) => items.includes(id))),
    promotion: [],
    incidents: { none: null, entries: [] },
    last_year: null,
  };
  return withTotals(writing, criteria);
}

function only<T>(map: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([id]) => ids.includes(id)));
}

/** Whether a view is for whoever has this filing: in a part for writing, only what was taken. */
export function isMine(filing: Filing, view: string): boolean {
  const taken = filing.assignment;
  if (!taken || taken.kind !== "writing") return true;
  return taken.items.includes(view) || (view === "profile" && taken.headings.length > 0);
}

/**
 * What a part says to fields outside of it is nothing: the whole's own answers are put there, so
 * that comparing the two shows the part and not its gaps.
 */
export function filledUp(part: Filing, whole: Filing, criteria: CriteriaSet): Filing {
  const taken = part.assignment;
  if (!taken) return part;
  if (taken.kind === "assessing") return { ...whole, assessments: part.assessments, assignment: taken };
  const { items, headings } = contentsOf(criteria);
  const own = (id: string): boolean => taken.items.includes(id);
  return withTotals({
    ...whole,
    items: Object.fromEntries(items.filter(({ id }) => id in part.items || id in whole.items)
      .map(({ id }) => [id, own(id) ? answerOf(part, id) : answerOf(whole, id)])),
    profile: Object.fromEntries(headings.filter(({ id }) => id in part.profile || id in whole.profile)
      .map(({ id }) => [id, taken.headings.includes(id) ? profileOf(part, id) : profileOf(whole, id)])),
    plan: [
      ...whole.plan,
      ...part.plan.filter((step) => !whole.plan.some((old) => alike(old, step))),
    ],
    assessments: part.assessments,
    assignment: taken,
  }, criteria);
}
