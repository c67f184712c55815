/** What every view of an open draft works with, and how a view watches the part it shows. */
import { createContext } from "preact";
import { useContext, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { CriteriaSet, Filing } from "../made";
import type { Place } from "../filing/places";
import type { Autosave } from "../keeping/autosave";
import type { Desk } from "../keeping/desk";
import type { KeptFile } from "../keeping/file-handle";
import { onPreferences, preferences, type Preferences } from "../keeping/preferences";
import type { Shelf } from "../keeping/shelf";

export interface Bench {
  criteria: CriteriaSet;
  shelf: Shelf;
  desk: Desk;
  autosave: Autosave;
  file: KeptFile;
  draft: string;
  /** Goes to a view, and to a field of it. */
  go: (view: string, field?: string) => void;
  /** Says something in one line, with one thing to do about it. */
  say: (words: string, action?: { label: string; act: () => void }) => void;
  leave: () => void;
}

export const BenchContext = createContext<Bench | null>(null);

export function useBench(): Bench {
  return useContext(BenchContext)!;
}

type Watch = (watcher: () => void) => () => void;

/** A value that is read anew whenever the source tells, and rendered anew only where it differs. */
export function useWatched<T>(watch: Watch, read: () => T): T {
  const [, again] = useReducer<number, void>((n) => n + 1, 0);
  const value = read();
  const last = useRef({ value, read });
  last.current = { value, read };
  useLayoutEffect(() => {
    const look = (): void => {
      if (last.current.read() !== last.current.value) again();
    };
    look();
    return watch(look);
  }, [watch]);
  return value;
}

const watches = new WeakMap<object, Watch>();

function watchOf(source: { watch: Watch }): Watch {
  let watch = watches.get(source);
  if (!watch) {
    watch = (watcher) => source.watch(watcher);
    watches.set(source, watch);
  }
  return watch;
}

/** A part of the filing: choose something whose identity changes only where it does. */
export function useFiling<T>(choose: (filing: Filing) => T): T {
  const { desk } = useBench();
  return useWatched(watchOf(desk), () => choose(desk.filing));
}

export function useDesk<T>(read: (desk: Desk) => T): T {
  const { desk } = useBench();
  return useWatched(watchOf(desk), () => read(desk));
}

export function useSaved(): Autosave["saved"] {
  const { autosave } = useBench();
  return useWatched(watchOf(autosave), () => autosave.saved);
}

export function useFile<T>(read: (file: KeptFile) => T): T {
  const { file } = useBench();
  return useWatched(watchOf(file), () => read(file));
}

export function usePreferences(): Preferences {
  return useWatched(onPreferences, preferences);
}

/** Makes edits at a place of the filing on the desk. */
export function useEdit(): (place: Place, what: string, change: (filing: Filing) => Filing) => void {
  const { desk } = useBench();
  return (place, what, change) => desk.edit(place, what, change);
}
