/**
 * Several assessors' opinions of one item, and the consensus: a record of its own. Its inputs are
 * kept as they were, and the spread stays visible.
 */
import type { Assessment, Consensus, CriteriaSet, Filing, Opinion } from "../made";
import { has } from "./answers";
import { withPercent } from "./editing";
import { newId } from "./ids";
import { moment } from "./moments";

export const EMPTY_OPINION: Opinion = Object.freeze({ percent: null, strengths: "", improvements: "", note: "" });

export interface Heard {
  id: string;
  assessor: string;
  opinion: Opinion;
}

/** What each assessor said of an item, in the order they came; those who said nothing are left out. */
export function heardOn(filing: Filing, item: string): Heard[] {
  return filing.assessments.flatMap(({ id, assessor, items }) =>
    has(items, item) && !isSilent(items[item]!) ? [{ id, assessor, opinion: items[item]! }] : []);
}

export function opinionOf(assessment: Assessment | undefined, item: string): Opinion {
  return assessment && has(assessment.items, item) ? assessment.items[item]! : EMPTY_OPINION;
}

function isSilent(opinion: Opinion): boolean {
  return opinion.percent === null && !opinion.strengths && !opinion.improvements && !opinion.note;
}

/** The greatest percent less the smallest; `null` with fewer than two. */
export function spreadOf(heard: readonly Heard[]): number | null {
  const percents = heard.map(({ opinion }) => opinion.percent).filter((p): p is number => p !== null);
  return percents.length < 2 ? null : Math.max(...percents) - Math.min(...percents);
}

/** The filing with one more assessor, who has said nothing yet. */
export function withAssessor(filing: Filing, assessor: string, id = newId("a")): Filing {
  const fresh: Assessment = { id, assessor, at: moment(), items: {} };
  return { ...filing, assessments: [...filing.assessments, fresh] };
}

export function withoutAssessment(filing: Filing, id: string): Filing {
  return { ...filing, assessments: filing.assessments.filter((each) => each.id !== id) };
}

export function withOpinion(filing: Filing, id: string, item: string, change: Partial<Opinion>): Filing {
  return {
    ...filing,
    assessments: filing.assessments.map((each) => each.id !== id ? each : {
      ...each,
      at: moment(),
      items: { ...each.items, [item]: { ...opinionOf(each, item), ...change } },
    }),
  };
}

/** The assessments of both: of one that both have, the later. */
export function gathered(ours: readonly Assessment[], theirs: readonly Assessment[]): Assessment[] {
  const newer = (mine: Assessment): Assessment => {
    const other = theirs.find(({ id }) => id === mine.id);
    return other && Date.parse(other.at) > Date.parse(mine.at) ? other : mine;
  };
  return [...ours.map(newer), ...theirs.filter(({ id }) => !ours.some((mine) => mine.id === id))];
}

/** The agreed percent recorded with its reasons and its inputs; the item's score becomes it. */
export function withConsensus(
  filing: Filing, criteria: CriteriaSet, item: string, percent: number, reasons: string, by: string,
): Filing {
  const heard = heardOn(filing, item).filter(({ opinion }) => opinion.percent !== null);
  const record: Consensus = {
    percent,
    reasons,
    inputs: Object.fromEntries(heard.map(({ id, opinion }) => [id, opinion.percent!])),
    spread: spreadOf(heard) || 0,
    by,
    at: moment(),
  };
  return withPercent({ ...filing, consensus: { ...filing.consensus, [item]: record } }, criteria, item, percent);
}

export function withoutConsensus(filing: Filing, item: string): Filing {
  const { [item]: _gone, ...rest } = filing.consensus;
  return { ...filing, consensus: rest };
}
