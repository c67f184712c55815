/**
 * The report on paper: plain blocks that a page break can part, never boxes that cut.
 *
 * It is put into `#print`, which is seen in print only (`print.css`), and holds the same in the
 * same order as the Word file. Browsers do not tell on which page a heading will be, so the
 * contents are without page numbers; newer ones number the pages at the foot.
 */

import type { JSX } from "preact";

import "./print.css";
import { Figure } from "../charts/figure";
import { settings } from "../made";
import type { CriteriaSet, Filing } from "../made";
import { clean, paragraphs } from "./cleaning";
import type { Block, Cell, Cover, Pledge, Table } from "./report/blocks";
import { long, short } from "./report/blocks";
import { reportOf } from "./report/report";
import type { Secrets } from "./secrets";

const SEAL = "〔盖章处〕";

/** The whole report. It is long: render it for the print, not for the screen. */
export function Report({ filing, criteria, secrets }: { filing: Filing; criteria: CriteriaSet; secrets: Secrets }): JSX.Element {
  const report = reportOf(filing, criteria, settings, secrets);
  const depths = depthsOf(report.blocks);
  return (
    <article class="paper" lang="zh-CN">
      <FirstPage cover={report.cover} />
      <Contents blocks={report.blocks} />
      <Signing pledge={report.commitment} />
      {pages(report.blocks).map((blocks) => <section class="paper-page">{blocks.map((block) => part(block, depths.get(block)))}</section>)}
    </article>
  );
}

/** The blocks by the pages that must begin anew. */
function pages(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = [[]];
  for (const block of blocks) {
    if (block.block === "sheet") all.push([]);
    else all[all.length - 1]?.push(block);
  }
  return all.filter(({ length }) => length > 0);
}

function FirstPage({ cover }: { cover: Cover }): JSX.Element {
  return (
    <section class="paper-cover">
      <p class="paper-demo">{cover.demo ? "演示样稿，内容均为虚构" : ""}</p>
      <p class="paper-award">{lined(cover.award)}</p>
      <h1 class="paper-title">{cover.title}</h1>
      <p class="paper-year">（{cover.year}）</p>
      <table class="paper-cover-facts">
        <tbody>
          {cover.facts.map(({ label, value }) => <tr><th scope="row">{label}</th><td>{lined(value)}</td></tr>)}
        </tbody>
      </table>
      {cover.marks.map((mark) => <p class="paper-mark">〔{lined(mark)}〕</p>)}
      <p class="paper-organisation">{lined(cover.organisation)}</p>
      <p class="paper-seal">{SEAL}</p>
      <p>{cover.date}</p>
    </section>
  );
}

function Contents({ blocks }: { blocks: readonly Block[] }): JSX.Element {
  return (
    <nav class="paper-page paper-contents" aria-label="目录">
      <h2 class="paper-centre">目　录</h2>
      <ol>
        {blocks.map((block) =>
          block.block === "heading" && block.level < 4
            ? <li class={`paper-level-${block.level}`}><a href={`#print-${block.anchor}`}>{lined(block.text)}</a></li>
            : null)}
      </ol>
    </nav>
  );
}

function Signing({ pledge }: { pledge: Pledge }): JSX.Element {
  return (
    <section class="paper-page paper-signing">
      <h2 class="paper-centre">承　诺　书</h2>
      {pledge.paragraphs.map((text) => <p class="paper-text">{lined(text)}</p>)}
      {pledge.mark ? <p class="paper-mark">{pledge.mark}</p> : null}
      <div class="paper-signature">
        <p>组织名称：{lined(pledge.organisation)}</p>
        <p class="paper-seal">{SEAL}</p>
        <p>法定代表人：{lined(pledge.representative)}　签字：＿＿＿＿＿＿＿＿</p>
        <p>日期：{pledge.date}</p>
      </div>
    </section>
  );
}

/** How deep each heading lies below the title, for who hears it: never two steps at once. */
function depthsOf(blocks: readonly Block[]): Map<Block, number> {
  const depths = new Map<Block, number>();
  let above = 0;
  for (const block of blocks) {
    if (block.block !== "heading") continue;
    above = Math.min(block.level, above + 1);
    depths.set(block, above);
  }
  return depths;
}

function part(block: Block, depth = 1): JSX.Element | null {
  switch (block.block) {
    case "sheet":
      return null;
    case "heading": {
      const Name = `h${depth + 1}` as "h2";
      return <Name id={`print-${block.anchor}`} class={`paper-heading-${block.level}`}>{lined(block.text)}</Name>;
    }
    case "text":
      return <>{paragraphs(block.text).map((text) => <p class="paper-text">{text}</p>)}</>;
    case "line":
      return <p class={`paper-${block.look}`}>{lined(block.text)}</p>;
    case "list":
      return (
        <ol class="paper-points">
          {block.items.map((item, place) => {
            const parts = paragraphs(item);
            return <li>{(parts.length ? parts : [""]).map((text, at) => <p>{at ? "" : `（${place + 1}）`}{text}</p>)}</li>;
          })}
        </ol>
      );
    case "facts":
      return (
        <table class="paper-table paper-facts">
          <tbody>{block.facts.map(({ label, value }) => <tr><th scope="row">{label}</th><td>{lined(value)}</td></tr>)}</tbody>
        </table>
      );
    case "table":
      return <Rows table={block.table} />;
    case "charts":
      return <div class={block.wide ? "paper-charts-wide" : "paper-charts"}>{block.drawings.map((drawing) => <Figure drawing={drawing} />)}</div>;
  }
}

function Rows({ table }: { table: Table }): JSX.Element {
  const { caption, columns, rows, set } = table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table class={`paper-table${set ? ` paper-${set}` : ""}${short(table) ? " paper-short" : ""}`}>
      {caption ? <caption>{lined(caption)}</caption> : null}
      <colgroup>{columns.map(({ share }) => <col width={`${Math.round((share / whole) * 1000) / 10}%`} />)}</colgroup>
      <thead><tr>{columns.map(({ head }) => <th scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr class={`${row.look ? `paper-${row.look}` : ""}${long(row) ? " paper-long" : ""}`}>
            {row.cells.map((one, at) => <td class={`paper-${columns[at]?.align ?? "start"}`}>{celled(one)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function celled(cell: string | Cell): JSX.Element {
  const { text, more } = typeof cell === "string" ? { text: cell, more: "" } : cell;
  return <>{lined(text)}{more?.trim() ? <span class="paper-more">{lined(more)}</span> : null}</>;
}

/** A text with its line breaks. */
function lined(text: string): JSX.Element {
  const lines = clean(text).split("\n");
  return <>{lines.map((line, at) => (at ? [<br />, line] : line))}</>;
}
