"""The labelled corpus: lines as notices and lists have them, clean ones and ones with numbers.

The same seed gives the same lines. Nothing in it belongs to anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from generator.privacy import Kind, found_in
from generator.privacy.match import masked
from tests.privacy import invented

SEED = 20261012
_WIDE = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


class Line(NamedTuple):
    """One line, and what is hidden in it: nothing in a clean one."""

    text: str
    kind: Kind | None
    number: str


def clean(count: int) -> Iterator[Line]:
    """Lines with numbers that only look alike: codes, document numbers, amounts, dates."""
    draw = Random(SEED)
    for _ in range(count):
        yield Line(draw.choice(_LOOK_ALIKES)(draw), None, "")


def real(count: int) -> Iterator[Line]:
    """Lines with one number each, in the forms in which people write them."""
    draw = Random(SEED + 1)
    kinds = [*_REAL]
    for place in range(count):
        kind = kinds[place % len(kinds)]
        number = _REAL[kind](draw)
        written = _written(number, kind, draw)
        yield Line(draw.choice(_AROUND)(written, kind.word, draw), kind, number)


def _id(draw: Random) -> str:
    makers = (invented.id_number, invented.id_number, invented.old_id_number)
    return draw.choice(makers)(draw)


_REAL: dict[Kind, Callable[[Random], str]] = {
    Kind.ID: _id,
    Kind.MOBILE: invented.mobile,
    Kind.BANK: invented.card,
    Kind.PASSPORT: invented.passport,
    Kind.MAIL: invented.mail,
    Kind.HOUSE: invented.house,
}


def _written(number: str, kind: Kind, draw: Random) -> str:
    """A number as one may write it: wide, spaced, in groups, digit by digit."""
    if kind is Kind.HOUSE:
        return number if draw.random() < 0.5 else number.translate(_WIDE)
    if kind in (Kind.PASSPORT, Kind.MAIL):
        return number if draw.random() < 0.7 else number.replace("@", "＠").translate(_WIDE)
    form = draw.randrange(6)
    if form == 0:
        return number
    if form == 1:
        return number.translate(_WIDE)
    gap = draw.choice((" ", "-", "\u3000", "\u00a0", "\u2013", "\u200b", "－"))
    if form == 2:
        return gap.join(number)
    sizes = {
        11: (3, 4, 4),
        15: (6, 6, 3),
        16: (4, 4, 4, 4),
        18: (6, 8, 4),
        19: (4, 4, 4, 4, 3),
    }[len(number)]
    parts = [number[sum(sizes[:n]) : sum(sizes[: n + 1])] for n in range(len(sizes))]
    text = gap.join(parts)
    return text.translate(_WIDE) if form == 3 else text


_AROUND: tuple[Callable[[str, str, Random], str], ...] = (
    lambda text, word, draw: f"{word}：{text}",
    lambda text, word, draw: f"联系人何示例，{word}{text}，请在工作日联系。",
    lambda text, word, draw: f"| {draw.randint(1, 99)} | 何示例 | {text} | 示例公司 |",
    lambda text, word, draw: f"- 何示例（{text}）",
    lambda text, word, draw: f"{draw.randint(1, 99)}. 何示例 **{text}** 示例公司",
    lambda text, word, draw: f"何示例\t{text}\t示例区",
    lambda text, word, draw: f"{text}",
    lambda text, word, draw: f"示例区示例路{draw.randint(1, 300)}号的何示例；{text}",
    lambda text, word, draw: f"序号{draw.randint(1, 9)}、姓名何示例、{word}“{text}”。",
    lambda text, word, draw: f"2026年10月{draw.randint(1, 31)}日登记：{text}（已核对）",
)


def _date(draw: Random) -> str:
    return f"{draw.randint(1990, 2026)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def _digits(draw: Random, count: int) -> str:
    return "".join(draw.choice("0123456789") for _ in range(count))


def _amount(draw: Random) -> str:
    """Eleven digits that are money: 1[3-9]… 元."""
    return f"1{draw.randint(3, 9)}{_digits(draw, 9)}"


def _address(draw: Random) -> str:
    year, month, day = draw.randint(2010, 2026), draw.randint(1, 12), draw.randint(1, 28)
    return "https://www.example.gov.cn" + draw.choice(
        (
            f"/zwgk/{year}/t{_digits(draw, 8)}_{_digits(draw, 7)}.html",
            f"/art/{year}/{month}/{day}/art_{_digits(draw, 4)}_{_digits(draw, 6)}.html",
            f"/content/post_1{draw.randint(3, 9)}{_digits(draw, 9)}.html",
        )
    )


def _spoken_year(draw: Random) -> str:
    return "二〇" + "".join(draw.choice("〇一二三四五六七八九") for _ in range(2))


def _per_cent(draw: Random) -> str:
    return f"{draw.randint(80, 99)}.{draw.randint(0, 9)}"


def _host(draw: Random) -> str:
    return ".".join(str(draw.randint(100, 255)) for _ in range(4))


_LOOK_ALIKES: tuple[Callable[[Random], str], ...] = (
    lambda d: f"统一社会信用代码：{invented.credit_code(d)}",
    lambda d: f"{invented.credit_code(d)}",
    lambda d: f"示例公司，代码 {invented.credit_code(d, digits=True)}，制造业",
    lambda d: f"{invented.credit_code(d, digits=True)}",
    lambda d: f"武质强示〔{d.randint(2010, 2026)}〕{d.randint(1, 99)}号",
    lambda d: f"索引号：SZZLJ/{d.randint(2010, 2026)}-{d.randint(1, 99999):05}",
    lambda d: f"索引号 {_digits(d, 9)}/{d.randint(2010, 2026)}-{_digits(d, 5)}",
    lambda d: f"11420100{_digits(d, 9)}/{d.randint(2010, 2026)}-{_digits(d, 5)}",
    lambda d: f"营业收入 {_amount(d)} 元，同比增长 {_per_cent(d)}%",
    lambda d: f"年产值{d.randint(1, 999)},{_digits(d, 3)},{_digits(d, 3)},{_digits(d, 3)}元",
    lambda d: f"利润 {d.randint(1, 99999)}.{_digits(d, 6)} 亿元",
    lambda d: f"资金{_amount(d)}.{_digits(d, 2)}元已到位",
    lambda d: f"公示时间 {_date(d)} 至 {_date(d)}，共 {d.randint(5, 10)} 个工作日",
    lambda d: f"| {_date(d)} | {_date(d)} | {d.randint(1, 400)} |",
    lambda d: f"{_date(d)} {d.randint(100, 400)} 家",
    lambda d: f"发布时间：{_date(d)} {d.randint(8, 18):02}:{d.randint(0, 59):02}",
    lambda d: f"电话 027-{_digits(d, 8)}，传真 027-{_digits(d, 8)}",
    lambda d: f"投诉举报 12315、12345，邮编 43{_digits(d, 4)}",
    lambda d: f"邮箱 office{d.randint(1, 9)}@example.gov.cn",
    lambda d: f"地址：示例区示例路{d.randint(1, 900)}号示例大楼{d.randint(101, 2900)}室",
    lambda d: f"GB/T {d.randint(10000, 43000)}-{d.randint(1990, 2026)}，ISO 9001:2015",
    lambda d: f"ISBN 978-7-{_digits(d, 4)}-{_digits(d, 4)}-{d.randint(0, 9)}",
    lambda d: f"证书编号 C-{d.randint(1990, 2026)}-{_digits(d, 5)}",
    lambda d: f"专利号 ZL{d.randint(2000, 2026)}1{_digits(d, 7)}.{d.randint(0, 9)}",
    lambda d: f"商品条码 69{_digits(d, 11)}",
    lambda d: f"合格率（%）：{' '.join(_per_cent(d) for _ in range(6))}",
    lambda d: "各年产量 " + " ".join(str(d.randint(100, 999)) for _ in range(d.randint(4, 9))),
    lambda d: "| " + " | ".join(_digits(d, d.randint(2, 6)) for _ in range(5)) + " |",
    lambda d: f"项目编号 20{_digits(d, 15)}",
    lambda d: f"坐标 {d.randint(80, 130)}.{_digits(d, 6)}, {d.randint(20, 50)}.{_digits(d, 6)}",
    lambda d: f"详见 {_address(d)}",
    lambda d: _address(d),
    lambda d: f"详见 https://www.example.gov.cn/view.jsp?id={_amount(d)}",
    lambda d: f"[详见](/col/list?columnid={d.randint(1, 99)}&articleid={_amount(d)})",
    lambda d: f"[附件](/files/{d.randint(2010, 2026)}/{_digits(d, 8)}.pdf)",
    lambda d: f"用电 {_amount(d)}kWh，总重 {_amount(d)} kg",
    lambda d: (
        f"三年分别为 {d.randint(130, 199)}、{d.randint(2000, 2026)}、{d.randint(2000, 2026)} 家"
    ),
    lambda d: f"{d.randint(130, 199)}/{d.randint(1000, 9999)}（{d.randint(2000, 2026)}年）",
    lambda d: f"第{'、'.join(str(n) for n in range(1, d.randint(9, 15)))}条",
    lambda d: (
        f"{_spoken_year(d)}年十{d.choice('一二')}月{d.choice('一二三四五')}日，第{_spoken_year(d)}号"
    ),
    lambda d: f"凭身份证办理，申请编号 {d.randint(2010, 2026)}{_digits(d, 14)}",
    lambda d: f"身份证/统一社会信用代码：{invented.credit_code(d, digits=True)}",
    lambda d: f"QQ群 {_digits(d, 9)}，官方微信：shili_zhiliang",
    lambda d: f"护照、通行证办理电话 027-{_digits(d, 8)}",
    lambda d: f"商品条码 0{_digits(d, 11)}；批号 0{d.randint(200, 299)}{_digits(d, 8)}",
    lambda d: f"| {d.randint(2000, 2026)} | {_digits(d, 3)} | {_digits(d, 4)} | {_digits(d, 4)} |",
    lambda d: f"产值{d.randint(1, 99)},{_digits(d, 3)};{d.randint(1, 99)},{_digits(d, 3)}",
    lambda d: f"完成率 {d.randint(10, 99)}%20{_digits(d, 2)}年 A&B 公司",
    lambda d: f"SHA-256 {''.join(d.choice('0123456789abcdef') for _ in range(64))}",
    lambda d: f"服务器 {_host(d)}",
    lambda d: f"机器型号 A{_digits(d, 4)}-{_digits(d, 4)}，批次 {_digits(d, 8)}",
    lambda d: f"参评 {d.randint(1, 999)} 家，得分 {d.randint(500, 990)}.{_digits(d, 2)}",
    lambda d: f"138****{_digits(d, 4)}，42*************{_digits(d, 3)}",
    lambda d: f"{d.randint(1, 99)}号楼大会议室，第{d.randint(1, 9)}组，编号{_digits(d, 6)}",
)


class Measured(NamedTuple):
    """How well the scan does: lines of each kind, and those it got wrong."""

    clean: int
    alarms: tuple[Line, ...]
    real: int
    missed: tuple[Line, ...]

    @property
    def recall(self) -> float:
        """The part of real numbers that was found, 0 to 1."""
        return 1 - len(self.missed) / self.real

    @property
    def false_alarms(self) -> float:
        """The part of clean lines in which something was found, 0 to 1."""
        return len(self.alarms) / self.clean

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.2%} of {self.real} lines with a number, "
            f"false alarms {self.false_alarms:.3%} of {self.clean} clean lines"
        )


def measured(clean_lines: int = 10_000, real_lines: int = 1_000) -> Measured:
    """The scan held against the corpus. A number is found only as what it is, with its own mask."""
    alarms = tuple(line for line in clean(clean_lines) if found_in(line.text))
    missed = tuple(line for line in real(real_lines) if not _is_found(line))
    return Measured(clean_lines, alarms, real_lines, missed)


def _is_found(line: Line) -> bool:
    assert line.kind
    found = [one.masked for one in found_in(line.text) if one.kind is line.kind]
    # Of a home the part that is masked depends on the words around it.
    return bool(found) if line.kind is Kind.HOUSE else masked(line.kind, line.number) in found
