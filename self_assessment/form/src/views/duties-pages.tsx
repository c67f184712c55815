/** What the regulation asks besides the items: promotion, incidents, the commitment. */
import type { JSX } from "preact";
import type { Filing, Incident, Promotion } from "../made";
import { added, removed, replaced, withCommitment, withIncidents } from "../filing/editing";
import { plainPlace } from "../filing/places";
import { commitment } from "../exporting/report/cover";
import { INCIDENTS } from "../exporting/report/duties";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Button, ChoiceField, EditButton, LineField, TickField, WordsField } from "./controls";
import { PageHead } from "./page-head";

export function PromotionPage(): JSX.Element {
  const { desk, say } = useBench();
  const edit = useEdit();
  const list = useFiling((f) => f.promotion);
  const put = (what: string, change: (all: Filing["promotion"]) => Promotion[], field = "top"): void =>
    edit(plainPlace("promotion", field, ""), what, (f) => ({ ...f, promotion: change(f.promotion) }));
  return (
    <article class="page">
      <PageHead view="promotion" title="推广情况">本年度宣传、交流、分享先进质量管理经验做了哪些事：一次写一项。</PageHead>
      {list.map((one, i) => {
        const change = (part: Partial<Promotion>, field: string): void => put("修改", (all) => replaced(all, i, { ...all[i]!, ...part }), `${i}-${field}`);
        const id = `promotion-${i}`;
        return (
          <section class="card" key={i} aria-label={`推广第 ${i + 1} 项`}>
            <CardHead title={`第 ${i + 1} 项`} onRemove={() => { desk.pause(); put("删除一项", (all) => removed(all, i)); say("删除了一项推广情况。", { label: "撤销", act: () => desk.undo() }); }} />
            <WordsField id={`${id}-what`} label="内容" rows={2} value={one.what} onInput={(what) => change({ what }, "what")} />
            <div class="form-grid">
              <LineField id={`${id}-on`} label="日期" type="date" wide="middle" value={one.on} onInput={(on) => change({ on }, "on")} />
              <LineField id={`${id}-audience`} label="对象" wide="middle" value={one.audience} onInput={(audience) => change({ audience }, "audience")} />
              <LineField id={`${id}-people`} label="人数或范围" wide="middle" value={one.people} onInput={(people) => change({ people }, "people")} />
            </div>
          </section>
        );
      })}
      <div class="actions">
        <EditButton icon="add" disabled={list.length >= 300} onClick={() => { put("添加一项", (all) => added(all, { on: "", what: "", audience: "", people: "" })); afterwards(() => focusField(`promotion-${list.length}-what`)); }}>添加一项</EditButton>
      </div>
    </article>
  );
}

export function IncidentsPage(): JSX.Element {
  const { desk, say } = useBench();
  const edit = useEdit();
  const closed = useDesk((d) => d.closed !== "");
  const { none, entries } = useFiling((f) => f.incidents);
  const put = (what: string, change: (all: Filing["incidents"]["entries"]) => Incident[], field = "top"): void =>
    edit(plainPlace("incidents", field, ""), what, (f) => withIncidents(f, { entries: change(f.incidents.entries) }));
  const answer = (value: boolean): void => edit(plainPlace("incidents", "none", ""), value ? "说明无事故" : "说明有事故", (f) => withIncidents(f, { none: value }));
  return (
    <article class="page">
      <PageHead view="incidents" title="事故情况">本年度有没有发生质量、安全、环境污染、公共卫生等事故，要如实写明。</PageHead>
      <fieldset class="part choices" id="incidents-none">
        <legend>本年度有没有此类事故</legend>
        <label><input type="radio" name="incidents-none" checked={none === true} disabled={closed || entries.length > 0} onChange={() => answer(true)} /> 没有</label>
        <label><input type="radio" name="incidents-none" checked={none === false} disabled={closed} onChange={() => answer(false)} /> 有，写在下面</label>
        {entries.length > 0 && <p class="field-help">下面写了事故，删去之后才能选“没有”。</p>}
      </fieldset>
      {none !== true && entries.map((one, i) => {
        const change = (part: Partial<Incident>, field: string): void => put("修改", (all) => replaced(all, i, { ...all[i]!, ...part }), `${i}-${field}`);
        const id = `incidents-${i}`;
        return (
          <section class="card" key={i} aria-label={`事故第 ${i + 1} 件`}>
            <CardHead title={`第 ${i + 1} 件`} onRemove={() => { desk.pause(); put("删除一件", (all) => removed(all, i)); say("删除了一件事故。", { label: "撤销", act: () => desk.undo() }); }} />
            <div class="form-grid">
              <LineField id={`${id}-on`} label="日期" type="date" wide="middle" value={one.on} onInput={(on) => change({ on }, "on")} />
              <ChoiceField id={`${id}-kind`} label="类别" wide="middle" value={one.kind} of={Object.entries(INCIDENTS) as [Incident["kind"], string][]} onChange={(kind) => change({ kind }, "kind")} />
            </div>
            <WordsField id={`${id}-what`} label="经过与影响" rows={3} value={one.what} onInput={(what) => change({ what }, "what")} />
            <WordsField id={`${id}-remedy`} label="整改情况" rows={3} value={one.remedy} onInput={(remedy) => change({ remedy }, "remedy")} />
          </section>
        );
      })}
      {none === false && (
        <div class="actions">
          <EditButton icon="add" disabled={entries.length >= 100} onClick={() => { put("添加一件", (all) => added(all, { on: "", kind: "quality", what: "", remedy: "" })); afterwards(() => focusField(`incidents-${entries.length}-on`)); }}>添加一件</EditButton>
        </div>
      )}
    </article>
  );
}

export function CommitmentPage(): JSX.Element {
  const edit = useEdit();
  const { accepted, representative, on } = useFiling((f) => f.commitment);
  const { paragraphs } = commitment(useDesk((d) => d.filing));
  const place = (field: string, label: string) => plainPlace("commitment", field, label);
  return (
    <article class="page">
      <PageHead view="commitment" title="承诺">报告写完、检查过之后再作。打印件由法定代表人签字，加盖公章。</PageHead>
      <section class="part">
        <div class="pledge">{paragraphs.map((text) => <p key={text}>{text}</p>)}</div>
        <TickField id="commitment-accepted" label="本组织作此承诺" checked={accepted} onChange={(value) => edit(place("accepted", ""), value ? "作出承诺" : "撤回承诺", (f) => withCommitment(f, { accepted: value }))} />
        <div class="form-grid">
          <LineField id="commitment-representative" label="法定代表人" wide="middle" value={representative} onInput={(value) => edit(place("representative", "法定代表人"), "修改", (f) => withCommitment(f, { representative: value }))} />
          <LineField id="commitment-on" label="承诺日期" type="date" wide="middle" value={on} onInput={(value) => edit(place("on", "日期"), "修改", (f) => withCommitment(f, { on: value }))} />
        </div>
      </section>
    </article>
  );
}

function CardHead({ title, onRemove }: { title: string; onRemove: () => void }): JSX.Element {
  const closed = useDesk((d) => d.closed !== "");
  return (
    <div class="card-head">
      <h2>{title}</h2>
      {!closed && <span class="entry-tools"><Button kind="bare" icon="remove" label={`删除${title}`} onClick={onRemove} /></span>}
    </div>
  );
}
