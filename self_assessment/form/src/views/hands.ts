/** Whether one works by keyboard or by pointer: older browsers do not know :focus-visible. */
export function watchHands(): void {
  const root = document.documentElement;
  const by = (hand: "keys" | "pointer") => (): void => root.setAttribute("data-by", hand);
  document.addEventListener("keydown", by("keys"), true);
  document.addEventListener("pointerdown", by("pointer"), true);
}
