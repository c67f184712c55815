/** The results tables of an item. Those far from sight are shown to read, and become editors when near. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Item } from "../made";
import { answerOf, newTable } from "../filing/answers";
import { added, moved, removed, withItem } from "../filing/editing";
import { newId } from "../filing/ids";
import { itemPlace, tablePlace } from "../filing/places";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Button, EditButton } from "./controls";
import { TableEditor, TableReading } from "./results-table";
import type { ResultsTable } from "../made";

const MOST = 100;
const AT_ONCE = 3;

export function TablesSection({ item, readOnly }: { item: Item; readOnly?: boolean }): JSX.Element {
  const { criteria, desk, say } = useBench();
  const edit = useEdit();
  const tables = useFiling((f) => answerOf(f, item.id).tables);
  const year = useFiling((f) => f.year);
  const closed = useDesk((d) => d.closed !== "") || !!readOnly;
  const place = itemPlace(criteria, item.id, "tables", "结果表");
  const put = (what: string, change: (tables: readonly ResultsTable[]) => ResultsTable[]): void =>
    edit(place, what, (f) => withItem(f, item.id, { tables: change(answerOf(f, item.id).tables) }));
  const add = (): void => {
    const table = newTable(newId("t"), year);
    put("添加结果表", (all) => added(all, table));
    afterwards(() => focusField(`${tablePlace(criteria, item.id, table).field}-title`));
  };
  const take = (at: number): void => {
    const { title } = tables[at]!;
    desk.pause();
    put("删除结果表", (all) => removed(all, at));
    say(`删除了结果表${title ? `“${title}”` : ""}。`, { label: "撤销", act: () => desk.undo() });
  };
  return (
    <div class="tables" id={place.field} tabIndex={-1}>
      {tables.map((table, i) => (
        <section key={table.id} class="table-box" id={tablePlace(criteria, item.id, table).field} aria-label={`结果表 ${i + 1}${table.title ? `：${table.title}` : ""}`}>
          <div class="table-box-head">
            <h3>结果表 {i + 1}</h3>
            {!closed && (
              <span class="entry-tools">
                <Button kind="bare" icon="up" label={`结果表 ${i + 1} 上移`} disabled={i === 0} onClick={() => put("移动结果表", (all) => moved(all, i, i - 1))} />
                <Button kind="bare" icon="down" label={`结果表 ${i + 1} 下移`} disabled={i === tables.length - 1} onClick={() => put("移动结果表", (all) => moved(all, i, i + 1))} />
                <Button kind="bare" icon="remove" label={`删除结果表 ${i + 1}`} onClick={() => take(i)} />
              </span>
            )}
          </div>
          {readOnly ? <TableReading table={table} /> : <WhenNear table={table} item={item} now={tables.length <= AT_ONCE} />}
        </section>
      ))}
      {!readOnly && <EditButton icon="add" disabled={tables.length >= MOST} onClick={add}>添加结果表</EditButton>}
    </div>
  );
}

function WhenNear({ table, item, now }: { table: ResultsTable; item: Item; now: boolean }): JSX.Element {
  const [near, setNear] = useState(now || typeof IntersectionObserver === "undefined");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (near || !box.current) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    }, { rootMargin: "400px" });
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [near]);
  return <div ref={box}>{near ? <TableEditor item={item} id={table.id} /> : <TableReading table={table} />}</div>;
}
