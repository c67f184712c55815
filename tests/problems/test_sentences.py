"""A problem as people and programs read it."""

from __future__ import annotations

import errno
import json
import pickle

import pytest

from generator.problems import (
    Level,
    Problem,
    Stop,
    article_name,
    as_json,
    as_text,
    cite,
    count_words,
    failing,
    ordered,
    refusal,
)


def problem(
    file: str = "content/a.yml",
    line: int = 1,
    level: Level = Level.ERROR,
    code: str = "some-code",
    message: str = "公示期“1 天”太短",
    remedy: str = "",
    article: str = "",
) -> Problem:
    return Problem(file, line, level, code, message, remedy, article=article)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (1, "第一条"),
        (10, "第十条"),
        (17, "第十七条"),
        (20, "第二十条"),
        (37, "第三十七条"),
        (100, "第一百条"),
        (105, "第一百零五条"),
        (110, "第一百一十条"),
        (999, "第九百九十九条"),
    ],
)
def test_an_article_is_cited_as_chinese_readers_do(number: int, name: str) -> None:
    assert article_name(number) == name
    assert cite(number, "本办惯例") == name


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_no_regulation_has_such_an_article(number: int) -> None:
    with pytest.raises(ValueError, match="no article"):
        article_name(number)


def test_what_rests_on_no_article_names_its_basis() -> None:
    assert cite(None, "本办惯例") == "本办惯例"
    assert cite(None) == ""


def test_a_problem_is_one_line() -> None:
    told = str(problem(line=14, remedy="不少于 5 天", article="第十七条"))
    assert told == "content/a.yml:14: 错误 公示期“1 天”太短；不少于 5 天 〔第十七条〕"


@pytest.mark.parametrize("unseen", ["\n", "\r", "\x1b[31m", "\u2028", "\u202e", "\x85", "\ud800"])
def test_nothing_in_a_value_breaks_or_colours_the_line(unseen: str) -> None:
    told = as_text([problem(file=f"content/{unseen}.yml", message=f"“{unseen}”不对")])
    assert len(told.splitlines()) == 2
    assert "\x1b" not in told
    told.encode()


def test_problems_come_by_place_and_each_once() -> None:
    some = [
        problem("content/b.yml", 1),
        problem("content/a.yml", 20),
        problem("content/a.yml", 3, Level.NOTE),
        problem("content/a.yml", 3, Level.ERROR),
        problem("content/a.yml", 3, Level.WARNING),
        problem("content/b.yml", 1),
    ]
    assert [(p.file[8:9], p.line, p.level.value) for p in ordered(some)] == [
        ("a", 3, "error"),
        ("a", 3, "warning"),
        ("a", 3, "note"),
        ("a", 20, "error"),
        ("b", 1, "error"),
    ]


def test_strict_lets_warnings_fail_and_never_notes() -> None:
    some = [problem(level=level) for level in Level]
    assert [p.level for p in failing(some, strict=False)] == [Level.ERROR]
    assert [p.level for p in failing(some, strict=True)] == [Level.ERROR, Level.WARNING]


def test_the_count_is_in_words() -> None:
    some = [problem(level=level) for level in (Level.ERROR, Level.ERROR, Level.NOTE)]
    assert count_words(some) == "2 个错误，1 个提示"
    assert as_text(some).endswith("\n共 2 个错误，1 个提示。")
    assert as_text([]) == ""


def test_json_has_stable_english_keys() -> None:
    told = json.loads(as_json([problem(level=Level.WARNING)], ok=True))
    assert set(told) == {"ok", "errors", "warnings", "notes", "problems"}
    assert told["warnings"] == 1
    assert set(told["problems"][0]) == {
        "file",
        "line",
        "level",
        "code",
        "message",
        "remedy",
        "value",
        "article",
        "edition",
    }


def test_a_stop_carries_its_problems() -> None:
    stop = Stop([problem(), problem(message="另一处")])
    assert len(stop.problems) == 2
    assert str(stop) == "公示期“1 天”太短；另一处"
    assert pickle.loads(pickle.dumps(stop)).problems == stop.problems  # as from another process


def test_the_system_refuses_in_chinese() -> None:
    assert refusal(OSError(errno.EACCES, "Permission denied")) == "没有权限"
    assert refusal(OSError(errno.ENOENT, "No such file")) == "不存在"
    assert refusal(OSError(9999, "What?")) == "系统错误 9999"
