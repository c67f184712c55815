"""Where node or its packages are missing, or the form's source is wrong, one sentence says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from self_assessment.building import node
from self_assessment.building.licences import notices
from self_assessment.building.page import page
from tests.program import AwardSite as Program

CONTENT = node.ROOT / "content"


@pytest.fixture
def asked(self_assessment: Program, tmp_path: Path) -> Program:
    def build(*arguments: object) -> object:
        return self_assessment(
            *["build", "--content", CONTENT, "--out", tmp_path / "form"],
            *["--source", tmp_path / "source", *arguments],
        )

    return build  # type: ignore[return-value]


def test_packages_are_missing(
    asked: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(node, "ROOT", tmp_path)
    run = asked()
    assert run.code == 1
    assert "前端依赖没有装好；请在项目文件夹中运行 make site" in run.out
    assert not (tmp_path / "form").exists()


def test_node_is_missing(asked: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node.importlib.util, "find_spec", lambda name: None)
    run = asked()
    assert run.code == 1
    assert "Node 没有装好；请在项目文件夹中运行 make site" in run.out


def test_a_mistake_in_the_source_is_told_by_place() -> None:
    with pytest.raises(node.Stop) as stop:
        node.asked(
            "bundle",
            {
                "contents": 'import "./nowhere"',
                "root": str(node.ROOT),
                "made": "/",
                "polyfills": [],
                "target": ["node24"],
                "platform": "node",
                "minify": False,
            },
        )
    assert 'Could not resolve "./nowhere"' in str(stop.value)


def test_an_unknown_set_is_told(asked: Program) -> None:
    run = asked("--criteria", "gbt19580-1999")
    assert run.code == 1
    assert "没有准则“gbt19580-1999”；可用的有 gbt19580-2012" in run.out
    assert asked("--criteria", "gone.yml").code == 2


def test_a_disk_that_refuses_leaves_the_old_form(
    asked: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(file: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(file))

    monkeypatch.setattr(Path, "write_bytes", full)
    run = asked()
    assert run.code == 1
    assert "磁盘已满" in run.err
    assert "Traceback" not in run.err


def test_a_script_cannot_end_its_element_early() -> None:
    html = page("标题", "var a='</script><!--'", "b{}", "")
    assert html.count("</script>") == 1
    assert "<!--" not in html
    assert "var a='\\x3c/script>\\x3c!--'" in html


@pytest.mark.parametrize("style", ["</STYLE>", "a\rb", "a\0b"])
def test_a_style_that_html_would_change_is_refused(style: str) -> None:
    with pytest.raises(ValueError, match=r"style|keep"):
        page("标题", "", style, "")


def test_a_package_without_a_licence_may_not_be_passed_on(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "a", "version": "1"}', encoding="utf-8")
    with pytest.raises(ValueError, match="no licence"):
        notices([tmp_path])
