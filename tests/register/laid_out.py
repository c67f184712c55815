"""The same records laid out in another way: order of keys and files, lists split, sub-folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.register import Register, Withheld

Files = dict[str, Any]
"""Trees by path."""


def trees(content: Path) -> Files:
    """Every record of a content folder as a tree, by its path."""
    return {
        file.relative_to(content).as_posix(): yaml.load(
            file.read_text(encoding="utf-8"), yaml.BaseLoader
        )
        for file in sorted(content.rglob("*.yml"))
    }


def write(files: Mapping[str, Any], content: Path, chance: Random) -> None:
    """Writes trees in some order, each with its keys in some order."""
    paths = list(files)
    chance.shuffle(paths)
    for path in paths:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        tree = shuffled(files[path], chance)
        file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")


def shuffled(tree: Any, chance: Random) -> Any:
    """The tree with the keys of every mapping in some order. Lists keep theirs."""
    if isinstance(tree, list):
        return [shuffled(item, chance) for item in tree]
    if not isinstance(tree, dict):
        return tree
    keys = list(tree)
    chance.shuffle(keys)
    return {key: shuffled(tree[key], chance) for key in keys}


def moved(files: Files, chance: Random) -> Files:
    """The same records in other files: bodies split, confidential lists split, sub-folders."""
    laid: Files = {}
    for path, tree in files.items():
        room, _, rest = path.partition("/")
        if path == "bodies.yml":
            for body in tree["bodies"]:
                name = chance.choice(["bodies.yml", "bodies/a.yml", "bodies/b/c.yml"])
                laid.setdefault(name, {"bodies": []})["bodies"].append(body)
        elif room == "confidential":
            for key in tree.keys() - {"round"}:
                for number, item in enumerate(tree[key]):
                    laid[f"confidential/{chance.choice('abc')}/{rest[:-4]}-{key}-{number}.yml"] = {
                        **({"round": tree["round"]} if "round" in tree else {}),
                        key: [item],
                    }
        elif room == "awardees":
            laid[f"awardees/{chance.choice(['', 'old/', 'a/b/'])}{rest}"] = tree
        else:
            laid[path] = tree
    return laid


def facts(register: Register, withheld: Withheld) -> dict[str, Any]:
    """All that a register says, without where it stands."""
    return {
        "site": register.site,
        "editions": list(register.editions.items()),
        "holidays": sorted(register.holidays.items()),
        "bodies": list(register.bodies.items()),
        "rounds": list(register.rounds.items()),
        "notices": list(register.notices.items()),
        "awardees": list(register.awardees.items()),
        "pools": list(register.pools.items()),
        "published_files": register.published_files,
        "showcases": {id_: register.showcase_of(id_) for id_ in register.awardees},
        "keys": register.places.keys(),
        "withheld awardees": dict(withheld.awardees),
        "withheld notices": dict(withheld.notices),
        "scores": sorted(
            repr((record.round, score))
            for _, record in withheld.internal
            for score in record.scores
        ),
        "groups": sorted(
            repr((record.round, group))
            for _, record in withheld.internal
            for group in record.groups
        ),
        "bars": sorted(repr(bar) for _, record in withheld.internal for bar in record.bars),
    }
