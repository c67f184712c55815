"""Sealed files: sealed in the form, opened by age, and the other way, under the page's policy."""

from __future__ import annotations

import base64
import os
from typing import Any

import pyrage
import pytest

from tests.self_assessment.exporting.desk import Desk

KEY = pyrage.x25519.Identity.generate()
EASY = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB0SmNGZHRSYTUwdzk4ZkdoVkdGWkh3IDIKeTBkc3VIY1JS"
    "d21kNzVZL2llai9qMWdCanpTMlo0eFpHOGFSeTNpdkdzWQotLS0gKzRPWGt6NTYwTllzdEwxYVkzcGVpdm1nSVBj"
    "clMwZUc3c0NmK2srSmo0WQqepAC1mXAw2JnqQVahlQP05TlM7bRITg2k/tqeHLE6r7FyN+fD7w=="
)
"""The word report sealed to the passphrase right, with little work, for a quick test."""
PASSPHRASE = "江城 2026 口令 🔑"


def _ask(desk: Desk, what: str, data: bytes, key: dict[str, str]) -> Any:
    answer = desk.ask(what, base64.b64encode(data).decode(), key)
    return base64.b64decode(answer) if isinstance(answer, str) else answer


def test_to_the_office_and_opened_there(desk: Desk, exports: dict[str, bytes]) -> None:
    sealed = _ask(desk, "sealed", exports["word"], {"recipient": str(KEY.to_public())})
    assert sealed.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert pyrage.decrypt(sealed, [KEY]) == exports["word"]
    assert desk.ask("isSealed", base64.b64encode(sealed).decode())


def test_sealed_twice_is_never_the_same(desk: Desk) -> None:
    key = {"recipient": str(KEY.to_public())}
    assert _ask(desk, "sealed", b"x", key) != _ask(desk, "sealed", b"x", key)


def test_to_a_passphrase_while_the_page_stays_fluent(desk: Desk) -> None:
    """A passphrase takes a second or two on purpose; the page answers meanwhile."""
    data = "自评报告".encode() * 1000
    sealed, pause, took = desk.page.evaluate(
        """async ([text, key]) => {
          let pause = 0, last = performance.now(), on = true;
          const tick = () => {
            const now = performance.now();
            pause = Math.max(pause, now - last);
            last = now;
            if (on) setTimeout(tick, 5);
          };
          tick();
          const started = performance.now();
          const sealed = await window.desk.sealed(text, { passphrase: key });
          on = false;
          return [sealed, pause, performance.now() - started];
        }""",
        [base64.b64encode(data).decode(), PASSPHRASE],
    )
    assert pause < took / 2
    file = base64.b64decode(sealed)
    assert pyrage.passphrase.decrypt(file, PASSPHRASE) == data
    assert _ask(desk, "opened", file, {"passphrase": PASSPHRASE}) == data


def test_a_wrong_passphrase_is_told_in_a_sentence(desk: Desk) -> None:
    sealed = base64.b64decode(EASY)
    assert _ask(desk, "opened", sealed, {"passphrase": "right"}) == b"report"
    assert _ask(desk, "opened", sealed, {"passphrase": "wrong"}) == {
        "why": "key",
        "says": "打不开：口令或密钥与这个文件不符。",
    }


def test_what_age_sealed_is_opened_in_the_form(desk: Desk) -> None:
    data = os.urandom(200_000)
    sealed = pyrage.encrypt(data, [KEY.to_public()])
    assert _ask(desk, "opened", sealed, {"identity": f"{KEY}\n"}) == data
    other = str(pyrage.x25519.Identity.generate())
    assert _ask(desk, "opened", sealed, {"identity": other})["why"] == "key"
    assert _ask(desk, "opened", sealed, {"identity": "AGE-SECRET-KEY-1"})["why"] == "key"


def test_armoured_for_a_letter_is_opened_too(desk: Desk) -> None:
    sealed = pyrage.encrypt("报告".encode(), [KEY.to_public()], armored=True)
    assert _ask(desk, "opened", sealed, {"identity": str(KEY)}) == "报告".encode()


@pytest.mark.parametrize("cut", [10, 100, 250])
def test_a_damaged_file_is_refused_in_one_sentence(cut: int, desk: Desk) -> None:
    sealed = pyrage.encrypt(b"report" * 50, [KEY.to_public()])
    answer = _ask(desk, "opened", sealed[:-cut], {"identity": str(KEY)})
    assert answer["why"] in ("damaged", "not_sealed")
    changed = bytearray(sealed)
    changed[-cut] ^= 1
    assert _ask(desk, "opened", bytes(changed), {"identity": str(KEY)})["why"] == "damaged"


def test_another_file_is_told_apart(desk: Desk, exports: dict[str, bytes]) -> None:
    for data in (exports["json"], exports["word"], b""):
        answer = _ask(desk, "opened", data, {"identity": str(KEY)})
        assert answer == {"why": "not_sealed", "says": "打不开：这不是加密文件。"}
        assert not desk.ask("isSealed", base64.b64encode(data).decode())


@pytest.mark.parametrize("recipient", ["", "age1", "age1" + "q" * 58, "ssh-ed25519 AAAA"])
def test_a_wrong_key_of_the_office_seals_nothing(recipient: str, desk: Desk) -> None:
    answer = _ask(desk, "sealed", b"x", {"recipient": recipient})
    assert answer["why"] == "key"
    assert answer["says"].startswith("收件公钥不正确")
