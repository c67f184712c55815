"""无障碍说明 says what these tests do: it names every mode, width, tool and browser they use."""

from __future__ import annotations

import json
import re

import pytest

from tests.site import test_barriers, test_modes, test_old_browsers
from tests.site.modes import MODES
from tests.sites import CONTENT, Built

PAGE = (CONTENT / "pages" / "accessibility.md").read_text(encoding="utf-8")
ROWS = {
    cells[0]: (cells[1], cells[2])
    for cells in re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.M)
}


def widths(way: str) -> tuple[int, ...]:
    return tuple(int(width) for width in ROWS[way][0].split("、"))


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_in_the_table(mode: str) -> None:
    assert mode in "、".join(ROWS).split("、")


def test_the_widths_are_those_of_the_tests() -> None:
    assert widths("标准版") == test_barriers.WIDTHS
    for way in ("长辈版", "长辈版标准字号", "长辈版特大字号"):
        assert widths(way) == test_modes.WIDTHS


def test_tool_and_browsers_are_those_of_the_tests() -> None:
    package = test_barriers.AXE.with_name("package.json")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    assert f"axe-core 的版本是{version.rpartition('.')[0]}。" in PAGE
    assert f"Chromium {'和'.join(map(str, test_old_browsers.VERSIONS))}里" in PAGE


def test_what_was_not_tested_is_said_and_no_mark_is_shown(shipped: Built) -> None:
    page = shipped.pages["/accessibility/"]
    assert {"tested", "untested", "gaps", "help"} <= set(page.ids)
    assert "没有请使用读屏软件的人实际使用" in page.text
    assert not any("适老化标识" in each.text for each in shipped.pages.values())
