/** Large text, light and dark. */
import type { JSX } from "preact";
import { onPreferences, prefer, preferences } from "../keeping/preferences";
import { useWatched } from "./bench";
import { Button } from "./plain-button";

export function ViewSwitches(): JSX.Element {
  const { large, theme } = useWatched(onPreferences, preferences);
  const next = theme === "auto" ? "dark" : theme === "dark" ? "light" : "auto";
  const names = { auto: "随系统明暗", dark: "深色", light: "浅色" };
  return (
    <p class="switches">
      <Button kind="quiet" pressed={large} onClick={() => prefer({ large: !large })}>大字</Button>
      <Button kind="quiet" title={`换成${names[next]}`} onClick={() => prefer({ theme: next })}>{names[theme]}</Button>
    </p>
  );
}
