/** The improvement plan: what is done about the improvement areas, by whom, until when. */
import type { JSX } from "preact";
import type { Filing, Step } from "../made";
import { answerOf } from "../filing/answers";
import { contentsOf } from "../filing/contents";
import { added, moved, removed, replaced } from "../filing/editing";
import { plainPlace } from "../filing/places";
import { STATES } from "../exporting/report/duties";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Button, ChoiceField, EditButton, LineField, WordsField } from "./controls";
import { PageHead } from "./page-head";

const MOST = 300;
const EMPTY: Step = { what: "", items: [], owner: "", due: "", measure: "", state: "planned" };

export function PlanPage(): JSX.Element {
  const { desk, say } = useBench();
  const edit = useEdit();
  const plan = useFiling((f) => f.plan);
  const place = plainPlace("plan", "top", "");
  const put = (what: string, change: (plan: Filing["plan"]) => Step[], field = "top"): void =>
    edit(plainPlace("plan", field, ""), what, (f) => ({ ...f, plan: change(f.plan) }));
  const add = (step: Step): void => {
    put("添加一项", (all) => added(all, step));
    afterwards(() => focusField(`plan-${plan.length}-what`));
  };
  const take = (at: number): void => {
    desk.pause();
    put("删除一项", (all) => removed(all, at));
    say("删除了一项改进计划。", { label: "撤销", act: () => desk.undo() });
  };
  return (
    <article class="page" id={place.field}>
      <PageHead view="plan" title="改进计划">一项写一件要做的事：对应哪几条、谁负责、什么时候完成、怎么算做成。</PageHead>
      {plan.map((step, i) => (
        <StepEditor key={i} step={step} at={i} last={i === plan.length - 1} onChange={(part, field) => put("修改", (all) => replaced(all, i, { ...all[i]!, ...part }), `${i}-${field}`)} onMove={(to) => put("移动", (all) => moved(all, i, to))} onRemove={() => take(i)} />
      ))}
      <div class="actions">
        <EditButton icon="add" disabled={plan.length >= MOST} onClick={() => add(EMPTY)}>添加一项</EditButton>
      </div>
      <FromImprovements onTake={(text, item) => add({ ...EMPTY, what: text, items: [item] })} />
    </article>
  );
}

interface StepProps {
  step: Step;
  at: number;
  last: boolean;
  onChange: (part: Partial<Step>, field: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function StepEditor({ step, at, last, onChange, onMove, onRemove }: StepProps): JSX.Element {
  const closed = useDesk((d) => d.closed !== "");
  const id = `plan-${at}`;
  return (
    <section class="card" aria-label={`改进计划第 ${at + 1} 项`}>
      <div class="card-head">
        <h2>第 {at + 1} 项</h2>
        {!closed && (
          <span class="entry-tools">
            <Button kind="bare" icon="up" label={`第 ${at + 1} 项上移`} disabled={at === 0} onClick={() => onMove(at - 1)} />
            <Button kind="bare" icon="down" label={`第 ${at + 1} 项下移`} disabled={last} onClick={() => onMove(at + 1)} />
            <Button kind="bare" icon="remove" label={`删除第 ${at + 1} 项`} onClick={onRemove} />
          </span>
        )}
      </div>
      <WordsField id={`${id}-what`} label="改进事项" rows={2} value={step.what} onInput={(what) => onChange({ what }, "what")} />
      <div class="form-grid">
        <LineField id={`${id}-owner`} label="负责人" wide="middle" value={step.owner} onInput={(owner) => onChange({ owner }, "owner")} />
        <LineField id={`${id}-due`} label="完成日期" type="date" wide="middle" value={step.due} onInput={(due) => onChange({ due }, "due")} />
        <ChoiceField id={`${id}-state`} label="进展" wide="middle" value={step.state} of={Object.entries(STATES) as [Step["state"], string][]} onChange={(state) => onChange({ state }, "state")} />
        <LineField id={`${id}-measure`} label="衡量指标" value={step.measure} onInput={(measure) => onChange({ measure }, "measure")} />
      </div>
      <ItemsChosen id={id} items={step.items} onChange={(items) => onChange({ items }, "items")} />
    </section>
  );
}

function ItemsChosen({ id, items, onChange }: { id: string; items: readonly string[]; onChange: (items: string[]) => void }): JSX.Element {
  const { criteria } = useBench();
  const closed = useDesk((d) => d.closed !== "");
  const all = contentsOf(criteria);
  const rest = all.items.filter((item) => !items.includes(item.id));
  return (
    <div class="chosen">
      <span class="field-label" id={`${id}-items-label`}>对应条款</span>
      <ul class="chips" aria-labelledby={`${id}-items-label`}>
        {items.map((item) => (
          <li key={item} class="chip">
            {item} {all.item.get(item)?.name}
            {!closed && <Button kind="bare" icon="close" label={`去掉 ${item}`} onClick={() => onChange(items.filter((each) => each !== item))} />}
          </li>
        ))}
        {!closed && items.length < 50 && (
          <li>
            <select class="chip-add" aria-label="添加对应条款" value="" onChange={(event) => { onChange([...items, event.currentTarget.value]); event.currentTarget.value = ""; }}>
              <option value="">添加条款…</option>
              {rest.map((item) => <option key={item.id} value={item.id}>{item.id} {item.name}</option>)}
            </select>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Improvement areas that no step of the plan takes up yet, to take up with one click. */
function FromImprovements({ onTake }: { onTake: (text: string, item: string) => void }): JSX.Element | null {
  const { criteria } = useBench();
  const items = useFiling((f) => f.items);
  const plan = useFiling((f) => f.plan);
  const filing = { items } as Filing;
  const open = contentsOf(criteria).items.flatMap((item) =>
    answerOf(filing, item.id).improvements.filter((text) => text.trim() && !plan.some((step) => step.what.includes(text)))
      .map((text) => ({ item, text })));
  if (!open.length) return null;
  return (
    <section class="part" aria-labelledby="plan-open-title">
      <h2 id="plan-open-title">还没有列入计划的改进空间</h2>
      <ul class="plain-list">
        {open.map(({ item, text }, i) => (
          <li key={i} class="open-improvement">
            <span><span class="soft">{item.id} {item.name}</span><br />{text}</span>
            <EditButton kind="quiet" icon="add" title={`把“${text.slice(0, 20)}”列入计划`} onClick={() => onTake(text, item.id)}>列入计划</EditButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
