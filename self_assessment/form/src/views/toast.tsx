/** One line of what just happened, with one thing to do about it. It goes by itself. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Button } from "./plain-button";

export interface Said {
  words: string;
  action?: { label: string; act: () => void } | undefined;
  at: number;
}

const STAYS = 8000;

export function Toast({ said, onGone }: { said: Said | null; onGone: () => void }): JSX.Element {
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(onGone, said.action ? 1.5 * STAYS : STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {said && (
        <div class="toast">
          <p>{said.words}</p>
          {said.action && <Button kind="quiet" onClick={() => { said.action!.act(); onGone(); }}>{said.action.label}</Button>}
          <Button kind="bare" icon="close" label="关闭提示" onClick={onGone} />
        </div>
      )}
    </div>
  );
}
