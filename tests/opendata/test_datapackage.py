"""The data package: valid by the Frictionless validator, with the fields a catalogue asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.opendata.cities import TABLES, City, edited


def validated(folder: Path) -> dict[str, object]:
    """The validator's report, in a form that shows what is wrong."""
    from frictionless import Package

    report = Package(str(folder / "data/datapackage.json")).validate()
    errors = report.flatten(["type", "rowNumber", "fieldName", "note"])
    return {"valid": report.valid, "tables": len(report.tasks), "errors": errors[:5]}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_validator_accepts_it(city: City, tmp_path: Path) -> None:
    folder = city.write(tmp_path)
    assert validated(folder) == {"valid": True, "tables": len(TABLES), "errors": []}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_validator_would_see_a_holder_who_is_missing(small: City, tmp_path: Path) -> None:
    folder = small.write(tmp_path)
    file = folder / "data/awardees.csv"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(line for line in lines if not line.startswith(b"erhao")))
    assert validated(folder)["valid"] is False


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_types_are_read_as_they_are_meant(demo: City, tmp_path: Path) -> None:
    from frictionless import Package

    package = Package(str(demo.write(tmp_path) / "data/datapackage.json"))
    row = package.get_resource("notices").read_rows()[-1]
    assert f"{row['published_at']:%Y-%m-%dT%H:%M%z}" == "2026-10-09T09:00+0800"
    assert row["rows"] == demo.json("notices")[-1]["rows"]
    assert package.get_resource("honours").read_rows()[0]["recertified"] is False


def test_metadata(city: City) -> None:
    package = json.loads(city.files["data/datapackage.json"])
    site = city.register.site
    catalogue = package["catalogue"]
    wanted = [
        "标识符",
        "名称",
        "摘要",
        "标签",
        "领域",
        "更新频率",
        "开放属性",
        "来源部门",
        "联系方式",
    ]
    assert [*catalogue][:9] == wanted
    assert all(catalogue.values())
    assert catalogue["来源部门"] == city.register.bodies[site.office].name
    assert [resource["name"] for resource in package["resources"]] == TABLES
    for resource in package["resources"]:
        for path in (resource["path"], *resource["formats"]):
            assert f"data/{path}" in city.files
    assert ("licenses" in package) == bool(site.licence)
    for licence in package.get("licenses", []):
        assert city.files[f"data/{licence['path']}"].decode().strip() == site.licence


def test_without_a_licence_none_is_claimed(content: Path, small: City) -> None:
    assert "licenses" not in json.loads(small.files["data/datapackage.json"])
    edited(content, "site.yml", "office: ban\n", "office: ban\nlicence: 注明来源即可使用\n")
    city = City(content)
    package = json.loads(city.files["data/datapackage.json"])
    assert package["licenses"] == [{"path": "licence.txt", "title": "数据使用许可"}]
    assert package["catalogue"]["使用许可"] == "注明来源即可使用"
