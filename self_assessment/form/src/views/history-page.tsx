/** Who changed what when, newest first; and what earlier criteria asked. */
import type { JSX } from "preact";
import { dated } from "../filing/moments";
import { useFiling } from "./bench";
import { PageHead } from "./page-head";

const SHOWN = 300;

export function HistoryPage(): JSX.Element {
  const history = useFiling((f) => f.history);
  const shown = history.slice(-SHOWN).reverse();
  return (
    <article class="page">
      <PageHead view="history" title="修改记录">同一个地方一次坐下来改的，合成一条。随文件一起保存和导出。</PageHead>
      {!shown.length && <p class="soft">还没有修改。</p>}
      {shown.length > 0 && (
        <div class="sheet-frame" tabIndex={0} role="region" aria-label="修改记录，可左右滚动">
          <table class="sheet sheet-plain">
            <thead><tr><th scope="col">时间</th><th scope="col">修改人</th><th scope="col">位置</th><th scope="col">内容</th></tr></thead>
            <tbody>
              {shown.map((change, i) => <tr key={i}><td class="nowrap">{dated(change.at)}</td><td class="nowrap">{change.who || "—"}</td><td>{change.where}</td><td>{change.what}</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
      {history.length > SHOWN && <p class="soft">只显示最近 {SHOWN} 条，共 {history.length} 条；全部在导出的文件里。</p>}
    </article>
  );
}

export function RetiredPage(): JSX.Element {
  const retired = useFiling((f) => f.retired);
  return (
    <article class="page">
      <PageHead view="retired" title="旧准则内容">现在的准则不再问、但以前写过的内容，留在这里供查阅和摘用。</PageHead>
      {retired.map((one, i) => (
        <section key={i} class="part" id={`retired-${i}`} tabIndex={-1}>
          <h2>{one.id} {one.name} <span class="soft">{one.criteria}</span></h2>
          <div class="prose">{one.text.split(/\n+/).map((line, j) => <p key={j}>{line}</p>)}</div>
        </section>
      ))}
    </article>
  );
}
