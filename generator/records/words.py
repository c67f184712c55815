"""The kinds of value that records are made of: ids, one-line names, days, moments, numbers, paths.

Each takes the text that stands in the YAML file and is strict about its form. A value that does
not fit raises PydanticCustomError with the sentence that the user reads and, in its context, the
remedy; `faults.py` only carries them on.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, LiteralString, Protocol, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.reading.names import DEVICES


class Record(BaseModel):
    """What every record and every part of one has in common: frozen, and no unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


def unfit(
    code: LiteralString, message: str, remedy: str = "", words: str = ""
) -> PydanticCustomError:
    """The error for a value that does not fit: what is wrong with it, and the remedy.

    In a text of many lines, `words` are those that tell which."""
    context = {"said": message, "remedy": remedy, "words": words}
    return PydanticCustomError(code, "{said}", context)


class _ByIdOrName(Protocol):
    @property
    def awardee(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...


_Named = TypeVar("_Named", bound=_ByIdOrName)


def by_id_or_name(record: _Named) -> _Named:
    """Holds a record to naming its subject once: by the id of a holder, or by a plain name."""
    if bool(record.awardee) == bool(record.name):
        raise unfit(
            "name-or-awardee",
            "awardee 和 name 应填其一" + ("，这里两个都填了" if record.name else "，这里都没有填"),
            "有记录的获奖者填 awardee（编号），其他填 name（名称）",
        )
    return record


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKUP = re.compile(r"[<>`|]|\*\*|__|\]\(|^[#\-+*] |&#?\w+;")
_UNSEEN = r"\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
_CONTROL = re.compile(rf"[\x00-\x0a{_UNSEEN}]")
_CONTROL_IN_TEXT = re.compile(rf"[\x00-\x08{_UNSEEN}]")  # all but line breaks and tabs


def _id(value: Any) -> str:
    text = _text(value)
    if not _ID.fullmatch(text) or len(text) > 64:
        raise unfit(
            "id-form",
            f"编号“{text[:70]}”的写法不对",
            "只用小写英文字母、数字和连字符，不超过 64 个字符，如 2026-gs-01",
        )
    if text in DEVICES:
        raise unfit("id-device", f"编号“{text}”在 Windows 上不能作文件名", f"请换一个，如 {text}-1")
    return text


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    what = "一组“键: 值”" if isinstance(value, dict) else "一个列表"
    raise unfit("text-expected", f"这里应是一段文字，却是{what}", "请检查缩进，或删去行首的“- ”")


def _seen(text: str, unseen: re.Pattern[str] = _CONTROL) -> str:
    if control := unseen.search(text):
        raise unfit(
            "text-control",
            f"文字中有看不见的字符 U+{ord(control.group()):04X}",
            "请删去后重新输入这一处",
        )
    return text


def _line(value: Any) -> str:
    text = _text(value)
    if "\n" in text:
        raise unfit("line-break", "这里应只有一行，却分了行", "请写成一行")
    return _seen(text)


def _paragraphs(value: Any) -> str:
    return _seen(_text(value), _CONTROL_IN_TEXT)


def _name(value: Any) -> str:
    text = _line(value)
    if markup := _MARKUP.search(text):
        raise unfit(
            "name-markup",
            f"“{text[:60]}”中有排版记号“{markup.group().strip()}”",
            "名称和标题只写文字，不写 HTML 或 Markdown 记号",
        )
    if len(text) > 120:
        raise unfit("name-length", f"这里有 {len(text)} 个字，超过 120 个", "请写全称，不写说明")
    return text


_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _day(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    text = _text(value)
    if not (match := _DAY.fullmatch(text)):
        raise unfit("day-form", f"日期“{text[:30]}”的写法不对", "写成 2026-10-09 这样的形式")
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        raise unfit("day-unreal", f"没有“{text}”这一天", "请核对年月日") from None


_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}):([0-9]{2})")


class DayOnly(dt.datetime):
    """A moment of which only the day is known. It stands at 00:00, an hour not to be shown."""


def _moment(value: Any) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    text = _text(value)
    if _DAY.fullmatch(text):
        return DayOnly.combine(_day(text), dt.time())
    if not (match := _MOMENT.fullmatch(text)):
        raise unfit(
            "moment-form",
            f"时间“{text[:30]}”的写法不对",
            "写成 2026-10-09 09:00 这样的形式（24 小时制）",
        )
    day = _day(match.group(1))
    try:
        return dt.datetime.combine(day, dt.time(int(match.group(2)), int(match.group(3))))
    except ValueError:
        raise unfit("moment-unreal", f"没有“{text}”这个时刻", "请核对时和分") from None


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = _text(value)
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
        raise unfit("number-form", f"“{text[:30]}”不是整数", "只写阿拉伯数字，如 8")
    return int(text)


def _year(value: Any) -> int:
    year = _whole(value)
    if not 1949 <= year <= 2199:
        raise unfit("year-range", f"“{year}”不像一个年份", "写四位年份，如 2026")
    return year


