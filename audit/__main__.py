"""``python -m audit``: the bills made, every licence held against the list, the files written."""

from __future__ import annotations

import csv
import io
import json
import sys
from importlib.metadata import version
from pathlib import Path

from audit.bill import Bill, licences_of, written
from audit.form_bill import form_bill
from audit.licences import rules, unwanted, with_read
from audit.site_bill import site_bill
from generator.problems import Stop, as_text
from self_assessment.building.form import bundled
from self_assessment.usual import SOURCE

TOP = Path(__file__).parent.parent
OUT = TOP / "build" / "audit"


def main() -> int:
    """Leaves with 0 when every licence may be there and the bills are written, else 1."""
    try:
        known = rules()
        bills = {"site": with_read(_site(), known), "form": with_read(_form(), known)}
        components = [one for bill in bills.values() for one in bill["components"]]
        if problems := [*unwanted(components, known)]:
            raise Stop(problems)
    except Stop as stop:
        sys.stderr.write(as_text(stop.problems) + "\n")
        return 1
    files = {f"{name}.cdx.json": written(bill) for name, bill in bills.items()}
    files["licences.csv"] = _table(bills)
    OUT.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (OUT / name).write_bytes(data)
    where = OUT.relative_to(TOP).as_posix()
    sys.stdout.write(f"{len(components)} 个组件的许可证都在名单里；清单在 {where}/。\n")
    return 0


def _site() -> Bill:
    return site_bill(TOP / "pyproject.toml", TOP / "requirements.lock")


def _form() -> Bill:
    lock = json.loads((TOP / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = bundled(SOURCE)["packages"]
    return form_bill(packages, lock, "self-assessment-form", version("mayor-quality-award"))


def _table(bills: dict[str, Bill]) -> bytes:
    """Every component with its licences, for people."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(["所在", "组件", "版本", "许可证"])
    for name, bill in bills.items():
        where = {"site": "网站", "form": "表单"}[name]
        for one in sorted(bill["components"], key=lambda one: one["bom-ref"].casefold()):
            called = "/".join(filter(None, (one.get("group"), one["name"])))
            rows.writerow([where, called, one["version"], "；".join(licences_of(one))])
    return stream.getvalue().encode("utf-8-sig")


if __name__ == "__main__":
    sys.exit(main())
