"""The heaviest filing that the form promises to stay fluent with: 300,000 characters, 60 tables."""

from __future__ import annotations

from tests.self_assessment.filings import CRITERIA, Tree, a_filing
from tests.self_assessment.form.writer import TEXT

CHARACTERS = 300_000
TABLES = 60


def a_heavy_filing() -> Tree:
    """The characters stand in the items' texts alike, the tables in the result items."""
    filing = a_filing()
    texts = [
        element for answer in filing["items"].values() for element in answer["elements"].values()
    ]
    length = CHARACTERS // len(texts) + 1
    for element in texts:
        element["text"] = (TEXT * (length // len(TEXT) + 1))[:length]
    results = [item.id for item in CRITERIA.items if item.kind == "result"]
    for answer in filing["items"].values():
        answer["tables"] = []
    for place in range(TABLES):
        item = results[place % len(results)]
        filing["items"][item]["tables"].append(_table(f"t{place}"))
    return filing


def _table(key: str) -> Tree:
    return {
        "id": key,
        "title": f"结果 {key}",
        "years": [2021, 2022, 2023, 2024, 2025],
        "rows": [
            {
                "name": f"指标 {row}",
                "unit": "%",
                "values": ["91.1", "92.2", "93.3", "94.4", "95.5"],
                "target": "96",
                "benchmark": {"value": "90", "source": "行业协会"},
            }
            for row in range(8)
        ],
    }
