"""What is confidential is in no public record and in no message (article 30)."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import Stop
from generator.reading import Lines
from generator.records import RECORD_KINDS, Internal, RecordKind
from generator.records.links import WORDS
from generator.register import assemble, gather
from generator.regulation import examine
from tests.canaries import Sown, confidential_places, with_canaries
from tests.program import AwardSite
from tests.specimens import filled

LINJIANG = Path(__file__).parents[1] / "cities" / "linjiang"
GOOD = Path(__file__).parents[1] / "reading" / "good"


@pytest.fixture(params=[LINJIANG, GOOD], ids=lambda base: base.name)
def sown(request: pytest.FixtureRequest, tmp_path: Path) -> Sown:
    return with_canaries(request.param, tmp_path / "content")


def test_canaries_sit_in_every_kind_of_place(sown: Sown) -> None:
    rooms = {canary.file.split("/")[0].removesuffix(".yml") for canary in sown.canaries}
    assert rooms == {"awardees", "bodies", "confidential", "cultivation", "notices", "rounds"}
    assert len({canary.text for canary in sown.canaries}) == len(sown.canaries)
    for canary in sown.canaries:
        assert canary.text in (sown.content / canary.file).read_text(encoding="utf-8")


def test_no_public_record_holds_a_canary(sown: Sown) -> None:
    found = examine(sown.content)
    register = found.register
    public = [repr(record) for _, record in register.records()]
    public += [repr(register.showcase_of(id_)) for id_ in register.awardees]
    public += [repr(register.places), repr(register.files), repr(register.published_files)]
    for text in public:
        assert not sown.found_in(text)


def test_the_office_still_has_what_it_withholds(sown: Sown) -> None:
    withheld = examine(sown.content).withheld
    assert sown.found_in(repr(withheld.awardees))
    assert sown.found_in(repr(withheld.notices))
    assert sown.found_in(repr(withheld.internal))


def test_what_is_withheld_is_opened_with_the_file_that_was_read(sown: Sown) -> None:
    withheld = assemble(gather(sown.content), None, Lines(sown.content), sown.content).withheld
    file = sown.content / "confidential/canaries.yml"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(Stop, match="文件在检查过程中改动了"):
        assert withheld.internal
    assert withheld.awardees


def test_canaries_do_not_stop_a_check(sown: Sown, award_site: AwardSite, workplace: Path) -> None:
    run = award_site("check", "--content", sown.content)
    assert run.code == 0, run.out


@pytest.mark.parametrize("shown", ["text", "json"])
def test_no_message_of_a_check_tells_a_canary(
    sown: Sown, award_site: AwardSite, workplace: Path, shown: str
) -> None:
    run = award_site("check", "--content", sown.content, "--format", shown)
    assert not sown.found_in(run.out + run.err)


SECRET = "qzgeheim"


def test_links_of_confidential_texts_are_not_looked_up(sown: Sown) -> None:
    for file in sown.content.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("第二段", f"[去处](/{SECRET}/)"), encoding="utf-8")
    entries = gather(sown.content).entries.values()
    assert all(entry.fit for entry in entries)
    assert not [entry.path for entry in entries if SECRET in repr(entry.links)]


KNOWN = dict.fromkeys(WORDS, "specimen-1") | {"round": "2026", "file": "files/form.txt"}
SHAPES: tuple[Any, ...] = (
    f"<b>{SECRET}",
    f"{SECRET}\u200b",
    f"{SECRET}\n{SECRET}",
    [SECRET],
    {SECRET: SECRET},
    [[SECRET]],
    [{SECRET: SECRET}],
)
WITH_CONFIDENTIAL = [
    record_kind
    for record_kind in RECORD_KINDS
    if record_kind.model is Internal
    or any(confidential_places(record_kind.model, filled(record_kind.model, KNOWN)))
]


def spoiled(tree: Any, shape: Any) -> Any:
    """A tree with `shape` in the place of every value that is no mapping and no list of them."""
    if isinstance(tree, dict):
        return {key: spoiled(value, shape) for key, value in tree.items()}
    if isinstance(tree, list) and tree and isinstance(tree[0], dict):
        return [spoiled(item, shape) for item in tree]
    return copy.deepcopy(shape)  # one object twice would be written as an anchor and an alias


def path_of(record_kind: RecordKind) -> str:
    return {
        "body": "bodies.yml",
        "round": "rounds/2026.yml",
        "notice": "notices/2026/specimen-1.yml",
        "awardee": "awardees/specimen-1.yml",
        "pool": "cultivation/specimen-1.yml",
        "internal": "confidential/specimen-1.yml",
    }[record_kind.kind]


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@pytest.mark.parametrize("record_kind", WITH_CONFIDENTIAL, ids=lambda record_kind: record_kind.kind)
def test_a_value_that_does_not_fit_is_masked(
    award_site: AwardSite, workplace: Path, record_kind: RecordKind, shape: Any
) -> None:
    tree = filled(record_kind.model, KNOWN)
    if record_kind.model is Internal:
        tree = spoiled(tree, shape)
    else:
        for holder, model in list(confidential_places(record_kind.model, tree)):
            holder["confidential"] = spoiled(filled(model, KNOWN), shape)
    file = workplace / "content" / path_of(record_kind)
    file.parent.mkdir(parents=True)
    file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")
    for shown in ("text", "json"):
        run = award_site("check", "--content", "content", "--format", shown)
        assert run.code == 1
        assert SECRET not in run.out + run.err
    if shape == SHAPES[0] and record_kind.kind != "round":  # its only field takes any text
        assert "“●●●”" in run.out


BROKEN = {
    "open bracket": f"liaison: [{SECRET}",
    "two colons": f"liaison: {SECRET}: {SECRET}",
    "open quote": f'liaison: "{SECRET}',
    "duplicate key": f"{SECRET}: 1\n  {SECRET}: 2",
    "null": "liaison: null",
    "anchor": f"liaison: &{SECRET} x",
    "not indented": f"\n{SECRET}: x\n{SECRET}",
}


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("path", ["awardees/acme.yml", "confidential/acme.yml"])
def test_a_file_that_cannot_be_read_tells_nothing(
    award_site: AwardSite, workplace: Path, broken: str, path: str
) -> None:
    file = workplace / "content" / path
    file.parent.mkdir(parents=True)
    file.write_text(f"id: acme\nconfidential:\n  {BROKEN[broken]}\n", encoding="utf-8")
    run = award_site("check", "--content", "content", "--format", "json")
    assert run.code == 1
    assert SECRET not in run.out + run.err


def test_a_mention_that_leads_nowhere_is_masked(award_site: AwardSite, sown: Sown) -> None:
    file = sown.content / "confidential" / "more.yml"
    file.write_text(
        f"scores:\n  - {{awardee: {SECRET}, kind: {SECRET}, tier: {SECRET}, score: 1}}\n", "utf-8"
    )
    run = award_site("check", "--content", sown.content, "--cache", sown.content.parent)
    assert run.code == 1
    assert run.out.count("“●●●”不存在") == 3
    assert SECRET not in run.out + run.err
