"""A bill of materials (CycloneDX) as bytes: the same for the same contents, and valid."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

Bill = dict[str, Any]
"""A bill as the JSON of CycloneDX has it, without a serial number."""
Component = dict[str, Any]
SPEC = SchemaVersion.V1_6


def written(bill: Bill) -> bytes:
    """The bill with a serial number that its contents give.

    Raises ValueError for one that the schema of CycloneDX does not allow.
    """
    digest = hashlib.sha256(_text(bill).encode()).hexdigest()
    serial = uuid.uuid5(uuid.NAMESPACE_OID, digest)
    text = _text({**bill, "serialNumber": serial.urn})
    if wrong := JsonStrictValidator(SPEC).validate_str(text):
        raise ValueError(f"no valid bill: {wrong.data}")
    return text.encode()


def _text(bill: Bill) -> str:
    return json.dumps(bill, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def licences_of(component: Component) -> list[str]:
    """What a component's licences are called: SPDX ids, expressions, or names."""
    return [
        one.get("expression") or one["license"].get("id") or one["license"]["name"]
        for one in component.get("licenses", ())
    ]
