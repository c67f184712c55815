"""Values mean what stands there: nothing is turned into something else on the way."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.reading import SourceFile, read_tree
from generator.records import Notice, read_entry, record_kind_of
from generator.records.words import (
    CreditCode,
    Day,
    DayOnly,
    DocumentNumber,
    Exact,
    FilePath,
    Id,
    IndexNumber,
    Line,
    Moment,
    Name,
    Text,
    Web,
    Whole,
    Year,
    YesNo,
)

KEPT = ["NO", "no", "yes", "on", "010", "0x1F", "1_000", "38.30", "1e3", "2026-03-02", "12:30:45"]


@pytest.mark.parametrize("text", KEPT)
def test_text_that_yaml_would_convert_stays_text(text: str) -> None:
    assert read_tree(f"name: {text}\n".encode()) == {"name": text}
    assert TypeAdapter(Name).validate_python(text) == text


def test_a_blank_key_is_a_key_not_filled_in() -> None:
    assert read_tree(b"name:\nnote: ''\n") == {}


def test_quoted_null_is_a_word() -> None:
    assert read_tree(b"name: 'null'\n") == {"name": "null"}


def test_a_name_may_hold_what_names_hold() -> None:
    for name in (
        "A·B（中国）有限公司",
        "堃喆珺玥祎垚",
        "3M 中国",
        "㛃𠮷",
        "C++ & Co.",
        "“示例”公司",
    ):
        assert TypeAdapter(Name).validate_python(name) == name


def _word(value: Any) -> str:
    return repr(value) if isinstance(value, str) else ""


GOOD: list[tuple[Any, str, Any]] = [
    (Day, "2024-02-29", dt.date(2024, 2, 29)),
    (Moment, "2026-10-09 00:00", dt.datetime(2026, 10, 9)),
    (Moment, "2026-10-09 23:59", dt.datetime(2026, 10, 9, 23, 59)),
    (Whole, "0", 0),
    (Year, "2026", 2026),
    (Exact, "38.30", Decimal("38.30")),
    (Exact, "-0.5", Decimal("-0.5")),
    (YesNo, "是", True),
    (YesNo, "否", False),
    (YesNo, "true", True),
    (Id, "2026-gs-01", "2026-gs-01"),
    (Text, "第一段\n\n\t第二段", "第一段\n\n\t第二段"),
    (DocumentNumber, "武质强办〔2026〕3号", "武质强办〔2026〕3号"),
    (IndexNumber, "MB1F-2/2026-00001", "MB1F-2/2026-00001"),
    (CreditCode, "91420100MA4K0A1B2C", "91420100MA4K0A1B2C"),
    (Web, "http://www.jxzyjt.com/?company/170.html", "http://www.jxzyjt.com/?company/170.html"),
    (FilePath, "files/2026/名单.xlsx", "files/2026/名单.xlsx"),
]


@pytest.mark.parametrize(("kind", "text", "value"), GOOD, ids=_word)
def test_a_value_that_fits(kind: Any, text: str, value: Any) -> None:
    read = TypeAdapter(kind).validate_python(text)
    assert read == value
    assert str(read) == str(value)


BAD: list[tuple[Any, list[str]]] = [
    (Day, ["2026-02-30", "2026/1/2", "20261009", "2026-1-2", "２０２６-01-02", "0000-01-01"]),
    (Moment, ["2026-03-02 24:00", "2026-03-02 12:60", "2026-03-02 9:00", "2026-03-02T09:00"]),
    (Whole, ["８", "1,000", "八", "-1", "08", "1.0", "+1", "1" * 10]),
    (Year, ["1948", "2200", "26", "２０２６"]),
    (Exact, ["38.30%", "３８", "1,000.5", "1e3", "nan", "inf", ".5", "5."]),
    (YesNo, ["yes", "no", "1", "True", "对"]),
    (Id, ["A", "a_b", "a--b", "-a", "a-", "../a", "a/b", "编号", "a b", "a" * 65]),
    (Line, ["a\nb", "a\tb", "a\u2028b", "a\x85b", "a\ufeffb"]),
    (Text, ["a\x00b", "a\x1bb", "a\u202eb", "a\u200bb"]),
    (DocumentNumber, ["武质强办[2026]3号", "武质强办〔26〕3号", "武质强办〔2026〕03号", "第3号"]),
    (IndexNumber, ["2026-00001", "A/2026-1"]),
    (CreditCode, ["91420100MA4K0A1B2", "91420100ma4k0a1b2c", "91420100MA4K0A1B2O"]),
    (Web, ["www.example.cn", "javascript:alert(1)", "ftp://example.cn", "https://", "https://a b"]),
    (FilePath, ["/etc/passwd", "files/../site.yml", "files", "files\\a", "site.yml", "files//a"]),
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in BAD for text in texts], ids=_word
)
def test_a_value_that_does_not_fit_is_told_in_chinese(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError) as told:
        TypeAdapter(kind).validate_python(text)
    (error,) = told.value.errors()
    assert re.search(r"[\u4e00-\u9fff]", error["ctx"]["said"])
    assert error["ctx"]["remedy"]


NOTICE = """\
id: report
kind: 其他
title: 据公开报道补录
issuer: office
published: 2018-10-10
"""
SOURCES = "sources:\n  - {title: 报道, address: https://example.cn/}\n"


def read_notice(root: Path, text: str) -> Any:
    path = "notices/2018/report.yml"
    (root / "notices/2018").mkdir(parents=True)
    (root / path).write_text(text, encoding="utf-8")
    record_kind = record_kind_of(path)
    assert record_kind
    return read_entry(root, SourceFile(path), record_kind)


def test_the_hour_may_be_unknown_for_what_is_known_from_reports(tmp_path: Path) -> None:
    notice = read_notice(tmp_path, NOTICE + SOURCES).record
    assert isinstance(notice, Notice)
    assert notice.published == dt.datetime(2018, 10, 10)
    assert isinstance(notice.published, DayOnly)
    assert not notice.hour_known


def test_our_own_notice_needs_its_hour(tmp_path: Path) -> None:
    (fault,) = read_notice(tmp_path, NOTICE).faults
    assert fault.code == "moment-hour"


def test_a_known_hour_is_known(tmp_path: Path) -> None:
    notice = read_notice(tmp_path, NOTICE.replace("10-10", "10-10 00:00")).record
    assert notice.hour_known
