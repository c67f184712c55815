/** The evidence of an item: what it is, of which kind, where it is kept. */
import type { JSX } from "preact";
import type { Evidence, Item } from "../made";
import { answerOf } from "../filing/answers";
import { added, removed, replaced, withItem } from "../filing/editing";
import { itemPlace } from "../filing/places";
import { afterwards, focusField } from "./address";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Button, EditButton, LineField } from "./controls";

const KINDS = ["制度文件", "工作记录", "统计报表", "检测报告", "会议纪要", "合同协议", "证书奖项", "照片影像", "系统数据", "调查问卷"];
const MOST = 500;

export function EvidenceList({ item, readOnly }: { item: Item; readOnly?: boolean }): JSX.Element {
  const { criteria, say, desk } = useBench();
  const edit = useEdit();
  const closed = useDesk((d) => d.closed !== "") || !!readOnly;
  const list = useFiling((f) => answerOf(f, item.id).evidence);
  const id = `${item.id}-evidence`;
  const place = itemPlace(criteria, item.id, "evidence", "证据");
  const put = (what: string, evidence: Evidence[], field = id): void =>
    edit({ ...place, field }, what, (f) => withItem(f, item.id, { evidence }));
  const add = (): void => {
    put("添加证据", added(list, { title: "", kind: "", kept: "" }));
    afterwards(() => focusField(`${id}-${list.length}`));
  };
  const change = (at: number, part: Partial<Evidence>): void =>
    put("修改证据", replaced(list, at, { ...list[at]!, ...part }), `${id}-${at}`);
  const take = (at: number): void => {
    desk.pause();
    put("删除证据", removed(list, at));
    say("删除了一条证据。", { label: "撤销", act: () => desk.undo() });
  };
  return (
    <div class="evidence" id={id} tabIndex={-1}>
      {list.map((one, i) => (
        <div class="evidence-row" key={i} id={`${id}-${i}`}>
          <LineField id={`${id}-${i}-title`} label="证据名称" placeholder="证据名称" value={one.title} onInput={(title) => change(i, { title })} />
          <LineField id={`${id}-${i}-kind`} label="类型" placeholder="类型" value={one.kind} list={KINDS} onInput={(kind) => change(i, { kind })} />
          <LineField id={`${id}-${i}-kept`} label="存放处" placeholder="存放处" value={one.kept} onInput={(kept) => change(i, { kept })} />
          {!closed && <Button kind="bare" icon="remove" label={`删除第 ${i + 1} 条证据`} onClick={() => take(i)} />}
        </div>
      ))}
      {!readOnly && <EditButton kind="quiet" icon="add" disabled={list.length >= MOST} onClick={add}>添加证据</EditButton>}
    </div>
  );
}
