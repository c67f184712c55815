/** The whole at a glance: total against the floor, categories, items, last year, what would help most. */
import type { JSX } from "preact";
import { settings, type CriteriaSet, type Filing } from "../made";
import { bars } from "../charts/bars";
import { Figure } from "../charts/figure";
import { radar } from "../charts/radar";
import { barsOf, spokes } from "../exporting/report/scores";
import { answerOf, has } from "../filing/answers";
import { bandName, contentsOf } from "../filing/contents";
import { charactersOfReport, sum } from "../filing/counting";
import { ahead, categoryScores, decimal, percentsOf } from "../scoring";
import { addressOf } from "./address";
import { useBench, useFiling } from "./bench";
import { PageHead } from "./page-head";

export function OverviewPage(): JSX.Element {
  const { criteria } = useBench();
  const filing = useFiling((f) => f);
  const length = charactersOfReport(filing, criteria);
  const limit = criteria.limits.report;
  const web = radar(spokes(filing, criteria), filing.year, filing.last_year?.year);
  const ladder = bars(barsOf(filing, criteria), filing.year, filing.last_year?.year);
  return (
    <article class="page page-wide">
      <PageHead view="overview" title="汇总">全文 {length} 字{limit ? `，通常不超过 ${limit} 字` : ""}。得分由各条款得分率算出，不取整。</PageHead>
      <Total filing={filing} criteria={criteria} />
      <div class="overview-pair">
        <section class="part" aria-labelledby="overview-categories">
          <h2 id="overview-categories">各类目</h2>
          <Categories filing={filing} criteria={criteria} />
        </section>
        {web && <div class="part overview-radar"><Figure drawing={web} /></div>}
      </div>
      {ladder && (
        <section class="part" aria-labelledby="overview-items">
          <h2 id="overview-items">各条款</h2>
          <div class="overview-bars"><Figure drawing={ladder} /></div>
        </section>
      )}
      <Ahead filing={filing} criteria={criteria} />
      <Gathered filing={filing} criteria={criteria} />
    </article>
  );
}

function Total({ filing, criteria }: { filing: Filing; criteria: CriteriaSet }): JSX.Element | null {
  const { items } = contentsOf(criteria);
  const whole = sum(items.map((item) => item.points || 0));
  const scored = items.filter((item) => answerOf(filing, item.id).percent !== null);
  if (!whole) return <p class="total-says">已评 {scored.length} / {items.length} 条。这套准则不设分值，没有总分。</p>;
  const hundredths = sum(scored.map((item) => (item.points || 0) * answerOf(filing, item.id).percent!));
  const soFar = decimal(hundredths);
  const total = filing.totals.total;
  const floor = settings.floor ? Number(settings.floor) : null;
  const last = filing.last_year && filing.last_year.totals.total;
  return (
    <section class="total" aria-label="总分">
      <p class="total-number">
        <strong>{soFar}</strong> <span>/ {whole} 分</span>
      </p>
      <svg class="total-bar" viewBox="0 0 1000 36" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="total-ground" x="0" y="12" width="1000" height="12" />
        <rect class="total-fill" x="0" y="12" width={(hundredths / 100 / whole) * 1000} height="12" />
        {floor !== null && <rect class="total-floor" x={(floor / whole) * 1000 - 1.5} y="2" width="3" height="32" />}
        {last !== null && <rect class="total-last" x={(Number(last) / whole) * 1000 - 1} y="8" width="2" height="20" />}
      </svg>
      <p class="total-says">{totalInWords(total, soFar, scored.length, items.length, floor, last)}</p>
    </section>
  );
}

/** What the total means: whole or not yet, against the floor, against last year. */
export function totalInWords(
  total: string | null, soFar: string, scored: number, of: number, floor: number | null, last: string | null,
): string {
  if (total === null) return `已评 ${scored} / ${of} 条，合计 ${soFar} 分；全部评完才有总分。`;
  const points = Math.round(Number(total) * 100);
  const against = floor === null ? ""
    : points >= floor * 100 ? `，达到 ${floor} 分线${points > floor * 100 ? `，高出 ${decimal(points - floor * 100)} 分` : ""}`
      : `，未到 ${floor} 分线，差 ${decimal(floor * 100 - points)} 分`;
  const change = last === null ? 0 : points - Math.round(Number(last) * 100);
  const compared = last === null ? "" : change === 0 ? `；与上年持平` : `；比上年${change > 0 ? "多" : "少"} ${decimal(Math.abs(change))} 分`;
  return `总分 ${total} 分${against}${compared}。`;
}

