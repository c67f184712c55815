"""Numbers in a text: found however they are written, shown only masked, look-alikes left alone."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.privacy import Kind, all_masked, found_in
from generator.privacy.sieve import may_hold
from tests.privacy import invented
from tests.privacy.files import PHONE, PHONE_SHOWN, WHOLE_ID

GAPS = [" ", "-", "\u3000", "\u00a0", "\u2013", "\uff0d", "\u200b", "\u2060", "\t"]
seeds = st.integers(0, 10**9).map(Random)
digits = st.sampled_from(["narrow", "wide", "round"])


def _drawn(number: str, kind: str) -> str:
    if kind == "wide":
        return number.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    if kind == "round":
        return number.translate({ord(str(d)): chr(0x245F + d) for d in range(1, 10)})
    return number


@settings(max_examples=300, deadline=None)
@given(seeds, digits, st.sampled_from(GAPS), st.data())
def test_what_stands_between_and_how_it_is_drawn_hides_nothing(
    draw: Random, kind: str, gap: str, data: st.DataObject
) -> None:
    number, what, called = draw.choice(
        [
            (invented.id_number(draw), Kind.ID, "示例"),
            (invented.foreign_id_number(draw), Kind.ID, "居留身份证"),
            (f"13{draw.randrange(10**9):09}", Kind.MOBILE, "示例"),
        ]
    )
    cuts = sorted(data.draw(st.sets(st.integers(1, len(number) - 1), max_size=6)))
    pieces = [number[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    text = f"{called}{_drawn(gap.join(pieces), kind)}。"
    assert may_hold(text)
    (found,) = found_in(text)
    assert found.kind is what
    assert text[found.start : found.end] == text[len(called) : -1]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789Xx -·.１２@qQ.com栋单元室E账号：护照\n", max_size=60))
def test_a_masked_text_has_nothing_left_in_it(text: str) -> None:
    masked = all_masked(text)
    for _ in range(3):  # what two numbers shared may make out another one when the first is gone
        masked = all_masked(masked)
    assert found_in(masked) == []
    for found in found_in(text):
        shown = re.sub(r"[^0-9]", "", found.masked)
        assert len(shown) <= 7
        if found.kind is Kind.ID:
            assert len(shown) <= 5


FOUND = [
    (f"电话{PHONE}。", PHONE_SHOWN),
    (f"+86 {PHONE}", PHONE_SHOWN),
    (f"0086-{PHONE}", PHONE_SHOWN),
    (f"86{PHONE}", PHONE_SHOWN),
    ("138.0013.8000", PHONE_SHOWN),
    ("（138）0013-8000", PHONE_SHOWN),
    (f"Tel{PHONE}", PHONE_SHOWN),
    (f"1,何示例,{PHONE},示例区", PHONE_SHOWN),
    (f"元旦值班{PHONE}元旦", PHONE_SHOWN),
    (f"https://example.cn/?tel={PHONE}", PHONE_SHOWN),
    (f"{WHOLE_ID}{PHONE}", f"42*************{WHOLE_ID[-3:]}"),
    (f"{WHOLE_ID[:17]} {WHOLE_ID[17]}", f"42*************{WHOLE_ID[-3:]}"),
    ("护照：G12345678", "G*****678"),
    ("护照 EA1234567", "E*****567"),
    ("港澳通行证C12345678", "C*****678"),
    ("账号：4200 1234 5678 9012 34", "42************1234"),
    ("zhang.san (at) qq.com", "z***@qq.com"),
    ("示例村3组12号", "*组**号"),
    ("三栋二单元五〇一室", "*栋*单元***室"),
]


@pytest.mark.parametrize(("text", "shown"), FOUND)
def test_it_is_found(text: str, shown: str) -> None:
    assert shown in [one.masked for one in found_in(text)]


CLEAN = [
    f"营业收入 {PHONE} 元",
    f"收入{PHONE}.50元",
    "13,800,138,000",
    f"A{PHONE}",
    f"合同号 HT{PHONE}",
    f"{PHONE}1",
    "1998-05-10 230 家",
    "1998 2003 100",
    "139.196.123.45",
    f"https://example.cn/post_{PHONE}.html",
    PHONE_SHOWN,
    "注册号 420102900307001",
    "示例大楼3号楼会议室",
    "邮箱 office@example.gov.cn",
    "G12345678",
    "420102199913010011",
]


@pytest.mark.parametrize("text", CLEAN)
def test_it_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_a_birthday_that_is_still_to_come_is_none() -> None:
    future = invented.with_check("42010220990307001")
    assert found_in(future) == []


def test_a_number_that_is_a_code_and_an_id_number_is_what_it_is_called() -> None:
    both = invented.code_and_id("52")
    assert [one.kind for one in found_in(both)] == [Kind.ID]
    assert found_in(f"统一社会信用代码：{both}") == []
    assert found_in(both, "统一社会信用代码") == []
    firm = invented.code_and_id("91")
    assert found_in(firm) == []
    assert [one.kind for one in found_in(f"居留身份证 {firm}")] == [Kind.ID]
