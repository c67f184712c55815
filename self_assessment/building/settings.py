"""What the form says of the award it is for: taken from the content folder, at build.

Only ``site.yml``, the bodies and the edition in use are read: a form can be made while a record
elsewhere is still wrong.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.problems import Level, Problem, Stop
from generator.reading import Folder, Lines, Unreadable
from generator.records import Bodies, Body, Edition, Entry, Site, read_entry, record_kind_of
from generator.records.site import Contact

NEEDED = frozenset({"site", "edition", "body"})


class Told(BaseModel):
    """A part of the settings. Nothing is absent: what is not known is empty or null."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class ContactTold(Told):
    """How to reach the office."""

    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""


class Settings(Told):
    """What the form says of the award.

    `recipient` is the office's age key, to which reports are sealed; `due` the month and day by
    which a report is owed, `floor` the score below which no award is usually given, both empty
    where the edition does not say; `tier` the award whose holders owe it; `edition` names this
    build of the form.
    """

    award: str
    city: str
    office: str
    contact: ContactTold
    recipient: str | None
    due: str
    floor: str
    tier: str
    site_url: str
    demo: bool
    edition: str


def settings_of(content: Path, edition: str) -> Settings:
    """The settings for a content folder. Raises Stop where what it needs is missing or broken."""
    records = _records(content)
    site = next((record for record in records if isinstance(record, Site)), None)
    if site is None:
        raise Stop([_missing(content, "site.yml", "缺少 site.yml", "请按样例建立站点记录")])
    rules = next((r for r in records if isinstance(r, Edition) and r.id == site.regulation), None)
    if rules is None:
        path = f"regulation/{site.regulation}.yml"
        raise Stop([_missing(content, path, f"缺少现用办法“{site.regulation}”", "请补上这个文件")])
    office = _office(records, site)
    reports = rules.reports
    floor = next(
        (rule.floor for rule in rules.scores if reports and rule.kind in reports.kinds), None
    )
    tier = next((tier.name for tier in rules.tiers if reports and tier.id in reports.tiers), "")
    return Settings(
        award=site.award,
        city=site.city,
        office=office,
        contact=_contact(site.contact),
        recipient=site.filing.recipient,
        due=reports.due if reports else "",
        floor=f"{floor:f}" if floor is not None else "",
        tier=tier,
        site_url=f"{site.url.rstrip('/')}{site.mount}" if site.url else "",
        demo=site.demo,
        edition=edition,
    )


def _contact(contact: Contact) -> ContactTold:
    return ContactTold(**{key: getattr(contact, key) or "" for key in ContactTold.model_fields})


def _office(records: list[object], site: Site) -> str:
    bodies: list[Body] = [body for r in records if isinstance(r, Bodies) for body in r.bodies]
    found = next((body.name for body in bodies if body.id == site.office), None)
    return found or site.contact.office or ""


def _records(content: Path) -> list[object]:
    try:
        folder = Folder.scan(content)
    except Unreadable as reason:
        problem = Problem(
            content.as_posix(), 1, Level.ERROR, reason.code, reason.message, reason.remedy
        )
        raise Stop([problem]) from None
    entries = [
        read_entry(content, source, record_kind)
        for source in folder.yaml
        if (record_kind := record_kind_of(source.path)) and record_kind.kind in NEEDED
    ]
    if problems := [*_faults(content, entries)]:
        raise Stop(problems)
    return [entry.record for entry in entries]


def _faults(content: Path, entries: list[Entry]) -> list[Problem]:
    lines = Lines(content)
    return [
        Problem(
            f"{content.as_posix()}/{entry.path}",
            fault.line or lines.of(entry.path, fault.where),
            Level.ERROR,
            fault.code,
            fault.message,
            fault.remedy,
        )
        for entry in entries
        for fault in entry.faults
    ]


def _missing(content: Path, path: str, message: str, remedy: str) -> Problem:
    return Problem(f"{content.as_posix()}/{path}", 1, Level.ERROR, "form-needs", message, remedy)
