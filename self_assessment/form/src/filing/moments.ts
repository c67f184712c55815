/** Points in time, as filings store them and as readers are told them. */

const two = (n: number): string => String(n).padStart(2, "0");

/** `2026-05-07T14:03:09+08:00`: the local time with its offset. */
export function moment(at: Date = new Date()): string {
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const away = Math.abs(offset);
  return `${day(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}` +
    `${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** `2026-05-07`, the local day. */
export function day(at: Date = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `14:03` */
export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `14:03` today, `昨天 16:20` yesterday, `2026-05-01 16:20` before. */
export function spoken(at: Date, now: Date = new Date()): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day(at) === day(now)) return clock(at);
  if (day(at) === day(yesterday)) return `昨天 ${clock(at)}`;
  return `${day(at)} ${clock(at)}`;
}

/** The same for a stored moment; empty for none. */
export function spokenMoment(stored: string | null | undefined, now: Date = new Date()): string {
  if (!stored) return "";
  const at = new Date(stored);
  return isNaN(at.getTime()) ? "" : spoken(at, now);
}

/** `2026-05-07 14:03` for a stored moment, in local time: where the day always matters. */
export function dated(stored: string | null | undefined): string {
  if (!stored) return "";
  const at = new Date(stored);
  return isNaN(at.getTime()) ? "" : `${day(at)} ${clock(at)}`;
}

/** `20260507-1403`, for names of files. */
export function stamp(at: Date = new Date()): string {
  return `${day(at).replace(/-/g, "")}-${two(at.getHours())}${two(at.getMinutes())}`;
}
