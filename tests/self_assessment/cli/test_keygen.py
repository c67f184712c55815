"""``self-assessment keygen``: a pair of keys, the private one for its owner alone."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from pyrage import decrypt, encrypt, x25519

from generator.records.site import Filing
from tests.program import AwardSite as Program


def test_a_new_pair(self_assessment: Program, workplace: Path) -> None:
    run = self_assessment("keygen")
    assert run.code == 0
    file = workplace / "office.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text(encoding="utf-8")
    secret = next(line for line in text.splitlines() if not line.startswith("#"))
    recipient = re.search(r"recipient: (age1\w+)", run.out)
    assert recipient
    assert secret not in run.out + run.err
    identity = x25519.Identity.from_str(secret)
    assert str(identity.to_public()) == recipient[1]
    assert Filing.model_validate({"recipient": recipient[1]}).recipient
    sealed = encrypt(b"report", [x25519.Recipient.from_str(recipient[1])])
    assert decrypt(sealed, [identity]) == b"report"


def test_a_key_in_use_is_never_overwritten(self_assessment: Program, workplace: Path) -> None:
    self_assessment("keygen", "--out", "keys/2026.key")
    before = (workplace / "keys/2026.key").read_bytes()
    run = self_assessment("keygen", "--out", "keys/2026.key")
    assert run.code == 1
    assert "已经存在" in run.out
    assert (workplace / "keys/2026.key").read_bytes() == before
