/**
 * How much room the page has, in its own letters: large text leaves less of it on the same screen.
 *
 * `data-room` on the page says how many regions stand side by side, `data-tight` that the bar must
 * be short. Styles go by these and not by pixels.
 */
import { onPreferences } from "../keeping/preferences";

const THREE = 77.5;
const TWO = 47;
const WIDE_BAR = 66;

export function watchRoom(): void {
  measure();
  window.addEventListener("resize", measure);
  onPreferences(measure);
}

function measure(): void {
  const root = document.documentElement;
  const letters = window.innerWidth / (parseFloat(getComputedStyle(root).fontSize) || 16);
  root.setAttribute("data-room", letters >= THREE ? "three" : letters >= TWO ? "two" : "one");
  root.toggleAttribute("data-tight", letters < WIDE_BAR);
}
