/** How far an item is: nothing, in work, written, or to be looked at again. */
import type { ItemAnswer, ProfileAnswer } from "../made";

export type Standing = "empty" | "in_work" | "complete" | "review";

export const STANDING_WORDS: Record<Standing, string> = {
  empty: "未开始",
  in_work: "撰写中",
  complete: "已写完",
  review: "待复核",
};

/** Why an answer waits, in words. */
export const WAITS_WORDS: Record<ItemAnswer["waits"], string> = {
  "": "",
  carried_over: "沿用待更新",
  criteria_changed: "准则有变，待复核",
};

const known = new WeakMap<ItemAnswer, Standing>();

export function standingOf(answer: ItemAnswer): Standing {
  let standing = known.get(answer);
  if (!standing) {
    standing = answer.waits ? "review" : answer.complete ? "complete" : isBlank(answer) ? "empty" : "in_work";
    known.set(answer, standing);
  }
  return standing;
}

export function profileStanding(answer: ProfileAnswer): Standing {
  if (answer.waits) return "review";
  return answer.text.trim() ? "complete" : "empty";
}

export function isBlank(answer: ItemAnswer): boolean {
  return (
    answer.percent === null &&
    !answer.strengths.length && !answer.improvements.length &&
    !answer.evidence.length && !answer.tables.length &&
    Object.values(answer.elements).every((element) => !element.text && !element.band)
  );
}
