"""Records: what each file of the content folder means.

1. ``words.py``: the kinds of value (ids, names, days, numbers), strict about their form.
2. ``links.py``: fields that name other records; ``pointers.py`` finds every such mention;
   ``parts.py``: the model of what a field holds.
   ``recipient.py``: the key that reports are sealed to; ``allowance.py``: what may be published
   although the privacy scan finds it.
3. ``site.py regulation.py body.py round.py notice.py awardee.py cultivation.py confidential.py``:
   the models, frozen, refusing unknown keys; ``periods.py``: what a notice's period is called.
4. ``record_kinds.py``: which of them a file holds, told by where it lies.
5. ``secrecy.py``: what is confidential, cut out and masked.
6. ``faults.py``: what does not fit, as sentences; ``entry.py``: one file, read.
7. ``prose.py``: the head of a hand-written page.
8. ``schema.py``: JSON Schemas for editors, generated.
"""

from generator.records.allowance import Allowance
from generator.records.awardee import Awardee, AwardeeRecord, Honour, Result, Showcase, Standing
from generator.records.body import Bodies, Body
from generator.records.confidential import Internal
from generator.records.cultivation import Pool
from generator.records.entry import Entry, mentions_in, read_entry, secrets_of
from generator.records.links import WORDS
from generator.records.notice import Attachment, List, Notice, Publicity, Redacted, Row
from generator.records.prose import ColumnType, ProseHead, ProseText, read_prose
from generator.records.record_kinds import RECORD_KINDS, RecordKind, record_kind_of
from generator.records.regulation import Edition, HolderKind, Holidays, Ruled, Tier
from generator.records.round import Round, RoundLine, Stage
from generator.records.schema import schemas
from generator.records.secrecy import is_confidential, masked, without_confidential
from generator.records.site import Contact, Link, Sector, Site, Step
from generator.records.words import Record

__all__ = [
    "RECORD_KINDS",
    "WORDS",
    "Allowance",
    "Attachment",
    "Awardee",
    "AwardeeRecord",
    "Bodies",
    "Body",
    "ColumnType",
    "Contact",
    "Edition",
    "Entry",
    "Fault",
    "HolderKind",
    "Holidays",
    "Honour",
    "Internal",
    "Link",
    "List",
    "Notice",
    "Pool",
    "ProseHead",
    "ProseText",
    "Publicity",
    "Record",
    "RecordKind",
    "Redacted",
    "Result",
    "Round",
    "RoundLine",
    "Row",
    "Ruled",
    "Sector",
    "Showcase",
    "Site",
    "Stage",
    "Standing",
    "Step",
    "Tier",
    "is_confidential",
    "masked",
    "mentions_in",
    "read_entry",
    "read_prose",
    "record_kind_of",
    "schemas",
    "secrets_of",
    "without_confidential",
]
