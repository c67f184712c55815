"""Saving and undo whatever goes wrong around them, at the desk itself."""

from __future__ import annotations

from tests.self_assessment.typescript import TypeScript

_FROM = "./self_assessment/form/src"
_DESK = f"""
import {{ criteria }} from "{_FROM}/made";
import {{ newFiling }} from "{_FROM}/filing/beginning";
import {{ plainPlace }} from "{_FROM}/filing/places";
import {{ Autosave, savedInWords }} from "{_FROM}/keeping/autosave";
import {{ Desk }} from "{_FROM}/keeping/desk";
import {{ openDraft }} from "{_FROM}/keeping/drafts";
import {{ passingShelf }} from "{_FROM}/keeping/shelf";

const filing = newFiling(2026, criteria, "", "");
const place = plainPlace("about", "about-name", "组织名称");
const named = (desk, name) => desk.edit(place, "填写", (filing) =>
  ({{ ...filing, organisation: {{ ...filing.organisation, name }} }}));
"""
_SAVING = (
    _DESK
    + """
async function answer() {
  const waiting = [];  // what is to happen later: nothing waits for a clock here
  globalThis.setTimeout = (later, after) => waiting.push({ later, after });
  const shelf = passingShelf();
  const desk = new Desk(filing, () => "");
  const autosave = new Autosave(desk, shelf, "d", null, () => undefined);
  await autosave.now();
  const said = [];
  autosave.watch(() => said.push(savedInWords(autosave.saved, true).slice(0, 4)));
  const organisation = { ...desk.filing.organisation, get address() { throw new Error("once"); } };
  desk.put({ ...desk.filing, organisation });
  await autosave.now();
  const first = waiting.filter(({ after }) => after === 5000);
  desk.put(filing);
  named(desk, "之后写的");
  await first[0].later();
  await autosave.running;
  const { filing: kept } = await openDraft(shelf, "d");
  return { said, again: first.length, kept: kept.organisation.name };
}
"""
)


def test_saving_goes_on_after_a_fault_and_tells_the_truth_of_it(typescript: TypeScript) -> None:
    """A fault that nobody foresaw, in what is put together to be written."""
    told = typescript.answer(_SAVING)
    assert told == {
        "said": ["正在保存", "未能保存", "已保存 "],
        "again": 1,
        "kept": "之后写的",
    }


_UNDO = (
    _DESK
    + """
function answer() {
  const desk = new Desk(filing, () => "");
  named(desk, "甲");
  desk.close("另一个窗口");
  const while_closed = desk.undo();
  desk.close("");
  const undoable = desk.undoable;
  desk.undo();
  return [while_closed, undoable, desk.filing.organisation.name];
}
"""
)


def test_a_closed_desk_loses_no_step_of_undo(typescript: TypeScript) -> None:
    assert typescript.answer(_UNDO) == [None, "基本信息 · 组织名称 · 填写", ""]
