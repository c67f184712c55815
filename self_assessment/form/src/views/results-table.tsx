/** One table of results: indicators over years, with target and benchmark, written like a sheet. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Indicator, Item, ResultsTable } from "../made";
import { answerOf } from "../filing/answers";
import { withItem } from "../filing/editing";
import { columnsOf, isBlock, paste, type Column } from "../filing/pasting";
import { tablePlace } from "../filing/places";
import {
  MOST_ROWS, MOST_YEARS, withNewRow, withNewYear, withoutRow, withoutYear, withRow, withValue, withYearAt,
} from "../filing/tables";
import { GOOD } from "../charts/reading";
import { multiples } from "../charts/multiples";
import { Figure } from "../charts/figure";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Button, EditButton, LineField, TickField, WordsField } from "./controls";
import { FigureCell, WholeField } from "./figure-cell";

interface TableProps {
  item: Item;
  id: string;
  readOnly?: boolean;
}

/** The table of this id, as it stands; a stand-in for the moment in which it is taken away. */
function useTable({ item, id }: TableProps): ResultsTable {
  return useFiling((f) => answerOf(f, item.id).tables.find((table) => table.id === id)) || GONE;
}

const GONE: ResultsTable = { id: "gone", title: "", years: [2000], rows: [], note: "", secret: false };

export function TableEditor(props: TableProps): JSX.Element {
  const { item, id } = props;
  const { criteria, desk, say } = useBench();
  const table = useTable(props);
  const edit = useEdit();
  const place = tablePlace(criteria, item.id, table);
  const field = place.field;
  const put = (what: string, change: (table: ResultsTable) => ResultsTable, at = field): void =>
    edit({ ...place, field: at }, what, (f) => withItem(f, item.id, {
      tables: answerOf(f, item.id).tables.map((each) => (each.id === id ? change(each) : each)),
    }));
  const pasted = (row: number, column: Column, text: string): void => {
    const outcome = paste(table, row, column, text);
    put("粘贴数据", () => outcome.table, `${field}-paste-${Date.now()}`);
    say(pastedInWords(outcome.filled, outcome.unread, outcome.dropped));
  };
  const addRow = (): void => {
    put("添加指标", withNewRow);
    afterwards(() => focusField(`${field}-r${table.rows.length}-name`));
  };
  return (
    <div class="results">
      <div class="results-head">
        <LineField id={`${field}-title`} label="表名" value={table.title} onInput={(title) => put("修改表名", (t) => ({ ...t, title }), `${field}-title`)} />
      </div>
      <div class="sheet-frame" tabIndex={0} role="region" aria-label={`结果表${table.title}，可左右滚动`}>
        <table class="sheet">
          <thead>
            <tr>
              <th scope="col" class="sheet-name">指标</th>
              <th scope="col">单位</th>
              <th scope="col">好的方向</th>
              {table.years.map((year, i) => (
                <th scope="col" key={i} class="sheet-year">
                  <WholeField
                    id={`${field}-y${i}`} class="cell cell-year" label={`第 ${i + 1} 列年份`} value={year} low={1990} high={2199}
                    onValue={(next) => next !== null && put("修改年份", (t) => withYearAt(t, i, next), `${field}-y${i}`)}
                  />
                  {table.years.length > 1 && <EditButton kind="bare" icon="close" label={`删除 ${year} 年这一列`} onClick={() => { desk.forgetRough(`${field}-`); put("删除年份", (t) => withoutYear(t, i), `${field}-years`); }} />}
                </th>
              ))}
              <th scope="col">目标值</th>
              <th scope="col">对比值</th>
              <th scope="col" class="sheet-source">对比数据来源</th>
              <th scope="col"><span class="unseen">操作</span></th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => <RowEditor key={i} field={field} row={row} years={table.years} at={i} put={put} onPaste={pasted} />)}
          </tbody>
        </table>
      </div>
      <div class="results-tools">
        <EditButton kind="quiet" icon="add" disabled={table.rows.length >= MOST_ROWS} onClick={addRow}>添加指标</EditButton>
        <EditButton kind="quiet" icon="add" disabled={table.years.length >= MOST_YEARS} onClick={() => put("添加年份", (t) => withNewYear(t, "after"), `${field}-years`)}>后一年</EditButton>
        <EditButton kind="quiet" icon="add" disabled={table.years.length >= MOST_YEARS} onClick={() => put("添加年份", (t) => withNewYear(t, "before"), `${field}-years`)}>前一年</EditButton>
        <p class="results-help">可以从 Excel 复制一块单元格，在左上角的格子里粘贴；带年份表头也认得。</p>
      </div>
      <WordsField id={`${field}-note`} label="说明" rows={2} value={table.note} help="写明数据来源、口径，以及空缺年份的原因。" onInput={(note) => put("修改说明", (t) => ({ ...t, note }), `${field}-note`)} />
      <TickField id={`${field}-secret`} label="这张表声明为秘密" checked={table.secret} help="导出时可以选择不列入，并注明。" onChange={(secret) => put(secret ? "声明为秘密" : "取消秘密", (t) => ({ ...t, secret }))} />
      <Charts table={table} />
    </div>
  );
}

interface RowProps {
  field: string;
  row: Indicator;
  years: readonly number[];
  at: number;
  put: (what: string, change: (table: ResultsTable) => ResultsTable, at?: string) => void;
  onPaste: (row: number, column: Column, text: string) => void;
}

