/**
 * Edits of a filing, as pure functions: the filing that went in is never changed, and what an edit
 * does not touch stays the same object.
 */
import type {
  Award, Commitment, CriteriaSet, ElementAnswer, Filing, Incidents, ItemAnswer, Organisation,
  ProfileAnswer,
} from "../made";
import { bandOf, totalsOf } from "../scoring";
import { answerOf, elementOf, profileOf } from "./answers";

export function withOrganisation(filing: Filing, change: Partial<Organisation>): Filing {
  return { ...filing, organisation: { ...filing.organisation, ...change } };
}

export function withAward(filing: Filing, change: Partial<Award>): Filing {
  return { ...filing, award: { ...filing.award, ...change } };
}

export function withYear(filing: Filing, year: number): Filing {
  return { ...filing, year };
}

export function withCommitment(filing: Filing, change: Partial<Commitment>): Filing {
  return { ...filing, commitment: { ...filing.commitment, ...change } };
}

export function withIncidents(filing: Filing, change: Partial<Incidents>): Filing {
  return { ...filing, incidents: { ...filing.incidents, ...change } };
}

export function withProfile(filing: Filing, heading: string, change: Partial<ProfileAnswer>): Filing {
  const answer = { ...profileOf(filing, heading), ...change };
  return { ...filing, profile: { ...filing.profile, [heading]: answer } };
}

export function withItem(filing: Filing, item: string, change: Partial<ItemAnswer>): Filing {
  return { ...filing, items: { ...filing.items, [item]: { ...answerOf(filing, item), ...change } } };
}

export function withElement(
  filing: Filing, item: string, element: string, change: Partial<ElementAnswer>,
): Filing {
  const answer = answerOf(filing, item);
  const elements = { ...answer.elements, [element]: { ...elementOf(answer, element), ...change } };
  return withItem(filing, item, { elements });
}

/** The best fit of the whole item, with its band; `null` takes the score away. Totals follow. */
export function withPercent(
  filing: Filing, criteria: CriteriaSet, item: string, percent: number | null,
): Filing {
  const band = percent === null ? null : bandOf(criteria, percent);
  const scored = withItem(filing, item, { percent, band: band ? band.id : null });
  return withTotals(scored, criteria);
}

/** The filing with its scores computed anew. */
export function withTotals(filing: Filing, criteria: CriteriaSet): Filing {
  return { ...filing, totals: totalsOf(filing, criteria) };
}

export function added<T>(list: readonly T[], entry: T): T[] {
  return [...list, entry];
}

export function replaced<T>(list: readonly T[], at: number, entry: T): T[] {
  return list.map((old, i) => (i === at ? entry : old));
}

export function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

/** The entry at `at` moved to `to`; the same order where there is no such place. */
export function moved<T>(list: readonly T[], at: number, to: number): T[] {
  const order = list.slice();
  if (to < 0 || to >= list.length) return order;
  order.splice(to, 0, ...order.splice(at, 1));
  return order;
}
