/** Several people at one report: parts given out and taken back, assessors, and the consensus. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Assignment } from "../made";
import { withAssessor, withoutAssessment } from "../filing/assessing";
import { contentsOf } from "../filing/contents";
import { dated, moment } from "../filing/moments";
import { partFor } from "../filing/parts";
import { plainPlace } from "../filing/places";
import { JSON_FILE, jsonText } from "../exporting/json";
import { fileName } from "../exporting/naming";
import { download } from "../keeping/putting-out";
import { useBench, useEdit, useFiling } from "./bench";
import { ConsensusSection } from "./consensus-section";
import { Button, EditButton } from "./controls";
import { PageHead } from "./page-head";

export function TogetherPage({ onTakeIn }: { onTakeIn: () => void }): JSX.Element {
  const taken = useFiling((f) => f.assignment);
  return (
    <article class="page page-wide">
      <PageHead view="together" title="分工与合议">分给部门去写，或请评分人各自打分；取回后逐处对照，由你决定采用哪一边。</PageHead>
      {taken ? <Taken taken={taken} /> : <GiveOut />}
      <section class="part" aria-labelledby="together-in">
        <h2 id="together-in">取回合并</h2>
        <p>选择部门或评分人交回的 JSON 文件。先逐处对照，点“合并”之前什么都不会改。</p>
        <EditButton id="together-take" icon="in" onClick={onTakeIn}>选择文件</EditButton>
      </section>
      {!taken && <Assessors />}
      {!taken && <ConsensusSection />}
    </article>
  );
}

/** For whoever has a part: what it is, and how it goes back. */
function Taken({ taken }: { taken: Assignment }): JSX.Element {
  const { criteria, go, desk } = useBench();
  const edit = useEdit();
  const { item } = contentsOf(criteria);
  const writing = taken.kind === "writing";
  return (
    <section class="part">
      <h2>这是一份分工文件</h2>
      <p>承担：{taken.taken_by}，{dated(taken.taken_at)} 取走，{writing ? "撰写" : "评分"}。</p>
      {taken.items.length > 0 && <p>条款：{taken.items.map((id) => `${id} ${item.get(id)?.name || ""}`).join("、")}</p>}
      <p>{writing ? "写好后" : "评完后"}导出 JSON 交回，由主笔合并。</p>
      <div class="actions">
        <Button kind="main" onClick={() => go("export")}>去导出</Button>
        <EditButton kind="quiet" onClick={() => { edit(plainPlace("together", "top", ""), "不再作为分工文件", (f) => ({ ...f, assignment: null })); desk.pause(); }}>不再作为分工文件</EditButton>
      </div>
    </section>
  );
}

