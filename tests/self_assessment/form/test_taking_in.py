"""Files taken in: whole ones open, others are refused in one sentence and nothing is touched."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.self_assessment.filings import a_filing, altered, saved
from tests.self_assessment.form.writer import TEXT, Writer
from tests.self_assessment.typescript import TypeScript

_READ = """
import { read as takenIn } from "./self_assessment/form/src/filing/taking-in";
const answer = (texts) => texts.map((text) => {
  const outcome = takenIn(text);
  return "filing" in outcome ? "taken" : "sealed" in outcome ? "sealed" : outcome.refused;
});
"""
_READ_OLD = """
import { read as takenIn } from "./self_assessment/form/src/filing/taking-in";
const steps = { 1: (filing) => {
  const { report_year, ...rest } = filing;
  return { ...rest, year: report_year };
} };
const answer = ([text, to]) => {
  // Version 1 as it stands plays the part of version 2: the old one called the year otherwise.
  const outcome = takenIn(text, { 0: steps[1] }, to);
  return "filing" in outcome ? outcome.filing.year : outcome.refused;
};
"""


def test_export_comes_back_the_same(writer: Writer, tmp_path: Path) -> None:
    """Complaint 4: import hangs or drops data. Out, in, out again: the same filing."""
    writer.take_in(saved(tmp_path, a_filing()))
    first = writer.exported(tmp_path)
    writer.open()
    writer.choose("#start-import", first)
    expect(writer.page.locator(".incoming")).to_contain_text("本机已有同一份报告的草稿")
    writer.page.click("#incoming-open")
    writer.page.wait_for_selector(".shell")
    second = writer.filing(tmp_path)
    one = json.loads(first.read_text(encoding="utf-8"))
    for changing in ("exported", "changed", "history", "made_with"):
        one.pop(changing)
        second.pop(changing)
    assert one == second


def test_refusals_name_the_reason(typescript: TypeScript) -> None:
    whole = a_filing()
    text = json.dumps(whole, ensure_ascii=False)
    refused = typescript.answer(
        _READ,
        [
            text,
            "\ufeff" + text,
            text[: len(text) // 2],
            "今天天气很好",
            "[]",
            "null",
            json.dumps({"format": "something"}),
            json.dumps(whole | {"schema_version": 99}),
            json.dumps(whole | {"schema_version": "1"}),
            json.dumps(whole | {"schema_version": 0}),
            json.dumps(altered(whole, "items/4.1.2/percent", 33)),
            json.dumps(whole | {"surprise": 1}),
            json.dumps(altered(whole, "items/4.1.2/tables/0/rows/0/values", ["1"])),
            text.replace('"profile": {', '"profile": {"__proto__": {"text": "x"}, '),
            json.dumps(altered(whole, "profile/constructor", {"text": "x"})),
            "[" * 200_000,
            '{"a":' * 100_000 + "1" + "}" * 100_000,
            "PK\x03\x04rest",
            "age-encryption.org/v1\n-> X25519 abc",
        ],
    )
    expected = [
        "taken",
        "taken",
        "文件不完整或已损坏",
        "这不是由本表单导出的自评报告",
        "这不是由本表单导出的自评报告",
        "这不是由本表单导出的自评报告",
        "这不是由本表单导出的自评报告",
        "文件由更新版本的表单导出（版本 99）",
        "没有写明版本",
        "升不到现在的版本",
        "条款 4.1.2的内容不合规定（数值超出范围）",
        "文件的内容不合规定（有不认识的内容）",
        "数值个数与年份个数不同",
        "不属于自评报告的内容",
        "不属于自评报告的内容",
        "层次过深",
        "层次过深",
        "这是 Word、Excel 或压缩文件",
        "sealed",
    ]
    assert len(refused) == len(expected)
    for told, start in zip(refused, expected, strict=True):
        assert start in told, (start, told)
        assert "undefined" not in told


def test_draft_of_an_older_version_opens(typescript: TypeScript) -> None:
    """Complaint 6: a draft from an older form will not open. The chain brings it along."""
    old = a_filing() | {"schema_version": 0, "report_year": 2025}
    del old["year"]
    assert typescript.answer(_READ_OLD, [json.dumps(old), 1]) == 2025


def _value(chance: random.Random, depth: int) -> Any:
    kind = chance.randrange(10)
    if kind < 3 and depth < 6:
        keys = ["items", "4.1.2", "__proto__", "constructor", "text", "percent", "tables", "rows"]
        return {chance.choice(keys): _value(chance, depth + 1) for _ in range(chance.randrange(4))}
    if kind < 5 and depth < 6:
        return [_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return chance.choice(
        [None, True, -1, 1e308, 0.5, "", "<img src=x onerror=alert(1)>", "\u0000\ud800", "9" * 5000]
    )


def _ways(tree: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else []
    )
    return [way, *(found for key, value in pairs for found in _ways(value, (*way, key)))]


def test_fuzzed_files_never_throw(typescript: TypeScript) -> None:
    chance = random.Random(19580)
    whole = a_filing()
    ways = [way for way in _ways(whole) if way]
    texts = []
    for _ in range(400):
        tree = json.loads(json.dumps(whole))
        for _ in range(chance.randrange(1, 4)):
            *steps, last = chance.choice(ways)
            at = tree
            try:
                for step in steps:
                    at = at[step]
                at[last] = _value(chance, 0)
            except (KeyError, IndexError, TypeError):
                continue
        text = json.dumps(tree)
        if chance.random() < 0.2:
            cut = chance.randrange(len(text))
            text = text[:cut] + text[cut + chance.randrange(1, 40) :]
        texts.append(text)
    told = typescript.answer(_READ, texts)
    assert all(isinstance(each, str) and each for each in told)
    assert sum(each == "taken" for each in told) < len(told)


@pytest.mark.parametrize("name", ["broken.json", "foreign.json", "empty.json"])
def test_refused_file_touches_nothing(writer: Writer, tmp_path: Path, name: str) -> None:
    texts = {
        "broken.json": json.dumps(a_filing())[:900],
        "foreign.json": '{"a": 1}',
        "empty.json": "",
    }
    file = tmp_path / name
    file.write_text(texts[name], encoding="utf-8")
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.saved()
    writer.go("together")
    writer.choose("#together-take", file)
    writer.hears("没有导入")
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT)
    writer.open()
    writer.choose("#start-import", file)
    expect(writer.page.locator(".note-strong")).to_contain_text("没有导入")
    expect(writer.page.locator(".draft")).to_have_count(1)


def test_script_in_texts_runs_nowhere(writer: Writer, tmp_path: Path) -> None:
    smuggled = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
    tree = altered(a_filing(), "items/4.1.2/elements/approach/text", smuggled)
    tree = altered(tree, "organisation/name", smuggled)
    tree = altered(tree, "items/4.1.2/strengths/0", smuggled)
    tree = altered(tree, "items/4.1.2/tables/0/title", smuggled)
    file = saved(tmp_path, tree)
    writer.take_in(file)
    for view in ("about", "4.1.2", "overview", "check", "history", "export"):
        writer.go(view)
    writer.page.keyboard.press("/")
    writer.page.fill("#find-words", "onerror")
    expect(writer.page.locator(".found").first).to_contain_text("onerror")
    assert writer.page.evaluate("window.ran") is None
    assert writer.page.locator("#app img, #app script").count() == 0


def test_file_sealed_to_a_passphrase_comes_back(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.go("export")
    writer.page.click("text=用口令加密 >> nth=0")
    writer.write("export-phrase", "江城年年有质量")
    writer.write("export-phrase-again", "江城年年有质量")
    writer.page.click("#export-age-phrase")
    writer.hears("至少")
    writer.write("export-phrase", "江城年年有质量2026")
    writer.write("export-phrase-again", "江城年年有质量2026")
    with writer.page.expect_download(timeout=30_000) as download:
        writer.page.click("#export-age-phrase")
    file = tmp_path / "sealed.age"
    download.value.save_as(file)
    assert TEXT.encode() not in file.read_bytes()
    writer.open()
    writer.choose("#start-import", file)
    writer.write("locked-phrase", "江城年年有质量2026")
    writer.page.click("#locked-open")
    writer.page.click("#incoming-open", timeout=30_000)
    writer.page.wait_for_selector(".shell")
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT)
