/** Who changed what when: changes to one place in one sitting are one entry. */
import type { Change, Filing } from "../made";
import { moment } from "./moments";

const MOST = 5000;
const SITTING = 30 * 60 * 1000;
const FRESH = 60 * 1000;

/** The filing with one entry more, or with the entry of this sitting brought up to now. */
export function noted(
  filing: Filing, who: string, where: string, what: string, now: Date = new Date(),
): Filing {
  const history = filing.history;
  const at = lastOf(history, who, where);
  if (at >= 0) {
    const age = now.getTime() - new Date(history[at]!.at).getTime();
    if (age < FRESH && history[at]!.what === what) return filing;
    if (age < SITTING) {
      const entry: Change = { ...history[at]!, at: moment(now), what };
      return { ...filing, history: [...history.slice(0, at), ...history.slice(at + 1), entry] };
    }
  }
  const entry: Change = { at: moment(now), who, where, what };
  return { ...filing, history: [...history.slice(-(MOST - 1)), entry] };
}

function lastOf(history: readonly Change[], who: string, where: string): number {
  for (let i = history.length - 1; i >= 0 && i >= history.length - 200; i--) {
    if (history[i]!.where === where && history[i]!.who === who) return i;
  }
  return -1;
}
