"""Every licence held against those that there may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from license_expression import ExpressionError, get_spdx_licensing
from pydantic import BaseModel, ConfigDict

from audit.bill import Bill, Component, licences_of
from generator.problems import Level, Problem

FILE = Path(__file__).with_name("licences.yml")
READ = "concluded"
"""How CycloneDX calls a licence that somebody read."""
_SPDX = get_spdx_licensing()


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Read(_Part):
    """A licence that the metadata of a package do not tell, and where it was read."""

    licence: str
    where: str


class Rules(_Part):
    """Licences with the reason why each may be there, and those read by a person, by package."""

    allowed: dict[str, str]
    read: dict[str, Read]


def rules() -> Rules:
    """The rules of ``licences.yml``."""
    return Rules.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def with_read(bill: Bill, rules: Rules) -> Bill:
    """The bill with the licences that were read, for components whose metadata tell none."""

    def known(one: Component) -> Component:
        read = rules.read.get(one["name"])
        if read is None or one.get("licenses"):
            return one
        return {**one, "licenses": [{"expression": read.licence, "acknowledgement": READ}]}

    return {**bill, "components": [known(one) for one in bill["components"]]}


def unwanted(components: Iterable[Component], rules: Rules) -> Iterator[Problem]:
    """A problem for each component without a licence, or with one that may not be there."""
    unread = {*rules.read}
    for one in components:
        what = f"{one['name']} {one['version']}"
        if not one.get("licenses"):
            message = f"“{what}”没有写明许可证"
            remedy = f"请在它的安装包里查明，写进 {FILE.name} 的 read；查不明的不要用"
            yield _problem("audit-unknown", message, remedy, what)
        if any(told.get("acknowledgement") == READ for told in one.get("licenses", ())):
            unread.discard(one["name"])
        for licence in licences_of(one):
            if not _may(licence, rules):
                message = f"“{what}”的许可证“{licence}”不在许可的名单里"
                remedy = f"请换一个依赖；确实可以用的，把它和理由写进 {FILE.name} 的 allowed"
                yield _problem("audit-unwanted", message, remedy, licence)
    for name in sorted(unread):
        message = f"“{name}”自己写明了许可证，或不再使用"
        yield _problem("audit-unused", message, f"请从 {FILE.name} 的 read 里删去", name)


def _may(licence: str, rules: Rules) -> bool:
    """Whether one is allowed as it is written, or all that its SPDX expression asks for."""
    if licence in rules.allowed:
        return True
    try:
        parsed = _SPDX.parse(licence)
    except ExpressionError:
        return False
    answers = {
        symbol: _SPDX.TRUE if str(symbol) in rules.allowed else _SPDX.FALSE
        for symbol in parsed.symbols
    }
    return bool(parsed.subs(answers).simplify() == _SPDX.TRUE)


def _problem(code: str, message: str, remedy: str, value: str) -> Problem:
    return Problem(f"audit/{FILE.name}", 1, Level.ERROR, code, message, remedy, value)