/** Choosing what a department writes, or an assessor judges, and making the file for it. */
function GiveOut(): JSX.Element {
  const { criteria, desk, say, autosave } = useBench();
  const [kind, setKind] = useState<Assignment["kind"]>("writing");
  const [taker, setTaker] = useState("");
  const [items, setItems] = useState<string[]>([]);
  const [headings, setHeadings] = useState<string[]>([]);
  const contents = contentsOf(criteria);
  const toggle = (list: string[], id: string): string[] => (list.includes(id) ? list.filter((each) => each !== id) : [...list, id]);
  const give = (): void => {
    if (!taker.trim()) return say(kind === "writing" ? "请写上承担的部门或人。" : "请写上评分人。");
    if (kind === "writing" && !items.length && !headings.length) return say("请选出要分出去的条款。");
    const mine = kind === "assessing" ? contents.items.map(({ id }) => id) : contents.items.filter(({ id }) => items.includes(id)).map(({ id }) => id);
    const part = partFor(desk.filing, criteria, kind, taker.trim(), mine, kind === "writing" ? headings : []);
    const name = fileName(part, "json", moment()).replace(/\.json$/, `_${kind === "writing" ? "分工" : "评分"}_${taker.trim().replace(/[<>:"/\\|?*\s]/g, "").slice(0, 30)}.json`);
    if (download(new Blob([jsonText(part, criteria, { secrets: "keep" })], { type: JSON_FILE }), name)) {
      say(`已导出 ${name}，请交给${taker.trim()}。`);
      void autosave.snapshot("分工时");
      setItems([]);
      setHeadings([]);
      setTaker("");
    } else say("浏览器没有下载成功，请换一个浏览器再试。");
  };
  return (
    <section class="part" aria-labelledby="together-out">
      <h2 id="together-out">分出去</h2>
      <fieldset class="choices">
        <legend class="unseen">做什么</legend>
        <label><input type="radio" name="give-kind" checked={kind === "writing"} onChange={() => setKind("writing")} /> 请部门撰写若干条款</label>
        <label><input type="radio" name="give-kind" checked={kind === "assessing"} onChange={() => setKind("assessing")} /> 请评分人给全文打分（不带任何人的分数）</label>
      </fieldset>
      <div class="field field-middle">
        <label class="field-label" for="give-taker">{kind === "writing" ? "承担的部门或人" : "评分人"}</label>
        <input id="give-taker" type="text" maxLength={100} value={taker} autocomplete="off" onInput={(event) => setTaker(event.currentTarget.value)} />
      </div>
      {kind === "writing" && (
        <div class="pick">
          {contents.headings.length > 0 && (
            <fieldset>
              <legend>{criteria.profile!.name}</legend>
              <label class="pick-all"><input type="checkbox" checked={headings.length === contents.headings.length} onChange={(event) => setHeadings(event.currentTarget.checked ? contents.headings.map(({ id }) => id) : [])} /> 全部标题</label>
            </fieldset>
          )}
          {criteria.categories.map((category) => (
            <fieldset key={category.id}>
              <legend>{category.id} {category.name}</legend>
              {category.items.map((item) => (
                <label key={item.id}><input type="checkbox" checked={items.includes(item.id)} onChange={() => setItems(toggle(items, item.id))} /> {item.id} {item.name}</label>
              ))}
            </fieldset>
          ))}
        </div>
      )}
      <Button id="give-out" icon="out" onClick={give}>导出这一份</Button>
    </section>
  );
}

function Assessors(): JSX.Element {
  const edit = useEdit();
  const { criteria, say, desk } = useBench();
  const assessments = useFiling((f) => f.assessments);
  const [name, setName] = useState("");
  const place = plainPlace("together", "assessors", "评分人");
  const add = (): void => {
    if (!name.trim()) return say("请写上评分人的名字。");
    edit(place, "添加评分人", (f) => withAssessor(f, name.trim()));
    setName("");
  };
  const all = contentsOf(criteria).items.length;
  return (
    <section class="part" aria-labelledby="together-assessors">
      <h2 id="together-assessors">评分人 <span class="soft">{assessments.length} 位</span></h2>
      <p class="part-help">评分文件取回后列在这里。评分人交的是纸面意见的，在这里加上名字，再到下面代录。</p>
      <ul class="plain-list">
        {assessments.map((one) => (
          <li key={one.id} class="assessor">
            <span><strong>{one.assessor}</strong> <span class="soft">已评 {Object.values(one.items).filter((opinion) => opinion.percent !== null).length} / {all} 条，{dated(one.at)}</span></span>
            <EditButton kind="quiet" icon="remove" title={`删除${one.assessor}的意见`} onClick={() => { desk.pause(); edit(place, "删除评分人", (f) => withoutAssessment(f, one.id)); say(`删除了${one.assessor}的意见。`, { label: "撤销", act: () => desk.undo() }); }}>删除</EditButton>
          </li>
        ))}
      </ul>
      <div class="inline-add">
        <label class="unseen" for="together-name">评分人名字</label>
        <input id="together-name" type="text" maxLength={100} placeholder="评分人名字" value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
        <EditButton icon="add" disabled={assessments.length >= 50} onClick={add}>添加评分人</EditButton>
      </div>
    </section>
  );
}