def _exact(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _text(value)
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", text):
        raise unfit("number-form", f"“{text[:30]}”不是数", "只写数字，如 38.30；单位另写")
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the pattern above lets none through
        raise unfit("number-form", f"“{text[:30]}”不是数", "只写数字") from None


def _yes(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in {"true", "false", "是", "否"}:
        raise unfit("yes-form", f"“{text[:30]}”不是“是”或“否”", "写 是 或 否")
    return text in {"true", "是"}


def _web(value: Any) -> str:
    text = _line(value)
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s<>\"]", text):
        raise unfit("address-form", f"“{text[:80]}”不是网址", "写完整网址，以 https:// 开头")
    return text


_FILE = re.compile(r"files(?:/[^/\\]+)+")


def _file(value: Any) -> str:
    text = _line(value)
    if not _FILE.fullmatch(text) or ".." in text.split("/"):
        raise unfit(
            "file-form",
            f"文件“{text[:80]}”的写法不对",
            "写成 files/ 开头的路径，如 files/2026/名单.xlsx",
        )
    return text


_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}〔([0-9]{4})〕([1-9][0-9]{0,4})号")


def _document_number(value: Any) -> str:
    text = _line(value)
    if not _DOCUMENT_NUMBER.fullmatch(text):
        raise unfit(
            "document-number-form",
            f"发文字号“{text[:40]}”的写法不对",
            "用六角括号，年份写全，序号不加“第”、不补零，如 武质强办〔2026〕3号",
        )
    return text


_INDEX_NUMBER = re.compile(r"[0-9A-Za-z-]{2,24}/[0-9]{4}-[0-9]{5}")


def _index_number(value: Any) -> str:
    text = _line(value)
    if not _INDEX_NUMBER.fullmatch(text):
        raise unfit(
            "index-number-form", f"索引号“{text[:40]}”的写法不对", "写成 机构代码/2026-00001 的形式"
        )
    return text


_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")


def _credit_code(value: Any) -> str:
    text = _line(value)
    if not _CREDIT_CODE.fullmatch(text):
        raise unfit(
            "credit-code-form",
            f"统一社会信用代码“{text[:24]}”的写法不对",
            "应为 18 位数字与大写字母，不含 I、O、S、V、Z",
        )
    return text


def _mark(value: Any) -> str:
    text = _line(value).lower()
    if not re.fullmatch(r"[0-9a-f]{8}", text):
        raise unfit(
            "mark-form", f"核对码“{text[:24]}”的写法不对", "请照检查结果写，八位，如 3f9a12bc"
        )
    return text


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Id = Annotated[
    str, BeforeValidator(_id), _schema(["string", "integer"], pattern=f"^{_ID.pattern}$")
]
"""The permanent id of a record: small letters, digits, hyphens."""
RoundYear = Annotated[
    str, BeforeValidator(lambda value: str(_year(value))), _schema(["string", "integer"])
]
"""The id of a round: the year of its call."""
Name = Annotated[str, BeforeValidator(_name), StringConstraints(min_length=1)]
"""The name of an organisation, person or thing, or a title: one line, no markup."""
Line = Annotated[str, BeforeValidator(_line), StringConstraints(min_length=1)]
"""One line of text."""
Text = Annotated[str, BeforeValidator(_paragraphs), StringConstraints(min_length=1)]
"""Several lines of text."""
Day = Annotated[dt.date, BeforeValidator(_day), _schema("string", format="date")]
"""A day, 2026-10-09."""
Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    _schema("string", pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$"),
]
"""A minute of a day in the city's own time, 2026-10-09 09:00; a `DayOnly` where it is unknown."""
Whole = Annotated[int, BeforeValidator(_whole), _schema("integer", minimum=0)]
"""A whole number, 0 or more."""
Year = Annotated[int, BeforeValidator(_year), _schema("integer", minimum=1949)]
"""A calendar year."""
Exact = Annotated[Decimal, BeforeValidator(_exact), _schema(["number", "string"])]
"""An exact decimal number: 38.30 stays 38.30."""
YesNo = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": [True, False, "是", "否"]})]
"""是 or 否 (true and false are taken too)."""
Web = Annotated[str, BeforeValidator(_web), _schema("string", format="uri")]
"""A web address in full."""
FilePath = Annotated[str, BeforeValidator(_file)]
"""A file of the content folder, below ``files/``."""
DocumentNumber = Annotated[str, BeforeValidator(_document_number)]
"""发文字号, in the form of GB/T 9704: 武质强办〔2026〕3号."""
IndexNumber = Annotated[str, BeforeValidator(_index_number)]
"""索引号, organisation/year-serial of five digits."""
Mark = Annotated[str, BeforeValidator(_mark)]
"""The mark by which a file is known that somebody has looked through: eight signs."""
CreditCode = Annotated[str, BeforeValidator(_credit_code)]
"""统一社会信用代码, 18 characters (GB 32100)."""