function Categories({ filing, criteria }: { filing: Filing; criteria: CriteriaSet }): JSX.Element {
  const scores = categoryScores(criteria, percentsOf(filing));
  const last = filing.last_year;
  return (
    <div class="sheet-frame" tabIndex={0} role="region" aria-label="各类目得分，可左右滚动">
      <table class="sheet sheet-plain">
        <thead>
          <tr><th scope="col">类目</th><th scope="col">满分</th><th scope="col">得分</th><th scope="col">得分率</th>{last && <th scope="col">{last.year} 年</th>}</tr>
        </thead>
        <tbody>
          {criteria.categories.map((category) => {
            const score = scores.get(category.id)!;
            const rate = score.complete && score.sum !== null && category.points ? `${Math.round((Number(score.sum) / category.points) * 1000) / 10}%` : "—";
            return (
              <tr key={category.id}>
                <th scope="row">{category.id} {category.name}</th>
                <td class="figure">{category.points ?? "—"}</td>
                <td class="figure">{score.scored ? score.sum : "—"}{score.scored > 0 && !score.complete && <span class="soft">（已评 {score.scored}/{score.of}）</span>}</td>
                <td class="figure">{rate}</td>
                {last && <td class="figure">{has(last.totals.categories, category.id) ? last.totals.categories[category.id] : "—"}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The items whose next band brings most. */
function Ahead({ filing, criteria }: { filing: Filing; criteria: CriteriaSet }): JSX.Element | null {
  const { draft } = useBench();
  const steps = contentsOf(criteria).items.flatMap((item) => {
    const next = ahead(criteria, item.points, answerOf(filing, item.id).percent);
    return next && next.points !== null ? [{ item, next }] : [];
  }).sort((a, b) => Number(b.next.points) - Number(a.next.points)).slice(0, 6);
  if (!steps.length) return null;
  return (
    <section class="part" aria-labelledby="overview-ahead">
      <h2 id="overview-ahead">升一档可增的分</h2>
      <ol class="ahead">
        {steps.map(({ item, next }) => (
          <li key={item.id}>
            <a href={addressOf(draft, item.id, `${item.id}-score`)}>{item.id} {item.name}</a>
            <span>再高 {next.percent}% 到 {bandName(next.band, criteria.step)} 档，增 <strong>{next.points}</strong> 分</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Gathered({ filing, criteria }: { filing: Filing; criteria: CriteriaSet }): JSX.Element {
  return (
    <div class="overview-pair">
      <GatheredList title="优势汇集" field="strengths" filing={filing} criteria={criteria} />
      <GatheredList title="改进空间汇集" field="improvements" filing={filing} criteria={criteria} />
    </div>
  );
}

function GatheredList({ title, field, filing, criteria }: { title: string; field: "strengths" | "improvements"; filing: Filing; criteria: CriteriaSet }): JSX.Element {
  const { draft } = useBench();
  const items = contentsOf(criteria).items.filter((item) => answerOf(filing, item.id)[field].some((text) => text.trim()));
  const count = sum(items.map((item) => answerOf(filing, item.id)[field].filter((text) => text.trim()).length));
  return (
    <section class="part" aria-label={title}>
      <h2>{title} <span class="soft">{count} 条</span></h2>
      {!count && <p class="soft">还没有写。</p>}
      {items.map((item) => (
        <div key={item.id} class="gathered">
          <h3><a href={addressOf(draft, item.id, `${item.id}-${field}`)}>{item.id} {item.name}</a></h3>
          <ul>{answerOf(filing, item.id)[field].filter((text) => text.trim()).map((text, i) => <li key={i}>{text}</li>)}</ul>
        </div>
      ))}
    </section>
  );
}
