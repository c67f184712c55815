/** What is missing before the report is handed in, each with the way to it. */
import type { JSX } from "preact";
import type { Finding } from "../filing/completeness";
import { findingsOf } from "../filing/completeness";
import { readFigure } from "../filing/figures";
import { viewName } from "../filing/places";
import { useBench, useDesk, useFiling } from "./bench";
import { PageHead } from "./page-head";

export function CheckPage(): JSX.Element {
  const { criteria } = useBench();
  const findings = useFiling((f) => findingsOf(f, criteria));
  const rough = useDesk((d) => d.rough);
  const unread = unreadFields(rough);
  const missing = findings.filter(({ weight }) => weight === "missing");
  const looks = findings.filter(({ weight }) => weight === "look");
  return (
    <article class="page">
      <PageHead view="check" title="检查">
        {missing.length + unread.length === 0
          ? "该填的都填了。下面如有提示，请再看一眼，然后导出。"
          : `还有 ${missing.length + unread.length} 处没有填好，点一下就到那里。`}
      </PageHead>
      {unread.length > 0 && <Unread fields={unread} />}
      <Findings title="还缺的" findings={missing} />
      <Findings title="值得再看一眼的" findings={looks} />
    </article>
  );
}

/** The fields whose text the filing cannot hold; a number in another spelling is none of them. */
export function unreadFields(rough: Record<string, string>): [string, string][] {
  return Object.entries(rough).filter(([field, text]) => text.trim() && (/-y\d+$|year$|credit_code$/.test(field) || readFigure(text) === null));
}

function Unread({ fields }: { fields: [string, string][] }): JSX.Element {
  const { go, criteria } = useBench();
  return (
    <section class="part" aria-labelledby="check-unread">
      <h2 id="check-unread">没有认出的输入 <span class="soft">{fields.length} 处，不会进入导出的文件</span></h2>
      <ul class="findings">
        {fields.map(([field, text]) => {
          const view = /^about-/.test(field) ? "about" : field.slice(0, field.indexOf("-"));
          return <li key={field}><button type="button" class="link" onClick={() => go(view, field)}>{viewName(criteria, view)}：“{text}”</button></li>;
        })}
      </ul>
    </section>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }): JSX.Element | null {
  const { criteria, go } = useBench();
  if (!findings.length) return null;
  const views = Array.from(new Set(findings.map(({ place }) => place.view)));
  return (
    <section class="part" aria-label={title}>
      <h2>{title} <span class="soft">{findings.length} 处</span></h2>
      {views.map((view) => (
        <div key={view} class="finding-group">
          <h3>{viewName(criteria, view)}</h3>
          <ul class="findings">
            {findings.filter(({ place }) => place.view === view).map((finding, i) => (
              <li key={i}>
                <button type="button" class="link" onClick={() => go(finding.place.view, finding.place.field)}>{labelOf(finding)}{finding.says}</button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function labelOf({ place }: Finding): string {
  const label = place.label.split(" · ").slice(1).join(" · ");
  return label ? `${label}：` : "";
}
