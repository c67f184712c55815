/** A file that came in: what it is, and what may be done with it. Nothing has happened to it yet. */
import type { JSX } from "preact";
import { criteria, outlines, settings, type Filing } from "../made";
import { carriedOver } from "../filing/carrying-over";
import { withTotals } from "../filing/editing";
import { contentsOf } from "../filing/contents";
import { charactersOfReport } from "../filing/counting";
import { dated } from "../filing/moments";
import { answersThese, broughtTo } from "../filing/new-edition";
import { answerOf } from "../filing/answers";
import type { DraftEntry } from "../keeping/drafts";
import { Button } from "./plain-button";

interface IncomingProps {
  filing: Filing;
  name: string;
  drafts: readonly DraftEntry[];
  onOpen: (filing: Filing) => void;
  onMerge: (draft: string, filing: Filing) => void;
  onDrop: () => void;
}

/** The file as this form takes it: brought to its criteria where they are others. */
export function fitted(filing: Filing): { filing: Filing; says: string } {
  if (answersThese(filing, criteria)) {
    const counted = withTotals(filing, criteria);
    const alike = counted.totals.total === filing.totals.total;
    return { filing: counted, says: alike ? "" : "文件里记的总分与各条款得分率对不上，已按得分率重新算过。" };
  }
  const brought = broughtTo(filing, criteria, outlines);
  return {
    filing: brought.filing,
    says: `文件按另一版准则（${filing.criteria.id}）写成：${brought.kept.length} 处原样保留，${brought.changed.length} 处有变化、等待复核，${brought.retired.length} 处不再要求、移入“旧准则内容”。`,
  };
}

export function Incoming({ filing: raw, name, drafts, onOpen, onMerge, onDrop }: IncomingProps): JSX.Element {
  const { filing, says } = fitted(raw);
  const same = drafts.find((draft) => draft.filing === filing.id);
  const { items } = contentsOf(criteria);
  const scored = items.filter(({ id }) => answerOf(filing, id).percent !== null).length;
  const taken = filing.assignment;
  const year = filing.year + 1;
  return (
    <section class="incoming" aria-labelledby="incoming-title">
      <h2 id="incoming-title" tabIndex={-1}>读入了“{name}”</h2>
      <dl class="facts">
        <div><dt>组织</dt><dd>{filing.organisation.name || "未填"}</dd></div>
        <div><dt>年度</dt><dd>{filing.year}</dd></div>
        {taken && <div><dt>分工</dt><dd>{taken.taken_by}，{taken.kind === "writing" ? `撰写 ${taken.items.length} 条` : "评分"}</dd></div>}
        <div><dt>内容</dt><dd>约 {charactersOfReport(filing, criteria)} 字，评分 {scored} / {items.length} 条{filing.totals.total !== null ? `，总分 ${filing.totals.total}` : ""}</dd></div>
        <div><dt>最后修改</dt><dd>{dated(filing.changed)}</dd></div>
      </dl>
      {says && <p class="note">{says}</p>}
      {filing.left_out.length > 0 && <p class="note">有 {filing.left_out.length} 处秘密内容没有列入这份文件，打开后那些地方是空的。</p>}
      {same && <p class="note">本机已有同一份报告的草稿，最后修改 {dated(same.changed)}。</p>}
      <div class="actions">
        {same && <Button kind="main" id="incoming-merge" onClick={() => onMerge(same.id, filing)}>与本机草稿对照合并</Button>}
        <Button kind={same ? "plain" : "main"} id="incoming-open" onClick={() => onOpen(filing)}>{same ? "另存为一份新草稿" : taken ? "打开这份分工" : "作为草稿打开"}</Button>
        {!taken && <Button id="incoming-carry" onClick={() => onOpen(carriedOver(filing, year, criteria, settings.edition))}>沿用它开始 {year} 年度</Button>}
        <Button kind="quiet" onClick={onDrop}>不要了</Button>
      </div>
      {!taken && <p class="field-help">沿用：文字和表格带过来，标为“沿用待更新”；得分留作对照，重新评；表格的年份往后移一年。</p>}
    </section>
  );
}
