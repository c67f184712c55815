"""The key that reports are sealed to is held to its checksum."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from pyrage import x25519

from generator.records.site import Filing

KEY = "age1jaaa9877vad9hw0twnumaa2c3tsy068mhqc8s8u9tevddy8vtd7q9ng0g0"


def refused(text: str) -> str:
    with pytest.raises(ValidationError) as error:
        Filing.model_validate({"recipient": text})
    return str(error.value.errors()[0]["msg"])


def test_every_key_that_age_makes_is_taken() -> None:
    for _ in range(50):
        key = str(x25519.Identity.generate().to_public())
        assert Filing.model_validate({"recipient": f" {key} "}).recipient == key


def test_no_key_may_be_left_out() -> None:
    assert Filing.model_validate({}).recipient is None


@pytest.mark.parametrize("place", range(4, 62))
def test_any_one_wrong_letter_is_noticed(place: int) -> None:
    wrong = "q" if KEY[place] != "q" else "p"
    assert "有错字" in refused(KEY[:place] + wrong + KEY[place + 1 :])


@pytest.mark.parametrize(
    "text", ["", "age1", KEY[:-1], KEY + "q", KEY.upper(), f"{KEY}\nx", "密钥"]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    assert "不是加密公钥" in refused(text)


def test_a_private_key_is_refused_and_not_shown() -> None:
    secret = str(x25519.Identity.generate())
    said = refused(secret)
    assert "私钥" in said
    assert secret not in said
