"""The audit: which licences pass, what is in a bill, and that equal contents are equal bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from audit.bill import Bill, written
from audit.form_bill import form_bill
from audit.licences import Read, Rules, rules, unwanted, with_read
from audit.site_bill import joined
from generator.problems import Stop

RULES = Rules(
    allowed={"MIT": "free", "Zlib": "free", "License :: X": "free"},
    read={"quiet": Read(licence="MIT", where="LICENSE")},
)


def component(name: str, *licences: dict[str, Any], version: str = "1.0") -> dict[str, Any]:
    known = {"licenses": [*licences]} if licences else {}
    purl = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        **known,
    }


def bill(*components: dict[str, Any]) -> Bill:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "root", "name": "site"}},
        "components": [*components],
        "dependencies": [{"ref": "root", "dependsOn": [one["bom-ref"] for one in components]}],
    }


def told(*licences: dict[str, Any], name: str = "甲") -> list[str]:
    made = with_read(bill(component(name, *licences), component("quiet")), RULES)
    return [problem.sentence for problem in unwanted(made["components"], RULES)]


@pytest.mark.parametrize(
    "licence",
    [
        {"license": {"id": "MIT"}},
        {"license": {"name": "License :: X"}},
        {"expression": "MIT OR GPL-3.0-only"},
        {"expression": "(MIT AND Zlib)"},
    ],
)
def test_a_licence_that_may_be_there(licence: dict[str, Any]) -> None:
    assert told(licence) == []


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        ({"license": {"id": "GPL-3.0-only"}}, "GPL-3.0-only"),
        ({"license": {"name": "License :: Y"}}, "License :: Y"),
        ({"expression": "MIT AND GPL-3.0-only"}, "MIT AND GPL-3.0-only"),
        ({"expression": "GPL-2.0-only WITH Classpath-exception-2.0"}, "GPL-2.0-only WITH"),
        ({"expression": "see the (file"}, "see the (file"),
    ],
)
def test_a_licence_that_may_not(licence: dict[str, Any], shown: str) -> None:
    (sentence,) = told(licence)
    assert sentence.startswith(f"“甲 1.0”的许可证“{shown}")
    assert "不在许可的名单里；请换一个依赖" in sentence
    assert len(told({"license": {"id": "MIT"}}, licence)) == 1  # all that are told must be allowed


def test_a_licence_that_nobody_knows_is_refused_until_it_was_read() -> None:
    (sentence,) = told()
    assert sentence.startswith("“甲 1.0”没有写明许可证；请在它的安装包里查明，写进 licences.yml")


def test_what_was_read_and_is_told_now_is_to_be_taken_out() -> None:
    known = [component("quiet", {"license": {"id": "MIT"}})]
    (problem,) = unwanted(known, RULES)
    assert problem.sentence.startswith("“quiet”自己写明了许可证，或不再使用；请从")


def test_every_rule_says_why() -> None:
    assert all(map(str.strip, rules().allowed.values()))
    assert all(read.where.strip() for read in rules().read.values())


DIGESTS = {"type": "distribution", "url": "x", "hashes": [{"alg": "SHA-256", "content": "a" * 64}]}


def locked(*components: dict[str, Any]) -> Bill:
    return bill(*({**one, "externalReferences": [DIGESTS]} for one in components))


def test_what_is_installed_gets_the_digests_of_the_lock() -> None:
    installed = bill(component("a", {"license": {"id": "MIT"}}), component("for-tests"))
    made = joined(installed, locked(component("a"), component("for-another-system")))
    assert made["components"] == [
        {**installed["components"][0], "externalReferences": [DIGESTS]},
    ]
    assert made["dependencies"] == [{"ref": "root", "dependsOn": ["pkg:pypi/a@1.0"]}]


def test_another_version_than_the_locked_one_is_told() -> None:
    with pytest.raises(Stop) as stopped:
        joined(bill(component("a", version="2.0")), locked(component("a")))
    assert "装的是“a 2.0”，requirements.lock 里是另一个版本" in str(stopped.value)


DIGEST = "sha512-" + "A" * 86 + "=="
LOCK: dict[str, dict[str, Any]] = {
    "": {"license": "MulanPSL-2.0", "dependencies": {"form": "1", "bundler": "1"}},
    "node_modules/form": {"version": "1.0.0", "dependencies": {"@x/deep": "2", "near": "1"}},
    "node_modules/form/node_modules/@x/deep": {"version": "2.0.0"},
    "node_modules/@x/deep": {"version": "1.0.0"},
    "node_modules/near": {"version": "1.0.0", "dependencies": {"@x/deep": "1"}},
    "node_modules/bundler": {"version": "1.0.0"},
}
for one in [*LOCK][1:]:
    LOCK[one] |= {"license": "MIT", "integrity": DIGEST}
BUNDLED = ["node_modules/form/", "node_modules/form/node_modules/@x/deep/"]


def test_the_bill_of_the_form_has_what_was_bundled_and_what_that_asks_for() -> None:
    made = form_bill(BUNDLED, LOCK, "form", "1.0")
    assert {one["purl"]: one["scope"] for one in made["components"]} == {
        "pkg:npm/form@1.0.0": "required",
        "pkg:npm/%40x/deep@2.0.0": "required",
        "pkg:npm/%40x/deep@1.0.0": "optional",
        "pkg:npm/near@1.0.0": "optional",
    }
    needs = {one["ref"]: one["dependsOn"] for one in made["dependencies"]}
    assert needs["form"] == ["node_modules/form"]
    assert needs["node_modules/form"] == [
        "node_modules/form/node_modules/@x/deep",
        "node_modules/near",
    ]
    assert made["components"][0]["hashes"] == [{"alg": "SHA-512", "content": "0" * 128}]


def test_equal_contents_are_equal_bytes_and_valid() -> None:
    made = form_bill(BUNDLED, LOCK, "form", "1.0")
    again = form_bill([*reversed(BUNDLED)], dict(reversed(LOCK.items())), "form", "1.0")
    assert written(made) == written(again)
    other = form_bill(BUNDLED, LOCK, "form", "1.1")
    serials = {json.loads(written(one))["serialNumber"] for one in (made, again, other)}
    assert len(serials) == 2
    assert b"timestamp" not in written(made)


def test_a_bill_that_the_schema_does_not_allow_is_not_written() -> None:
    with pytest.raises(ValueError, match="no valid bill"):
        written({**bill(), "components": [{"type": "thing"}]})
