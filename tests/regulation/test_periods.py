"""A period is told alike by every output: as the edition that judges its round counts it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import icalendar
import pytest
import yaml
from pypdf import PdfReader

from generator.regulation import examine, period_of
from tests.program import AwardSite, Run
from tests.regulation.overlay import BASE, laid, patched, read

ID = "candidates-2024"
NOTICE = f"notices/2024/{ID}.yml"
TODAY = "2024-12-31"
SEVEN_DAYS = {
    **patched(
        read(BASE / "regulation/base.yml"),
        {"publicity": {"1": {"at_least": "7", "unit": "日", "start": "当日"}}},
    ),
    "id": "seven",
    "short": "七日办法",
    "articles": [{"number": "24", "heading": "公示", "says": "向社会公示七日。"}],
}
"""An edition that asks for 7 日, where the edition in use asks for 5 工作日."""


def _content(place: Path, last: str) -> Path:
    """3 to 9 September 2024 are 7 days and 5 working days, to the 8th they are 6 and 4."""
    example = {
        "content": {"regulation/seven.yml": SEVEN_DAYS},
        "patch": {
            "rounds/2024.yml": {"regulation": "seven"},
            NOTICE: {"publicity": {"last": last, "stated": "7日"}},
        },
    }
    return laid(example, place / "content")


def _problems(run: Run) -> Mapping[str, str]:
    return {p["code"]: p["message"] for p in run.json["problems"] if p["code"][:6] == "art-24"}


def test_every_output_says_what_the_check_counts(award_site: AwardSite, workplace: Path) -> None:
    _content(workplace, "2024-09-09")
    checked = award_site("check", "--today", TODAY, "--format", "json")
    assert _problems(checked) == {}
    built = award_site("build", "--today", TODAY, "--no-search")
    assert built.code == 0, built.out + built.err
    site = workplace / "site"

    page = (site / f"notices/{ID}/index.html").read_text(encoding="utf-8")
    box = page[page.index('<section class="objection"') :]
    box = re.sub(r"</?(time|span)\b[^>]*>", "", box[: box.index("</section>")])
    assert "共 7 日 " in box
    assert "工作日" not in box
    (rule,) = re.findall(r"<dt>时间规定</dt><dd>(.*?)</dd>", box)
    link = '<a href="../../regulation/#seven-art-24">七日办法第二十四条</a>'
    assert rule == f"{link}：不少于 7 日"
    assert ' id="seven-art-24"' in (site / "regulation/index.html").read_text(encoding="utf-8")

    paper = PdfReader(site / f"notices/{ID}/{ID}.pdf")
    printed = re.sub(r"\s", "", "".join(page.extract_text() for page in paper.pages))
    assert "共7日。" in printed

    told = (site / "data/publicity.csv").read_text(encoding="utf-8-sig")
    rows = {row["notice"]: row for row in csv.DictReader(io.StringIO(told))}
    assert (rows[ID]["counted_in"], rows[ID]["days"], rows[ID]["working_days"]) == ("日", "7", "5")
    (row,) = (r for r in _rows(site / "data/publicity.json") if r["notice"] == ID)
    assert (row["counted_in"], row["days"], row["working_days"]) == ("日", 7, 5)

    words = "公示期 2024-09-03 至 2024-09-09，"
    assert f"{words}共 7 日。" in (site / "feed.xml").read_text(encoding="utf-8")
    calendar = icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes())
    events = {str(e["uid"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
    assert f"{words}两端都计入，共 7 日。" in str(events[f"publicity-{ID}"]["description"])

    # What is judged by the edition in use goes on being counted in working days.
    assert rows["local-2024"]["counted_in"] == "工作日"


def _rows(file: Path) -> list[dict[str, object]]:
    told = json.loads(file.read_text(encoding="utf-8"))
    rows: list[dict[str, object]] = told["rows"] if isinstance(told, dict) else told
    return rows


def test_a_draft_is_as_long_as_the_check_asks(award_site: AwardSite, workplace: Path) -> None:
    content = _content(workplace, "2024-09-09")
    named = ("--kind", "拟奖公示", "--title", "增补公示", "--issuer", "office", "--round", "2024")
    run = award_site("new", "notice", *named, "--published", "2024-09-03 09:00", "--id", "more")
    assert run.code == 0, run.err
    text = (content / "notices/2024/more.yml").read_text(encoding="utf-8")
    held = yaml.load(text, yaml.BaseLoader)["publicity"]
    assert (held["first"], held["last"], held["stated"]) == ("2024-09-03", "2024-09-09", "7日")
    assert _problems(award_site("check", "--today", TODAY, "--format", "json")).keys() <= {
        "art-24-media"
    }


def test_a_day_less_is_too_short(award_site: AwardSite, workplace: Path) -> None:
    _content(workplace, "2024-09-08")
    found = _problems(award_site("check", "--today", TODAY, "--format", "json"))
    assert found == {
        "art-24-period-short": "公示期“2024-09-03 至 2024-09-08”只有 6 个日",
        "art-24-period-stated": "写明“7日”，按日期算是 6 个日",
    }


@pytest.mark.parametrize(
    ("first", "last", "length"),
    [
        ("2024-09-30", "2024-10-08", "2 个工作日"),
        ("2099-09-07", "2099-09-11", "5 日"),  # no days off are known for that year
        ("2024-09-09", "2024-09-03", "0 个工作日"),
    ],
)
def test_the_length_in_words(tmp_path: Path, first: str, last: str, length: str) -> None:
    patch = {NOTICE: {"publicity": {"first": first, "last": last}}}
    found = examine(laid({"patch": patch}, tmp_path), today=dt.date.fromisoformat(TODAY))
    period = period_of(found.register, found.calendar, found.register.notices[ID])
    assert period
    assert period.edition.id == "base"
    assert period.length == length
