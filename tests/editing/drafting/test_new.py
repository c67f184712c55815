"""``award-site new``: a record begun passes the check, and nothing is overwritten or reused."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.program import AwardSite, Run, laid_over

TOP = Path(__file__).parents[3]
LINJIANG = TOP / "tests" / "cities" / "linjiang"


@pytest.fixture
def content(workplace: Path) -> Path:
    """A copy of the demonstration."""
    return laid_over(TOP / "content", workplace / "content", {})


@pytest.fixture
def linjiang(workplace: Path) -> Path:
    """A copy of the other city."""
    return laid_over(LINJIANG, workplace / "content", {})


def _read(content: Path, path: str) -> dict[str, object]:
    text = (content / path).read_text(encoding="utf-8")
    found: dict[str, object] = yaml.load(text, yaml.BaseLoader)
    return found


def _errors(run: Run) -> list[str]:
    return [line for line in run.lines if " 错误 " in line]


READ = ("--drafted-by", "示例甲", "--reviewed-by", "示例乙", "--approved-by", "示例丙")
GS = ("new", "notice", "--kind", "拟奖公示", "--title", "增补公示", "--issuer", "qiangshiban")


def test_a_publicity_is_counted_and_numbered(award_site: AwardSite, content: Path) -> None:
    # 2026-09-25 to 27 is the mid-autumn holiday; 10-01 to 10-07 is the national day's; 09-20 and
    # 10-10 are worked.
    run = award_site(*GS, *READ, "--round", "2026", "--published", "2026-09-28 10:30")
    assert run.code == 0, run.err
    assert run.out.startswith("已新建 content/notices/2026/2026-gs-02.yml。")
    record = _read(content, "notices/2026/2026-gs-02.yml")
    assert record["id"] == "2026-gs-02"
    assert record["index_number"] == "SZZLJ/2026-00014"
    assert record["follows"] == ["2026-sl-01"]
    held = record["publicity"]
    assert isinstance(held, dict)
    assert (held["first"], held["last"]) == ("2026-09-29", "2026-10-10")
    assert held["stated"] == "5个工作日"
    assert held["contact"]["phone"] == "027-00000000"
    assert "提出异议应当实名" in held["rules"]
    checked = award_site("check")
    assert checked.code == 0, checked.out


KINDS = {
    "征求意见": (),
    "申报通知": ("--round", "2026"),
    "推荐公示": ("--round", "2026", "--issuer", "武汉经济技术开发区"),
    "受理名单": ("--round", "2026"),
    "拟奖公示": ("--round", "2026", "--issuer", "qiangshiban"),
    "表彰通报": ("--round", "2026"),
    "更正公告": ("--corrects", "2026-sl-01", "--issuer", "qiangshiban"),
    "其他": (),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_notice_passes_the_check(
    award_site: AwardSite, content: Path, kind: str
) -> None:
    issuers = {"推荐公示": "donghu", "表彰通报": "shizhengfu"}
    options = dict(zip(KINDS[kind][::2], KINDS[kind][1::2], strict=True))
    options["--issuer"] = issuers.get(kind, "qiangshiban")
    given = [part for pair in options.items() for part in pair]
    run = award_site(
        *("new", "公告", "--kind", kind, "--title", "新的公告"),
        *("--published", "2026-11-02", *given, *READ),
    )
    assert run.code == 0, run.err
    (made,) = re.findall(r"content/(\S+\.yml)", run.out)
    record = _read(content, made)
    assert record["kind"] == kind
    assert str(record["published"]) == "2026-11-02 09:00"
    errors = [line for line in _errors(award_site("check")) if made in line]
    assert errors == []


def test_a_revocation_says_what_is_left_to_do(award_site: AwardSite, content: Path) -> None:
    run = award_site(
        *("new", "notice", "--kind", "撤销公告", "--title", "撤销公告", "--issuer", "qiangshiban"),
        *("--published", "2026-11-02", "--awardee", "没有的公司"),
        *("--ground", "重大事故"),
    )
    assert run.code == 2
    assert "--awardee 的值不对" in run.err
    run = award_site(
        *("new", "notice", "--kind", "撤销公告", "--title", "撤销公告", "--issuer", "qiangshiban"),
        *("--published", "2026-11-02", "--awardee", "陈示例", "--ground", "重大事故"),
    )
    assert run.code == 0, run.err
    assert "还需补充：公告撤销了“陈示例”的称号" in run.out


@pytest.mark.parametrize("which", ["content", "linjiang"])
def test_a_round_a_holder_and_a_pool_pass(
    award_site: AwardSite, request: pytest.FixtureRequest, which: str
) -> None:
    content = request.getfixturevalue(which)
    assert award_site("new", "round", "--id", "2029").code == 0
    kind, tier = ("organisation", "award") if which == "content" else ("企业", "金奖")
    about = ("--name", "示例: 新秀 #1 有限公司", "--kind", kind, "--tier", tier, "--round", "2029")
    assert award_site("new", "awardee", *about).code == 0
    body = "caidian" if which == "content" else "xi-qu"
    step = "pool" if which == "content" else "seed"
    entry = ("--body", body, "--name", "示例入库企业", "--step", step, "--since", "2026")
    pool = award_site("new", "培育库", *entry)
    assert pool.code == 0, pool.err
    checked = award_site("check")
    assert checked.code == 0, checked.out
    holders = [*(content / "awardees").glob("2029-*-01.yml")]
    assert len(holders) == 1
    assert _read(content, f"awardees/{holders[0].name}")["name"] == "示例: 新秀 #1 有限公司"
    assert award_site("build", "--no-search").code == 0


def test_a_round_is_counted_on_in_its_term(award_site: AwardSite, content: Path) -> None:
    assert award_site("new", "round", "--id", "2028").code == 0
    assert _read(content, "rounds/2028.yml")["term"] == "2"
    assert _read(content, "rounds/2028.yml")["order"] == "3"
    assert award_site("new", "round", "--id", "2029").code == 0
    assert _read(content, "rounds/2029.yml")["order"] in {"1", "4"}


def test_calendar_days_from_the_same_day(award_site: AwardSite, linjiang: Path) -> None:
    run = award_site(
        *(
            "new",
            "notice",
            "--kind",
            "推荐公示",
            "--round",
            "2025",
            "--title",
            "又一份推荐公示",
            *READ,
        ),
        *("--published", "2025-04-05", "--issuer", "示例东区（虚构）", *READ),
    )
    assert run.code == 0, run.err
    (file,) = linjiang.glob("notices/2025/lj-2025-tj-*.yml")
    record = _read(linjiang, f"notices/2025/{file.name}")
    held = record["publicity"]
    assert isinstance(held, dict)
    assert (held["first"], held["last"]) == ("2025-04-05", "2025-04-11")
    assert held["stated"] == "7日"
    assert record["index_number"] == "SL01/2025-00006"
    assert award_site("check", "--today", "2026-01-15").code == 0


def test_a_year_without_a_calendar_is_told_with_the_remedy(
    award_site: AwardSite, content: Path
) -> None:
    run = award_site(*GS, "--round", "2026", "--published", "2031-03-03")
    assert run.code == 1
    assert "没有这一年的放假安排" in run.out
    assert "holidays/2031.yml" in run.out
    assert not [*content.glob("notices/2031/*")]


def test_what_is_missing_is_told_at_once(award_site: AwardSite, content: Path) -> None:
    run = award_site(
        "new", "notice", "--kind", "推荐公示", "--round", "2031", "--published", "明天"
    )
    assert run.code == 2
    assert run.out == ""
    assert len(run.err.splitlines()) == 1
    for said in (
        "--round 的值不对：“2031”不在可选的里面；可写 2026（2026年度评定）",
        "缺少 --issuer（发文机关）",
        "--published 的值不对：时间“明天”的写法不对；写成 2026-10-09 09:00 这样的形式",
        "缺少 --title（标题）",
    ):
        assert said in run.err


def test_nothing_is_overwritten_and_no_id_used_twice(award_site: AwardSite, content: Path) -> None:
    before = (content / "notices/2026/2026-gs-01.yml").read_bytes()
    options = ("--round", "2026", "--published", "2026-11-02")
    run = award_site(*GS, *options, "--id", "2026-gs-01")
    assert run.code == 2
    assert "编号“2026-gs-01”已经用过" in run.err
    assert (content / "notices/2026/2026-gs-01.yml").read_bytes() == before
    # A number goes on from the highest: a gap may be one that was used and withdrawn.
    (content / "notices/2026/2026-tj-05.yml").unlink()
    tj = ("new", "notice", "--kind", "推荐公示", "--title", "推荐", "--issuer", "donghu")
    run = award_site(*tj, *options, "--dry-run", "--content", str(content))
    assert run.code in {0, 1}  # 受理名单 still follows the one that is gone
    gone = laid_over(TOP / "content", content.parent / "other", {})
    (gone / "notices/2026/2026-qt-01.yml").unlink()
    qt = ("new", "notice", "--kind", "其他", "--title", "通知", "--issuer", "qiangshiban")
    run = award_site(*qt, "--published", "2026-11-02", "--dry-run", "--content", "other")
    assert "id: 2026-qt-03" in run.out


def test_a_dry_run_prints_and_writes_nothing(award_site: AwardSite, content: Path) -> None:
    before = sorted(content.rglob("*"))
    run = award_site(*GS, "--round", "2026", "--published", "2026-11-02", "--dry-run")
    assert run.code == 0
    assert "id: 2026-gs-02\n" in run.out
    assert sorted(content.rglob("*")) == before


def test_every_example_may_be_uncommented(award_site: AwardSite, content: Path) -> None:
    """Each optional key is an example in the right form: only its mentions are to be filled in."""
    runs = [
        award_site(*GS, "--round", "2026", "--published", "2026-11-02", "--dry-run"),
        award_site(
            *("new", "awardee", "--name", "示例", "--kind", "individual", "--tier", "award"),
            *("--round", "2026", "--dry-run"),
        ),
        award_site("new", "round", "--id", "2028", "--dry-run"),
    ]
    paths = ("notices/2026/2026-gs-02.yml", "awardees/2026-award-01.yml", "rounds/2028.yml")
    for run, path in zip(runs, paths, strict=True):
        lines, on = [], False
        for line in run.out.splitlines():
            if line.startswith("# ") and line.endswith("（可选）"):
                on = True
            elif not line:
                on = False
            elif on:
                line = line.removeprefix("#").removeprefix(" ")
            lines.append(line)
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text("\n".join(lines), encoding="utf-8")
    told = award_site("check").lines
    ours = [line for line in told if any(path in line for path in paths)]
    assert ours
    assert all("不存在" in line or "找不到文件" in line or "编号“" in line for line in ours), ours


def test_an_editor_is_led_to_the_schema_where_it_can_be(
    award_site: AwardSite, content: Path
) -> None:
    run = award_site(*GS, "--round", "2026", "--published", "2026-11-02", "--dry-run")
    assert "yaml-language-server" not in run.out
    run = award_site(
        *GS,
        *("--round", "2026", "--published", "2026-11-02", "--dry-run"),
        *("--content", str(TOP / "content")),
    )
    head = "# yaml-language-server: $schema=../../../generator/records/schemas/notice.schema.json"
    assert run.out.splitlines()[0] == head


def test_questions_at_a_terminal(content: Path) -> None:
    """What is not given is asked, a wrong answer asked again, and Enter takes what is offered."""
    answers = ["5", "1", "十月", "2026-09-28", "", "", "", "示例乙", ""]
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli import main; main()", "new", "notice"],
        cwd=content.parent,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    said, asked, until = "", 0, time.monotonic() + 20
    while time.monotonic() < until:
        ready, _, _ = select.select([master], [], [], 0.2)
        if ready:
            try:
                said += os.read(master, 65536).decode("utf-8", "replace")
            except OSError:
                break
        if asked < len(answers) and said.rstrip(" ").endswith("："):
            os.write(master, f"{answers[asked]}\n".encode())
            said += "\n"
            asked += 1
    assert process.wait(timeout=5) == 0, said
    os.close(master)
    assert "时间“十月”的写法不对" in said
    assert "请再填一次" in said
    (file,) = re.findall(r"已新建 (\S+\.yml)", said)
    record = _read(content.parent, file)
    assert record["kind"] == "拟奖公示"
    assert record["confidential"] == {"reviewed_by": "示例乙"}
    assert "没有记录拟稿、签发人，不能发布" in said
    assert record["title"] == "2026年度武汉市市长质量奖（演示）拟奖名单公示"
    assert record["index_number"] == "SZZLJ/2026-00014"
