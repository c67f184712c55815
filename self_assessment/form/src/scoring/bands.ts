/** The band of a percent, what the bands of the elements suggest, and the way to the next band. */
import type { Band, CriteriaSet } from "../made";
import { score } from "./exact";

/** Percents from `low` to `high`, both included. */
export interface Range {
  low: number;
  high: number;
}

/**
 * The next band, the percent steps to its lower end, and the points that it would bring.
 * `points` is null for an item without points.
 */
export interface Ahead {
  band: Band;
  percent: number;
  points: string | null;
}

type Banded = Pick<CriteriaSet, "bands" | "step">;

/** The band that a percent lies in; null for one that is no step of the set. */
export function bandOf(criteria: Banded, percent: number): Band | null {
  if (percent % criteria.step !== 0) return null;
  return criteria.bands.find(({ low, high }) => low <= percent && percent <= high) ?? null;
}

/**
 * What the bands chosen for the elements suggest: from the lowest to the highest of them.
 *
 * A range to think in, never an average, and never filled in by itself. Null where no element has
 * a band yet. Ids that the set does not know say nothing.
 */
export function suggested(criteria: Banded, bands: Iterable<string | null>): Range | null {
  const ids = new Set(bands);
  const chosen = criteria.bands.filter((band) => ids.has(band.id));
  if (!chosen.length) return null;
  return {
    low: Math.min(...chosen.map((band) => band.low)),
    high: Math.max(...chosen.map((band) => band.high)),
  };
}

/** What the next band would bring an item; null without a percent, and in the highest band. */
export function ahead(
  criteria: Banded, points: number | null, percent: number | null,
): Ahead | null {
  if (percent === null) return null;
  const above = criteria.bands.filter((band) => band.low > percent);
  const [band] = above.sort((one, other) => one.low - other.low);
  if (!band) return null;
  const steps = band.low - percent;
  return { band, percent: steps, points: points === null ? null : score(points, steps) };
}
