"""What the form says of the award comes from the content folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.problems import Stop
from self_assessment.building.node import ROOT
from self_assessment.building.settings import settings_of

CONTENT = ROOT / "content"


def test_the_shipped_settings() -> None:
    settings = settings_of(CONTENT, "1")
    assert settings.award == "武汉市市长质量奖"
    assert (settings.due, settings.floor, settings.tier) == ("06-30", "600", "市长质量奖")
    assert settings.recipient is not None
    assert settings.contact.phone == "027-00000000"
    assert settings.demo is True
    assert settings.site_url == ""


def test_what_a_content_leaves_out_is_empty(tmp_path: Path) -> None:
    small = Path(__file__).parents[2] / "pages" / "content"
    settings = settings_of(small, "1")
    assert settings.recipient is None
    assert settings.due == "06-30"
    assert settings.site_url.startswith("https://")


def test_a_record_elsewhere_may_be_wrong(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    (content / "awardees/broken.yml").write_text("id: [", encoding="utf-8")
    assert settings_of(content, "1").award


def stopped(content: Path) -> str:
    with pytest.raises(Stop) as stop:
        settings_of(content, "1")
    return "\n".join(map(str, stop.value.problems))


def test_what_is_missing_or_broken_is_told(tmp_path: Path) -> None:
    assert "打不开" in stopped(tmp_path / "nothing")
    (tmp_path / "content").mkdir()
    assert "site.yml:1: 错误 缺少 site.yml" in stopped(tmp_path / "content")
    content = shutil.copytree(CONTENT, tmp_path / "other")
    (content / "regulation/consultation-draft.yml").unlink()
    assert "缺少现用办法“consultation-draft”" in stopped(content)
    site = (content / "site.yml").read_text("utf-8")
    (content / "site.yml").write_text(site.replace("recipient: age1", "recipient: age2"), "utf-8")
    assert "other/site.yml:" in stopped(content)
    assert "不是加密公钥" in stopped(content)
