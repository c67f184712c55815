"""``/data/datapackage.json``: a Tabular Data Package (version 1) of the CSV files.

Source: https://specs.frictionlessdata.io/tabular-data-package/. The same tables as JSON and XLSX
are named beside each resource, under `formats`.
"""

from __future__ import annotations

import json
from typing import Any

from generator.opendata.catalogue import entry, keywords, summary, title
from generator.opendata.column import Column, Table
from generator.opendata.source import Source
from generator.opendata.tables import TABLES

LICENCE = "licence.txt"
"""The file beside the package that holds the text of the licence, where one is configured."""


def data_package(source: Source) -> bytes:
    """The package: what it is, under which licence, and each table with its schema."""
    site = source.register.site
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "award-data",
        "id": source.lasting("data/"),
        "title": title(source),
        "description": summary(source),
        "keywords": keywords(source),
        "contributors": [{"title": source.register.bodies[site.office].name, "role": "publisher"}],
    }
    if site.url:
        package["homepage"] = source.at("")
    if site.licence:
        package["licenses"] = [{"path": LICENCE, "title": "数据使用许可"}]
    package["catalogue"] = dict(entry(source))
    package["resources"] = [_resource(table) for table in TABLES]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: Table[Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "formats": [f"{table.name}.json", f"{table.name}.xlsx"],
        "title": table.title,
        "description": table.says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: Table[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, table) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = [*table.key]
    foreign = [
        {
            "fields": [column.key],
            "reference": {
                "resource": "" if column.refers == table.name else column.refers,
                "fields": ["id"],
            },
        }
        for column in table.columns
        if column.refers
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column[Any], table: Table[Any]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.key,
        "title": column.name,
        "type": column.kind.schema_type,
        "description": column.says,
        "example": column.example,
    }
    if column.key in table.key:
        field["constraints"] = {"required": True}
    return field
