/** Points times percent, exact: counted in hundredths of a point, which are whole numbers. */

/** The score of an item, as an exact decimal: 15 points at 45 % are "6.75". */
export function score(points: number, percent: number): string {
  return decimal(points * percent);
}

/**
 * Hundredths of a point as a decimal without exponent or trailing zeros:
 * 675 -> "6.75", 1200 -> "12", -50 -> "-0.5".
 */
export function decimal(hundredths: number): string {
  const size = Math.abs(hundredths);
  const rest = size % 100;
  const whole = (size - rest) / 100;
  const sign = hundredths < 0 ? "-" : "";
  return sign + whole + (rest ? `.${String(rest).padStart(2, "0").replace(/0+$/, "")}` : "");
}
