/** The head of a plain view: its name, and in a line what it is for. */
import type { ComponentChildren, JSX } from "preact";

export function PageHead({ view, title, children }: { view: string; title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <header class="page-head" id={`${view}-top`} tabIndex={-1}>
      <h1>{title}</h1>
      {children && <p class="page-lead">{children}</p>}
    </header>
  );
}
