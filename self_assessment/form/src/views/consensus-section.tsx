/** Item by item: what each assessor said, how far they are apart, and what was agreed on, with reasons. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Consensus, Item } from "../made";
import { heardOn, opinionOf, spreadOf, withConsensus, withOpinion, withoutConsensus, type Heard } from "../filing/assessing";
import { answerOf, has } from "../filing/answers";
import { contentsOf, stepsOf } from "../filing/contents";
import { plainPlace } from "../filing/places";
import { dated } from "../filing/moments";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling, usePreferences } from "./bench";
import { Button, EditButton } from "./controls";
import { Ruler } from "./ruler";

const WIDE = 15;

export function ConsensusSection(): JSX.Element | null {
  const { criteria } = useBench();
  const assessments = useFiling((f) => f.assessments);
  const [open, setOpen] = useState("");
  const filing = useFiling((f) => f);
  const toggle = (item: string): void => {
    setOpen(open === item ? "" : item);
    if (open !== item) afterwards(() => focusField(`together-consensus-${item}`));
  };
  if (!assessments.length) return null;
  return (
    <section class="part" aria-labelledby="together-consensus">
      <h2 id="together-consensus">合议</h2>
      <p class="part-help">先看分差大的。商定的得分率写进条款，理由和各人的分数原样留存。</p>
      <div class="sheet-frame" tabIndex={0} role="region" aria-label="各条款的评分，可左右滚动">
        <table class="sheet sheet-plain">
          <thead>
            <tr>
              <th scope="col">条款</th>
              {assessments.map((one) => <th scope="col" key={one.id}>{one.assessor}</th>)}
              <th scope="col">分差</th><th scope="col">商定</th><th scope="col"><span class="unseen">操作</span></th>
            </tr>
          </thead>
          <tbody>
            {contentsOf(criteria).items.map((item) => {
              const heard = heardOn(filing, item.id);
              const spread = spreadOf(heard);
              const agreed = has(filing.consensus, item.id) ? filing.consensus[item.id]! : null;
              return (
                <tr key={item.id} class={spread !== null && spread >= WIDE && !agreed ? "row-wide" : ""}>
                  <th scope="row">{item.id} {item.name}</th>
                  {assessments.map((one) => { const { percent } = opinionOf(one, item.id); return <td key={one.id} class="figure">{percent === null ? "—" : `${percent}%`}</td>; })}
                  <td class="figure">{spread === null ? "—" : spread >= WIDE ? `${spread} 较大` : spread}</td>
                  <td class="figure">{agreed ? `${agreed.percent}%` : "未商定"}</td>
                  <td><Button kind="quiet" expanded={open === item.id} label={`商定 ${item.id} ${item.name}`} onClick={() => toggle(item.id)}>{open === item.id ? "收起" : "商定"}</Button></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {open && <ItemConsensus key={open} item={contentsOf(criteria).item.get(open)!} onDone={() => setOpen("")} />}
    </section>
  );
}

function ItemConsensus({ item, onDone }: { item: Item; onDone: () => void }): JSX.Element {
  const { criteria, say } = useBench();
  const edit = useEdit();
  const closed = useDesk((desk) => desk.closed !== "");
  const assessments = useFiling((f) => f.assessments);
  const agreed = useFiling((f) => (has(f.consensus, item.id) ? f.consensus[item.id]! : null));
  const filing = useFiling((f) => f);
  const heard = heardOn(filing, item.id);
  const { who } = usePreferences();
  const [percent, setPercent] = useState<number | null>(agreed ? agreed.percent : answerOf(filing, item.id).percent);
  const [reasons, setReasons] = useState(agreed ? agreed.reasons : "");
  const [by, setBy] = useState(agreed ? agreed.by : who);
  const place = plainPlace("together", `consensus-${item.id}`, `合议 ${item.id} ${item.name}`);
  const record = (): void => {
    if (percent === null) return say("请先定下商定的得分率。");
    if (!reasons.trim()) return say("请写上商定的理由。");
    edit(place, "记下商定", (f) => withConsensus(f, criteria, item.id, percent, reasons.trim(), by.trim()));
    say(`${item.id} 商定为 ${percent}%。`);
    onDone();
  };
  return (
    <section class="card consensus" id={place.field} tabIndex={-1} aria-labelledby={`${place.field}-title`}>
      <h3 id={`${place.field}-title`}>商定 {item.id} {item.name}</h3>
      <div class="opinions">
        {assessments.map((one) => (
          <OpinionCard key={one.id} assessor={one.assessor} id={one.id} item={item} closed={closed} />
        ))}
      </div>
      <p><strong>{spreadInWords(heard)}</strong></p>
      <Ruler id={`consensus-${item.id}-score`} label={`${item.id} 商定得分率`} criteria={criteria} item={item} percent={percent} onChange={setPercent} others={heard.flatMap(({ assessor, opinion }) => (opinion.percent === null ? [] : [{ name: assessor.slice(0, 1), percent: opinion.percent }]))} />
      <div class="field">
        <label class="field-label" for={`consensus-${item.id}-reasons`}>商定理由</label>
        <textarea id={`consensus-${item.id}-reasons`} rows={3} value={reasons} readOnly={closed} onInput={(event) => setReasons(event.currentTarget.value)} />
      </div>
      <div class="field field-middle">
        <label class="field-label" for={`consensus-${item.id}-by`}>主持人</label>
        <input id={`consensus-${item.id}-by`} type="text" maxLength={100} value={by} readOnly={closed} autocomplete="off" onInput={(event) => setBy(event.currentTarget.value)} />
      </div>
      <div class="actions">
        <EditButton kind="main" id={`consensus-${item.id}-record`} onClick={record}>记下商定</EditButton>
        {agreed && <EditButton kind="quiet" onClick={() => edit(place, "取消商定", (f) => withoutConsensus(f, item.id))}>取消商定</EditButton>}
      </div>
      {agreed && <Agreed agreed={agreed} />}
    </section>
  );
}

function OpinionCard({ assessor, id, item, closed }: { assessor: string; id: string; item: Item; closed: boolean }): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const opinion = useFiling((f) => f.assessments.find((one) => one.id === id))?.items[item.id];
  const percent = opinion ? opinion.percent : null;
  return (
    <div class="opinion">
      <h4>{assessor}</h4>
      <label class="unseen" for={`opinion-${id}-${item.id}`}>{assessor}的得分率</label>
      <select
        id={`opinion-${id}-${item.id}`} value={percent === null ? "" : String(percent)} disabled={closed}
        onChange={(event) => {
          const value = event.currentTarget.value;
          edit(plainPlace("together", `opinion-${id}-${item.id}`, `${assessor}的意见 ${item.id}`), "代录得分率", (f) => withOpinion(f, id, item.id, { percent: value === "" ? null : Number(value) }));
        }}
      >
        <option value="">未评</option>
        {stepsOf(criteria).map((step) => <option key={step} value={step}>{step}%</option>)}
      </select>
      {opinion && opinion.strengths && <p><strong>优势</strong> {opinion.strengths}</p>}
      {opinion && opinion.improvements && <p><strong>改进空间</strong> {opinion.improvements}</p>}
      {opinion && opinion.note && <p><strong>说明</strong> {opinion.note}</p>}
    </div>
  );
}

function Agreed({ agreed }: { agreed: Consensus }): JSX.Element {
  const { desk } = useBench();
  const name = (id: string): string => desk.filing.assessments.find((one) => one.id === id)?.assessor || "（已删除的评分人）";
  return (
    <p class="soft">
      上次商定：{dated(agreed.at)}，{agreed.percent}%，分差 {agreed.spread}%；当时各人：{Object.entries(agreed.inputs).map(([id, percent]) => `${name(id)} ${percent}%`).join("，") || "没有各人评分"}。
    </p>
  );
}

/** `两人相差 15 个百分点，较大，请先说清各自的依据。` */
export function spreadInWords(heard: readonly Heard[]): string {
  const spread = spreadOf(heard);
  if (spread === null) return heard.length ? "只有一人评分。" : "还没有人评分。";
  return spread === 0 ? "各人评分相同。" : `最高与最低相差 ${spread} 个百分点${spread >= WIDE ? "，较大，请先说清各自的依据" : ""}。`;
}