function RowEditor({ field, row, years, at, put, onPaste }: RowProps): JSX.Element {
  const { desk, say } = useBench();
  const closed = useDesk((d) => d.closed !== "");
  const name = row.name || `第 ${at + 1} 行`;
  const cell = (column: Column): string => `${field}-r${at}-${typeof column === "number" ? `c${column}` : column}`;
  const change = (column: Column, part: Partial<Indicator>): void => put("修改数据", (t) => withRow(t, at, part), cell(column));
  const unit = (percent: boolean): Partial<Indicator> => (percent && !row.unit ? { unit: "%" } : {});
  const onCell = (column: Column) => ({
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
      if (closed || !isBlock(text)) return;
      event.preventDefault();
      onPaste(at, column, text);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const way = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (!way || event.isComposing || (event.target as Element).tagName === "SELECT") return;
      if (focusCell(`${field}-r${at + way}-${typeof column === "number" ? `c${column}` : column}`)) event.preventDefault();
    },
  });
  const line = (column: "name" | "unit" | "source", label: string, value: string, part: (text: string) => Partial<Indicator>): JSX.Element => (
    <input
      id={cell(column)} class={`cell cell-${column}`} type="text" aria-label={`${name}，${label}`} value={value} readOnly={closed} maxLength={500}
      autocomplete="off" onInput={(event) => change(column, part(event.currentTarget.value))}
    />
  );
  return (
    <tr>
      <th scope="row" class="sheet-name" {...onCell("name")}>{line("name", "指标名称", row.name, (text) => ({ name: text }))}</th>
      <td {...onCell("unit")}>{line("unit", "单位", row.unit, (text) => ({ unit: text }))}</td>
      <td>
        <select class="cell cell-good" aria-label={`${name}，好的方向`} value={row.good} disabled={closed} onChange={(event) => change("good", { good: event.currentTarget.value as Indicator["good"] })}>
          {(Object.keys(GOOD) as Indicator["good"][]).map((good) => <option key={good} value={good}>{GOOD[good]}</option>)}
        </select>
      </td>
      {years.map((year, i) => (
        <td key={i} {...onCell(i)}>
          <FigureCell id={cell(i)} label={`${name}，${year} 年`} value={row.values[i] || ""} onValue={(value, percent) => put("修改数据", (t) => withRow(withValue(t, at, i, value), at, unit(percent)), cell(i))} />
        </td>
      ))}
      <td {...onCell("target")}><FigureCell id={cell("target")} label={`${name}，目标值`} value={row.target} onValue={(target, percent) => change("target", { target, ...unit(percent) })} /></td>
      <td {...onCell("benchmark")}><FigureCell id={cell("benchmark")} label={`${name}，对比值`} value={row.benchmark.value} onValue={(value, percent) => change("benchmark", { benchmark: { ...row.benchmark, value }, ...unit(percent) })} /></td>
      <td {...onCell("source")}>{line("source", "对比数据来源", row.benchmark.source, (text) => ({ benchmark: { ...row.benchmark, source: text } }))}</td>
      <td>
        {!closed && (
          <Button
            kind="bare" icon="remove" label={`删除指标 ${name}`}
            onClick={() => {
              desk.pause();
              desk.forgetRough(`${field}-r`);
              put("删除指标", (t) => withoutRow(t, at));
              say(`删除了指标“${name}”。`, { label: "撤销", act: () => desk.undo() });
            }}
          />
        )}
      </td>
    </tr>
  );
}

function focusCell(id: string): boolean {
  const cell = document.getElementById(id);
  if (!(cell instanceof HTMLInputElement)) return false;
  cell.focus();
  cell.select();
  return true;
}

function pastedInWords(filled: number, unread: readonly string[], dropped: number): string {
  const strange = unread.length ? `；${unread.length} 格不是数字，没有放进去：${unread.slice(0, 3).join("、")}${unread.length > 3 ? " 等" : ""}` : "";
  return `贴入 ${filled} 格${strange}${dropped ? `；超出 ${MOST_ROWS} 行的 ${dropped} 行没有放进去` : ""}。`;
}

/** The charts of a table, drawn when the writer pauses. */
function Charts({ table }: { table: ResultsTable }): JSX.Element | null {
  const [drawn, setDrawn] = useState(table);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(table), 400);
    return () => clearTimeout(timer);
  }, [table]);
  const { drawings, more } = multiples(drawn);
  if (!drawings.length) return null;
  return (
    <details class="charts" open>
      <summary>图（{drawings.length} 幅{more ? `，另有 ${more} 个指标见表` : ""}）</summary>
      <div class="charts-grid">{drawings.map((drawing, i) => <Figure key={i} drawing={drawing} />)}</div>
    </details>
  );
}

/** A table to read: for tables far down the page, and for those one may not change. */
export function TableReading({ table }: { table: ResultsTable }): JSX.Element {
  const columns = columnsOf(table).length;
  return (
    <div class="sheet-frame" tabIndex={0} role="region" aria-label={`结果表${table.title}，可左右滚动`}>
      <table class="sheet sheet-plain">
        <caption>{table.title || "（无表名）"}{table.secret ? "，声明为秘密" : ""}</caption>
        <thead>
          <tr>
            <th scope="col">指标</th><th scope="col">单位</th><th scope="col">好的方向</th>
            {table.years.map((year, i) => <th scope="col" key={i}>{year}</th>)}
            <th scope="col">目标值</th><th scope="col">对比值</th><th scope="col">对比数据来源</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{row.name}</th><td>{row.unit}</td><td>{GOOD[row.good]}</td>
              {row.values.map((value, j) => <td key={j} class="figure">{value || "—"}</td>)}
              <td class="figure">{row.target || "—"}</td><td class="figure">{row.benchmark.value || "—"}</td><td>{row.benchmark.source}</td>
            </tr>
          ))}
          {table.note && <tr><td colSpan={columns}>{table.note}</td></tr>}
        </tbody>
      </table>
    </div>
  );
}
