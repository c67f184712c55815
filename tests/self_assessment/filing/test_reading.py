"""A file that somebody handed in is a filing, or says in Chinese why it is none."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import MOST, Level
from self_assessment.filing.reading import LARGEST, Read, read_filing
from self_assessment.filing.upgrades import Raw
from tests.self_assessment.filings import ABSENT, Tree, a_filing, altered

FILING = a_filing()
ENGLISH = re.compile(r"\b(input|should|valid|error|type|string|list|expected|extra|than)\b", re.I)


def read(tree: Any) -> Read:
    return read_filing(json.dumps(tree, ensure_ascii=False).encode(), "filing.json")


def only(got: Read) -> str:
    assert got.filing is None
    assert len(got.problems) == 1, got.problems
    return str(got.problems[0])


def test_a_whole_filing_is_read() -> None:
    got = read(FILING)
    assert got.problems == ()
    assert got.filing is not None
    assert got.filing.items["4.1.2"].percent == 30


def test_what_an_earlier_writer_left_out_is_filled_in() -> None:
    needed = ("format", "schema_version", "id", "year", "created", "changed", "criteria")
    got = read({key: FILING[key] for key in needed})
    assert got.filing is not None
    assert got.filing.commitment.accepted is False


PLACES: list[tuple[str, Any, str]] = [
    ("items/4.1.2/percent", 47, "各条款 › 4.1.2 › 得分率：不在级差上，这里是“47”；应是 5 的倍数"),
    ("items/4.1.2/percent", "45", "各条款 › 4.1.2 › 得分率：应是整数，这里是“45”"),
    ("items/4.1.2/percent", 4.5, "各条款 › 4.1.2 › 得分率：应是整数，这里是“4.5”"),
    ("items/4.1.2/percent", True, "各条款 › 4.1.2 › 得分率：应是整数，这里是“true”"),
    ("items/4.1.2/percent", 1, "各条款 › 4.1.2 › 得分率：不在级差上，这里是“1”；应是 5 的倍数"),
    ("organisation/name", 0, "组织信息 › 组织名称：应是文字，这里是“0”"),
    ("items/4.1.2/percent", 105, "各条款 › 4.1.2 › 得分率：大于 100，这里是“105”；应不大于 100"),
    ("items/4.1.2/percent", -5, "各条款 › 4.1.2 › 得分率：小于 0，这里是“-5”；应不小于 0"),
    ("year", ABSENT, "自评年度：缺少这一项"),
    ("year", 26, "自评年度：小于 1990，这里是“26”；应不小于 1990"),
    ("organisation/name", None, "组织信息 › 组织名称：应是文字，这里是“null”"),
    ("organisation/credit_code", "911", "组织信息 › 统一社会信用代码：写法不对，这里是“911”"),
    ("organisation/fax", "1", "组织信息 › fax：不认识的内容，这里是“1”；如果它来自更新的表单"),
    ("organisation", [], "组织信息：应是一组内容"),
    ("plan/0/what", 5, "改进计划 › 第 1 项 › 改进事项：应是文字，这里是“5”"),
    (
        "plan/0/state",
        "later",
        "改进计划 › 第 1 项 › 进展：不是可以填的值，这里是“later”；可填 planned、",
    ),
    (
        "plan/0/due",
        "明年",
        "改进计划 › 第 1 项 › 完成日期：写法不对，这里是“明年”；应是 2026-06-30 这样的日期",
    ),
    ("plan", {}, "改进计划：应是一个列表"),
    ("created", "昨天", "建立时间：写法不对，这里是“昨天”；应是 2026-05-07T14:03:09+08:00"),
    ("criteria/digest", "x", "准则 › 准则摘要：写法不对，这里是“x”；应是 64 位的摘要"),
    (
        "items/4.1.2/tables/0/rows/0/values",
        ["1"],
        "各条款 › 4.1.2 › 结果表 › 第 1 项：每个指标的数值个数",
    ),
    (
        "items/4.1.2/tables/0/rows/0/values/1",
        "很多",
        "› 各年数值 › 第 2 项：写法不对，这里是“很多”；应是数字",
    ),
    ("items/4.1.2/tables/0/years", [], "› 年份：少于 1 项；请在表单中补上"),
    ("items/4.1.2/elements/approach/text", "字" * 100_001, "› 内容：超过 100000 个字"),
    ("items/__proto__", {}, "各条款 › __proto__：编号的写法不对"),
    ("items/4.1.2/complete", "yes", "› 已写完：应是 true 或 false，这里是“yes”"),
    ("assessments", [{}] * 51, "评分人意见：超过 50 项"),
    ("organisation/name", "\ud800", "组织信息 › 组织名称：文字中有残缺的字符"),
]


@pytest.mark.parametrize(("way", "value", "said"), PLACES, ids=range(len(PLACES)))
def test_a_fault_is_told_by_place_value_and_remedy(way: str, value: Any, said: str) -> None:
    text = json.dumps(altered(FILING, way, value))
    sentences = [str(problem) for problem in read_filing(text.encode(), "filing.json").problems]
    assert any(said in sentence for sentence in sentences), sentences
    assert all("；" in sentence for sentence in sentences)


FILES: list[tuple[str, bytes, str]] = [
    ("empty", b"", "文件是空的"),
    ("blank", b" \n", "文件是空的"),
    ("half", json.dumps(FILING).encode()[:2000], "文件不完整，到末尾就断了"),
    ("broken", b'{"format": "self-assessment-filing", oops}', "文件已损坏，第 1 行第"),
    ("gbk", json.dumps(FILING, ensure_ascii=False).encode("gbk"), "很可能被另存成了 GBK"),
    ("utf-16", json.dumps(FILING).encode("utf-16"), "文件是 UTF-16 编码"),
    ("noise", b"{\xff\x80\xff", "文件不是 UTF-8 编码，可能已损坏"),
    ("prose", "关于自评的通知".encode(), "这不是自评报告文件"),
    ("other", b'{"a": 1}', "这不是自评报告文件"),
    ("list", b"[]", "这不是自评报告文件"),
    ("word", b"PK\x03\x04....", "这是 Word、Excel 或压缩文件"),
    ("page", b"<!DOCTYPE html><html>", "这是网页"),
    ("pdf", b"%PDF-1.7", "这是 PDF 文件"),
    ("sealed", b"age-encryption.org/v1\n-> X25519 ", "要用收件单位的私钥才能打开"),
    ("armoured", b"-----BEGIN AGE ENCRYPTED FILE-----\n", "要用收件单位的私钥才能打开"),
    ("deep", b'{"format":' + b"[" * 100_000, "文件的层次过深"),
    ("quotes", b'{"' + b'\\"' * 100_000, "文件不完整，到末尾就断了"),
    (
        "twice",
        b'{"format": "self-assessment-filing", "id": "a", "id": "b"}',
        "“id”在同一处写了两次",
    ),
    ("nan", b'{"format": "self-assessment-filing", "year": NaN}', "“NaN”不是数"),
    ("digits", b'{"year": ' + b"9" * 5000 + b"}", "有读不了的数"),
]


@pytest.mark.parametrize(("data", "said"), [file[1:] for file in FILES], ids=[f[0] for f in FILES])
def test_what_is_no_filing_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    sentence = only(read_filing(data, "filing.json"))
    assert said in sentence
    assert "；" in sentence


def test_of_many_faults_some_are_told_and_the_rest_is_counted() -> None:
    tree = FILING | {f"key{number}": 1 for number in range(100_000)}
    problems = read_filing(json.dumps(tree).encode(), "filing.json").problems
    assert len(problems) == MOST + 1
    assert problems[-1].message == f"还有 {100_000 - MOST} 处没有逐一列出"


def test_a_huge_file_is_refused_at_once() -> None:
    assert "超过上限 40 MB" in only(read_filing(b"{" * (LARGEST + 1), "filing.json"))


def test_a_byte_order_mark_is_passed_over_and_told() -> None:
    got = read_filing(b"\xef\xbb\xbf" + json.dumps(FILING).encode(), "filing.json")
    assert got.filing is not None
    assert [problem.level for problem in got.problems] == [Level.NOTE]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (2, "更新的表单导出（版本 2）"),
        (None, "没有写明版本"),
        ("1", "没有写明版本"),
        (0, "没有写明版本"),
        (True, "没有写明版本"),
    ],
)
def test_the_version_is_looked_at_first(version: Any, said: str) -> None:
    assert said in only(read(FILING | {"schema_version": version, "unknown": 1}))


def test_an_earlier_version_is_brought_along() -> None:
    # A version 2 that renamed the organisation's `title` to `name`, invented for this test.
    def step(filing: Raw) -> Raw:
        organisation = dict(filing["organisation"])
        organisation["name"] = organisation.pop("title")
        return {**filing, "organisation": organisation}

    old = altered(FILING, "organisation", {"title": "旧名公司"})
    with pytest.raises(AssertionError):
        assert read(old).filing is not None
    got = _with_step(old, step)
    # The model knows version 1 only: all that a chain to 2 must bring is there but the number.
    assert [str(p) for p in got.problems] == [
        "filing.json:1: 错误 文件版本：不是可以填的值，这里是“2”；可填 1"
    ]


def test_an_earlier_version_that_lacks_something_is_refused() -> None:
    assert "较早版本的文件，内容不完整" in only(_with_step(FILING, lambda filing: filing["gone"]))
    assert "较早版本的文件" in only(read_filing(json.dumps(FILING).encode(), "f.json", {}, 2))


def _with_step(tree: Tree, step: Any) -> Read:
    return read_filing(json.dumps(tree).encode(), "filing.json", {1: step}, 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=8,
)
WAYS = [
    "organisation",
    "organisation/name",
    "award/year",
    "criteria/id",
    "profile",
    "items",
    "items/4.1.2",
    "items/4.1.2/elements",
    "items/4.1.2/tables/0",
    "items/4.1.2/tables/0/rows",
    "items/4.1.2/tables/0/years/0",
    "plan",
    "plan/0/items",
    "incidents/none",
    "totals",
    "totals/items",
    "totals/total",
    "assessments",
    "consensus",
    "last_year",
    "left_out",
    "history",
]


@settings(deadline=None)
@given(way=st.sampled_from(WAYS), value=JSON)
def test_whatever_stands_anywhere_has_its_sentence(way: str, value: Any) -> None:
    tree = altered(a_filing(award={}), way, value)
    got = read_filing(json.dumps(tree).encode(), "filing.json")
    for problem in got.problems:
        assert problem.remedy
        ours = re.sub(r"“[^”]*”|^[^：]*：", "", problem.message)
        assert re.search(r"[\u4e00-\u9fff]", ours), problem
        assert not ENGLISH.search(ours), problem
        assert "写法不对（" not in ours, problem


@settings(deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_told(data: bytes) -> None:
    assert read_filing(data, "filing.json").problems
