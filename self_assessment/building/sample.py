"""The filled example as a page to read: the report as the form prints it, without any script."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path

from self_assessment.building.node import ROOT, asked

_SCREEN = (
    "html{background:#f3efe8}"
    "#print{max-width:210mm;margin:0 auto;padding:1.5rem 1rem}"
    ".paper{background:#fff;padding:2rem clamp(1rem,6vw,26mm);overflow-x:auto}"
    ".paper>*{margin-bottom:3rem}"
    ".paper-seal{color:#5c534b}"
    ".sample-note{font:1rem/1.8 sans-serif;margin:0 0 1rem;color:#1f1b18}"
    ".sample-note a{color:#9e1b22}"
    "@media print{html{background:#fff}.sample-note{display:none}#print,.paper{padding:0}}"
)

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main id="print">
<p class="sample-note">这是用自评表单填好的样例，也是打印出来的样子；组织、数字和事例都是虚构的。\
<a href="./">回到自评报告</a></p>
{body}
</main>
</body>
</html>
"""


def sample_page(title: str, example: bytes, made: Path) -> bytes:
    """The HTML of the example. `made` is the folder of the generated source."""
    rendered = asked(
        "sample",
        {
            "filing": json.loads(example),
            "root": str(ROOT),
            "made": str(made.resolve()),
            "polyfills": [],
            "target": ["node24"],
            "platform": "node",
            "minify": True,
        },
    )
    # The report shows itself in print only; here it is all that there is to see.
    style = rendered["style"].strip().replace("@media print", "@media all") + _SCREEN
    hash_ = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _PAGE.format(
        hash=hash_, title=html.escape(title), style=style, body=rendered["body"]
    ).encode()
