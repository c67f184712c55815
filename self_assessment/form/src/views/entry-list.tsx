/** A list of short texts: strengths, improvement areas. Entries are written, moved, taken away. */
import type { JSX } from "preact";
import { added, moved, removed, replaced } from "../filing/editing";
import type { Place } from "../filing/places";
import { useBench, useDesk, useEdit } from "./bench";
import { afterwards, focusField } from "./address";
import { Button, EditButton, WordsField } from "./controls";
import type { Filing } from "../made";

interface EntryListProps {
  id: string;
  name: string;
  place: Place;
  entries: readonly string[];
  most?: number;
  placeholder?: string;
  write: (filing: Filing, entries: string[]) => Filing;
  readOnly?: boolean;
}

export function EntryList({ id, name, place, entries, most = 200, placeholder, write, readOnly }: EntryListProps): JSX.Element {
  const edit = useEdit();
  const { say, desk } = useBench();
  const closed = useDesk((d) => d.closed !== "") || !!readOnly;
  const put = (what: string, change: string[], field = place.field): void => edit({ ...place, field }, what, (f) => write(f, change));
  const add = (): void => {
    put(`添加${name}`, added(entries, ""));
    afterwards(() => focusField(`${id}-${entries.length}`));
  };
  const take = (at: number): void => {
    desk.pause();
    put(`删除${name}`, removed(entries, at));
    if (entries[at]) say(`删除了一条${name}。`, { label: "撤销", act: () => desk.undo() });
  };
  return (
    <div class="entries" id={id} tabIndex={-1}>
      {entries.map((text, i) => (
        <div class="entry" key={i}>
          <span class="entry-number" aria-hidden="true">{i + 1}</span>
          <WordsField
            id={`${id}-${i}`} label={`${name}第 ${i + 1} 条`} hideLabel rows={1} value={text} placeholder={placeholder} readOnly={readOnly}
            onInput={(value) => put(`修改${name}`, replaced(entries, i, value), `${place.field}-${i}`)}
          />
          {!closed && (
            <span class="entry-tools">
              <Button kind="bare" icon="up" label={`${name}第 ${i + 1} 条上移`} disabled={i === 0} onClick={() => put(`移动${name}`, moved(entries, i, i - 1))} />
              <Button kind="bare" icon="down" label={`${name}第 ${i + 1} 条下移`} disabled={i === entries.length - 1} onClick={() => put(`移动${name}`, moved(entries, i, i + 1))} />
              <Button kind="bare" icon="remove" label={`删除${name}第 ${i + 1} 条`} onClick={() => take(i)} />
            </span>
          )}
        </div>
      ))}
      {!readOnly && <EditButton kind="quiet" icon="add" disabled={entries.length >= most} onClick={add}>添加{name}</EditButton>}
    </div>
  );
}
