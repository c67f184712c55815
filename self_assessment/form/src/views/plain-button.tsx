/** A button outside of an open draft. */
import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons";

interface PlainButtonProps {
  children?: ComponentChildren;
  icon?: IconName;
  kind?: "main" | "plain" | "quiet" | "bare";
  label?: string;
  title?: string;
  id?: string;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  onClick: () => void;
}

/** `main` once a view; `quiet` without a border; `bare` an icon whose name is `label`. */
export function Button(props: PlainButtonProps): JSX.Element {
  const { children, icon, kind = "plain", label, title, id, disabled, pressed, expanded, onClick } = props;
  return (
    <button
      type="button" id={id} class={`button button-${kind}`} aria-label={label} title={title || (kind === "bare" ? label : undefined)}
      disabled={disabled} aria-pressed={pressed} aria-expanded={expanded} onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  );
}
