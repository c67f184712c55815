"""The page around the script: one HTML file that asks nothing of any network.

The policy names the script and the style by their hashes, so no other script runs, not even one
that a text of a filing might smuggle in. The line 请用新版浏览器打开 stands until the script takes
it away: it is seen where the engine is too old and where the start fails.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re

POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; "
    "img-src data: blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="renderer" content="webkit">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<div id="banner" role="alert">请用新版浏览器打开</div>
<div id="app"></div>
<div id="print"></div>
<script>{script}</script>
{notices}
</body>
</html>
"""


def page(title: str, script: str, style: str, notices: str) -> str:
    """The HTML of the form. `notices` are the licences of what is in it, as one text."""
    script, style = _script(script), _style(style)
    policy = POLICY.format(script=_hash(script), style=_hash(style))
    return _PAGE.format(
        policy=policy,
        title=html.escape(title),
        style=style,
        script=script,
        notices=f"<!--\n{notices.replace('--', '- -')}\n-->" if notices else "",
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _script(text: str) -> str:
    """A script that cannot end its element early: these marks occur in it only inside texts."""
    text = re.sub(r"<(?=/script|!--)", r"\\x3c", text, flags=re.IGNORECASE)
    return _unchanged(text)


def _style(text: str) -> str:
    if re.search(r"</style", text, re.IGNORECASE):
        raise ValueError("a style that would end its element")
    return _unchanged(text)


def _unchanged(text: str) -> str:
    """HTML readers change these, and the hash would be another."""
    if "\r" in text or "\0" in text:
        raise ValueError("a character that HTML does not keep")
    return text.strip("\n")
