/** The map of a filing: every item with its state, and what stands around the items. */
import type { JSX } from "preact";
import { settings, type Category, type Item } from "../made";
import { answerOf, profileOf } from "../filing/answers";
import { contentsOf } from "../filing/contents";
import { findingsOf } from "../filing/completeness";
import { isMine } from "../filing/parts";
import { VIEWS } from "../filing/places";
import { profileStanding, standingOf, STANDING_WORDS, type Standing } from "../filing/standing";
import { categoryScores, percentsOf } from "../scoring";
import { addressOf } from "./address";
import { useBench, useFiling } from "./bench";
import { Mark } from "./icons";

export function ItemMap({ view }: { view: string }): JSX.Element {
  const { criteria } = useBench();
  const assessments = useFiling((f) => f.assessments.length > 0 || f.assignment !== null);
  const retired = useFiling((f) => f.retired.length);
  return (
    <nav class="map" aria-label="目录">
      <ul class="map-list">
        <AboutEntry view={view} />
        {criteria.profile && <ProfileEntry view={view} />}
      </ul>
      {criteria.categories.map((category) => <CategoryEntries key={category.id} category={category} view={view} />)}
      <h2 class="map-heading">其他内容</h2>
      <ul class="map-list">
        <PlanEntry view={view} />
        <PromotionEntry view={view} />
        <IncidentsEntry view={view} />
        <CommitmentEntry view={view} />
        {retired > 0 && <PlainEntry id="retired" view={view} tail={`${retired} 条`} />}
      </ul>
      <h2 class="map-heading">看全局</h2>
      <ul class="map-list">
        <OverviewEntry view={view} />
        <CheckEntry view={view} />
        <PlainEntry id="together" view={view} tail={assessments ? "进行中" : ""} />
        <PlainEntry id="export" view={view} tail="" />
      </ul>
    </nav>
  );
}

interface EntryProps {
  id: string;
  view: string;
  number?: string;
  name: string;
  standing?: Standing;
  tail?: string;
  dim?: boolean;
}

function Entry({ id, view, number, name, standing, tail, dim }: EntryProps): JSX.Element {
  const { draft } = useBench();
  return (
    <li>
      <a class={`map-entry${dim ? " map-dim" : ""}`} href={addressOf(draft, id)} aria-current={view === id ? "page" : undefined} title={number ? `${number} ${name}` : undefined}>
        {standing ? <Mark standing={standing} /> : <span class="mark" />}
        {number && <span class="map-number">{number}</span>}
        <span class="map-name">{name}</span>
        <span class="map-state">{standing ? STANDING_WORDS[standing] : tail}</span>
      </a>
    </li>
  );
}

function PlainEntry({ id, view, tail }: { id: string; view: string; tail: string }): JSX.Element {
  return <Entry id={id} view={view} name={VIEWS[id]!} tail={tail} />;
}

function CategoryEntries({ category, view }: { category: Category; view: string }): JSX.Element {
  const { criteria } = useBench();
  const sum = useFiling((f) => {
    const score = categoryScores(criteria, percentsOf(f)).get(category.id)!;
    return score.scored ? score.sum : null;
  });
  const points = category.points === null ? "" : sum === null ? `${category.points} 分` : `${sum} / ${category.points} 分`;
  return (
    <section aria-labelledby={`map-${category.id}`}>
      <h2 class="map-heading" id={`map-${category.id}`}>
        <span>{category.id} {category.name}</span>
        <span class="map-points">{points}</span>
      </h2>
      <ul class="map-list">
        {category.items.map((item) => <ItemEntry key={item.id} item={item} view={view} />)}
      </ul>
    </section>
  );
}

function ItemEntry({ item, view }: { item: Item; view: string }): JSX.Element {
  const standing = useFiling((f) => standingOf(answerOf(f, item.id)));
  const mine = useFiling((f) => isMine(f, item.id));
  return <Entry id={item.id} view={view} number={item.id} name={item.name} standing={standing} dim={!mine} />;
}

function AboutEntry({ view }: { view: string }): JSX.Element {
  const standing = useFiling((f): Standing => {
    const { name, credit_code } = f.organisation;
    return name && credit_code && f.award.year ? "complete" : name || credit_code ? "in_work" : "empty";
  });
  return <Entry id="about" view={view} name={VIEWS["about"]!} standing={standing} />;
}

function ProfileEntry({ view }: { view: string }): JSX.Element {
  const { criteria } = useBench();
  const standing = useFiling((f): Standing => {
    const all = contentsOf(criteria).headings.map(({ id }) => profileStanding(profileOf(f, id)));
    if (all.includes("review")) return "review";
    if (all.every((one) => one === "complete")) return "complete";
    return all.every((one) => one === "empty") ? "empty" : "in_work";
  });
  return <Entry id="profile" view={view} name={criteria.profile!.name} standing={standing} />;
}

function PlanEntry({ view }: { view: string }): JSX.Element {
  const standing = useFiling((f): Standing => !f.plan.length ? "empty" : f.plan.every((s) => s.owner && s.due) ? "complete" : "in_work");
  return <Entry id="plan" view={view} name={VIEWS["plan"]!} standing={standing} />;
}

function PromotionEntry({ view }: { view: string }): JSX.Element {
  const standing = useFiling((f): Standing => (f.promotion.length ? "complete" : "empty"));
  return <Entry id="promotion" view={view} name={VIEWS["promotion"]!} standing={standing} />;
}

function IncidentsEntry({ view }: { view: string }): JSX.Element {
  const standing = useFiling((f): Standing =>
    f.incidents.none || f.incidents.entries.length ? "complete" : f.incidents.none === false ? "in_work" : "empty");
  return <Entry id="incidents" view={view} name={VIEWS["incidents"]!} standing={standing} />;
}

function CommitmentEntry({ view }: { view: string }): JSX.Element {
  const standing = useFiling(({ commitment }): Standing =>
    commitment.accepted && commitment.representative && commitment.on ? "complete"
      : commitment.accepted || commitment.representative ? "in_work" : "empty");
  return <Entry id="commitment" view={view} name={VIEWS["commitment"]!} standing={standing} />;
}

function OverviewEntry({ view }: { view: string }): JSX.Element {
  const { criteria } = useBench();
  const tail = useFiling((f) => {
    if (f.totals.total !== null) return `${f.totals.total} 分`;
    const scored = contentsOf(criteria).items.filter(({ id }) => answerOf(f, id).percent !== null).length;
    return scored ? `已评 ${scored} 条` : "";
  });
  return <PlainEntry id="overview" view={view} tail={tail} />;
}

function CheckEntry({ view }: { view: string }): JSX.Element {
  const { criteria } = useBench();
  const missing = useFiling((f) => findingsOf(f, criteria).filter(({ weight }) => weight === "missing").length);
  return <PlainEntry id="check" view={view} tail={missing ? `缺 ${missing} 处` : "齐全"} />;
}

/** `6 月 30 日`, or nothing where no day is set. */
export function dueDay(): string {
  const parts = /^(\d\d)-(\d\d)$/.exec(settings.due);
  return parts ? `${Number(parts[1])} 月 ${Number(parts[2])} 日` : "";
}
