/** What came in beside what is here, field by field. Nothing changes until the choice is made. */
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { CriteriaSet, Filing } from "../made";
import { gathered } from "../filing/assessing";
import { differencesOf, firstChoice, merged, type Difference, type Side } from "../filing/comparing";
import { differing, type Stretch } from "../filing/differing";
import { dated } from "../filing/moments";
import { filledUp } from "../filing/parts";
import { plainPlace, viewName } from "../filing/places";
import { useBench, useDesk } from "./bench";
import { Button, EditButton } from "./controls";
import { PageHead } from "./page-head";

interface MergePageProps {
  incoming: Filing;
  onDone: () => void;
}

export function MergePage({ incoming, onDone }: MergePageProps): JSX.Element {
  const { criteria, desk, autosave, say, go } = useBench();
  const ours = useDesk((d) => d.filing);
  const theirs = useMemo(() => filledUp(incoming, ours, criteria), [incoming, ours]);
  const differences = useMemo(() => differencesOf(ours, theirs, criteria), [ours, theirs]);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sideOf = (each: Difference): Side => chosen[each.id] || firstChoice(each, theirs);
  const opinions = newOpinions(ours, incoming);
  const all = (side: Side): void => setChosen(Object.fromEntries(differences.map((each) => [each.id, side === "both" && !each.joins ? sideOf(each) : side])));
  const apply = async (): Promise<void> => {
    await autosave.snapshot("合并前");
    const picked = Object.fromEntries(differences.map((each) => [each.id, sideOf(each)]));
    const next = { ...merged(ours, differences, picked, criteria), assessments: gathered(ours.assessments, incoming.assessments) };
    const taker = incoming.assignment ? incoming.assignment.taken_by : incoming.organisation.name || "文件";
    desk.replace(next, plainPlace("together", "top", ""), `合并${taker}的内容`);
    say(`已合并${taker}的内容。`, { label: "撤销", act: () => desk.undo() });
    onDone();
    go("together");
  };
  const groups = Array.from(new Set(differences.map(({ group }) => group)));
  return (
    <article class="page page-wide">
      <PageHead view="merge" title="对照与合并">{whose(incoming)}</PageHead>
      {incoming.id !== ours.id && <p class="note">这不是同一份报告分出去的文件，请确认要合并。</p>}
      {incoming.left_out.length > 0 && <p class="note">这份文件有 {incoming.left_out.length} 处秘密内容没有列入，那些地方是空的，请保留本机的。</p>}
      {!differences.length && !opinions && <p>两边内容一样，不用合并。</p>}
      {opinions > 0 && <p class="note">带来 {opinions} 条评分意见，合并后列在“合议”里；条款的得分率不会因此改变。</p>}
      {differences.length > 0 && (
        <>
          <p>有 {differences.length} 处不同。已按“不丢内容”预选：一边为空的取另一边；分工文件负责的条款取对方。</p>
          <div class="actions">
            <Button onClick={() => all("theirs")}>全部采用对方</Button>
            <Button onClick={() => all("ours")}>全部保留本机</Button>
            <Button onClick={() => setChosen({})}>恢复预选</Button>
          </div>
        </>
      )}
      {groups.map((group) => (
        <section key={group} class="part" aria-label={groupName(criteria, group)}>
          <h2>{groupName(criteria, group)}</h2>
          {differences.filter((each) => each.group === group).map((each) => (
            <DifferenceRow key={each.id} difference={each} side={sideOf(each)} onSide={(side) => setChosen({ ...chosen, [each.id]: side })} />
          ))}
        </section>
      ))}
      <div class="actions actions-end">
        <Button onClick={() => { onDone(); go("together"); }}>放弃</Button>
        <EditButton kind="main" id="merge-apply" disabled={!differences.length && !opinions} onClick={() => void apply()}>合并</EditButton>
      </div>
    </article>
  );
}

function whose(incoming: Filing): string {
  const taken = incoming.assignment;
  const changed = `最后修改 ${dated(incoming.changed)}`;
  if (taken) return `${taken.taken_by}交回的${taken.kind === "writing" ? "分工" : "评分"}文件，${dated(taken.taken_at)} 取走，${changed}。`;
  return `${incoming.organisation.name || "未填名称的组织"} ${incoming.year} 年度自评报告，${changed}。`;
}

const groupName = (criteria: CriteriaSet, group: string): string => viewName(criteria, group) || group;

/** How many opinions come that are not here yet. */
function newOpinions(ours: Filing, incoming: Filing): number {
  const count = (f: Filing["assessments"]): number => f.reduce((n, one) => n + Object.keys(one.items).length, 0);
  const together = gathered(ours.assessments, incoming.assessments);
  const changed = together.some((one) => !ours.assessments.includes(one));
  return changed ? Math.max(1, count(together) - count(ours.assessments)) : 0;
}

interface DifferenceRowProps {
  difference: Difference;
  side: Side;
  onSide: (side: Side) => void;
}

function DifferenceRow({ difference, side, onSide }: DifferenceRowProps): JSX.Element {
  const { id, label, ours, theirs, joins } = difference;
  const [a, b] = useMemo(() => marked(ours, theirs), [ours, theirs]);
  const radio = (value: Side, name: string): JSX.Element => (
    <label class={side === value ? "side side-chosen" : "side"}>
      <input type="radio" name={`side-${id}`} checked={side === value} onChange={() => onSide(value)} /> {name}
    </label>
  );
  return (
    <fieldset class="difference">
      <legend>{label}</legend>
      <div class="difference-pair">
        <div class={side === "theirs" ? "difference-side" : "difference-side difference-in"}>{radio("ours", "保留本机")}<div class="difference-text" tabIndex={0}>{a}</div></div>
        <div class={side === "ours" ? "difference-side" : "difference-side difference-in"}>{radio("theirs", "采用对方")}<div class="difference-text" tabIndex={0}>{b}</div></div>
      </div>
      {joins && radio("both", "两边都要（本机的在前）")}
    </fieldset>
  );
}

/** Both texts with what differs marked. A side that is empty says so. */
function marked(ours: string, theirs: string): [JSX.Element, JSX.Element] {
  const [mine, other] = differing(ours, theirs);
  const one = (stretches: Stretch[], against: string): JSX.Element =>
    stretches.length
      ? <>{stretches.map(({ text, own }, i) => (own && against ? <mark key={i}>{text}</mark> : text))}</>
      : <em class="soft">空</em>;
  return [one(mine, theirs), one(other, ours)];
}
