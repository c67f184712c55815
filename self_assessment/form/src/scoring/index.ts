/**
 * Scores, exact: the twin of self_assessment/scoring in Python. Both run the vector files of
 * tests/self_assessment/scoring/vectors.
 *
 * An item has one percent, its best fit as a whole. It is never computed from its elements.
 */
export { ahead, bandOf, suggested, type Ahead, type Range } from "./bands";
export { decimal, score } from "./exact";
export {
  categoryScores, percentsOf, totals, totalsOf, type CategoryScore, type Percents,
} from "./totals";
