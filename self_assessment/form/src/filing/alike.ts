/** Whether two values of JSON say the same, in whatever order their keys stand. */
import { has } from "./answers";

export function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(
    (key) => has(other, key) && alike((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
