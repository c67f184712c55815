"""What a record may say about how long persons are named, and about a row that names none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.records import Row
from generator.records.faults import faults_of
from generator.records.site import Retention
from generator.regulation.working_days import months_after

TAKEN_OUT = {"redacted": {"on": "2028-11-20", "basis": "示例依据"}}
REFUSED: list[tuple[type[BaseModel], dict[str, Any], str]] = [
    (Retention, {"months": "36"}, "写了保存“36”个月，没有写理由"),
    (Retention, {"months": "0", "reason": "示例"}, "“0”个月不是保存期限"),
    (Retention, {"months": "1000", "reason": "示例"}, "“1000”个月不是保存期限"),
    (Row, TAKEN_OUT | {"name": "庚示例"}, "个人信息已删除的一行还写着 name"),
    (Row, TAKEN_OUT | {"awardee": "zhang", "post": "班长"}, "还写着 awardee、post"),
    (Row, {"redacted": {"on": "2028-11-20"}}, "缺少 basis（依据）"),
]


@pytest.mark.parametrize(("model", "tree", "said"), REFUSED)
def test_what_does_not_fit(model: type[BaseModel], tree: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as error:
        model.model_validate(tree)
    assert said in "".join(fault.message for fault in faults_of(error.value, model))


def test_what_fits() -> None:
    assert Retention.model_validate({}).months == 24
    assert Retention.model_validate({"months": "24"}).reason
    assert Retention.model_validate({"months": "6", "reason": "示例"}).months == 6
    assert Row.model_validate(TAKEN_OUT | {"recommended_by": "dong", "kind": "person"}).redacted


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2024-09-20", 24, "2026-09-20"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("9999-12-01", 999, "9999-03-01"),  # no day is later: told without a traceback
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, then: str) -> None:
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(then)
