"""Numbers in SVG: in the words of a drawing, beside them, and in what is packed into it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from generator.privacy import Kind
from tests.privacy import files
from tests.privacy.places.sample import Numbers, Sample, grouped

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 90 90">'
)


def _each(pieces: Iterable[str], name: str, between: str = "") -> str:
    """An element for each of the pieces, one beside the other."""
    drawn = (f'<{name} x="{5 * at}">{piece}</{name}>' for at, piece in enumerate(pieces))
    return between.join(drawn)


def _whole(inside: str) -> str:
    return f"{_HEAD}{inside}</svg>"


def _packed(kind: str, data: bytes) -> str:
    return f'<image xlink:href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>'


def _quoted(drawing: str) -> str:
    return f'<image href="data:image/svg+xml;charset=utf-8,{quote(drawing)}"/>'


_LINES = "\n\n    "
FORMS: dict[str, Callable[[str], str]] = {
    "一个 text": lambda n: f"<text>电话 {n}</text>",
    "tspan 断开": lambda n: f"<text>{n[:3]}<tspan>{n[3:]}</tspan></text>",
    "一字一个 tspan": lambda n: f"<text>{_each(n, 'tspan')}</text>",
    "一字一个 tspan，各占一行": lambda n: f"<text>{_each(n, 'tspan', _LINES)}</text>",
    "一字一个 text": lambda n: _each(n, "text"),
    "一字一个 text，各占一行": lambda n: _each(n, "text", _LINES),
    "几字一个 text": lambda n: f"<text>电话</text>{_each(grouped(n, ' ').split(), 'text')}",
    "foreignObject 里几个 span": lambda n: f"<foreignObject>{_each(n, 'span')}</foreignObject>",
    "foreignObject 里两个 div": lambda n: (
        f"<foreignObject><div>{n[:7]}</div><div>{n[7:]}</div></foreignObject>"
    ),
    "data- 属性": lambda n: f'<g data-name="王某{n}"/>',
    "元素后面的字": lambda n: f"<g><path d='M0 0'/>{n}</g>",
    "title": lambda n: f"<title>{n}</title>",
    "desc": lambda n: f"<desc>王某，{n}</desc>",
    "metadata": lambda n: f"<metadata><a><b>{n}</b></a></metadata>",
    "注释": lambda n: f"<!-- 找王某 {n} -->",
    "处理指令": lambda n: f"<?editor {n}?>",
    "id": lambda n: f'<g id="wang_{n}"/>',
    "class": lambda n: f'<g class="wang {n}"/>',
    "aria-label": lambda n: f'<g aria-label="电话 {n}"/>',
    "图层名": lambda n: f'<g inkscape:label="王某{n}"/>',
    "链接": lambda n: f'<a href="tel:{n}"><text>咨询</text></a>',
    "旧式链接": lambda n: f'<a xlink:href="tel:+86{n}"><text>咨询</text></a>',
    "样式里的文字": lambda n: f'<style>a::after{{content:"{n}"}}</style>',
    "脚本": lambda n: f"<script>var phone = '{n}'</script>",
    "CDATA": lambda n: f"<text><![CDATA[{n}]]></text>",
    "实体写的数字": lambda n: "<text>" + "".join(f"&#{ord(d)};" for d in n) + "</text>",
    "沿路径的字": lambda n: f'<text><textPath xlink:href="#p">{n}</textPath></text>',
    "defs 里没有用的字": lambda n: f"<defs><text>{n}</text></defs>",
    "switch": lambda n: f"<switch><text>{n[:5]}<tspan>{n[5:]}</tspan></text></switch>",
    "全角": lambda n: f"<text>{n.translate({48 + d: 0xFF10 + d for d in range(10)})}</text>",
    "嵌入的 SVG": lambda n: _packed("svg+xml", _whole(f"<text>{n}</text>").encode()),
    "网址编码的 SVG": lambda n: _quoted(_whole(f"<text>{n}</text>")),
    "嵌入的 JPEG": lambda n: _packed("jpeg", files.jpeg({0x010E: n})),
    "嵌入的 PNG": lambda n: _packed("png", files.png({"Comment": n})),
    "onclick": lambda n: f"<g onclick=\"location='tel:{n}'\"/>",
    "隐藏的字": lambda n: f'<text display="none">{n}</text>',
    "自定义元素的属性": lambda n: f'<x:y xmlns:x="urn:x" x:phone="{n}"/>',
}


def samples() -> Iterator[Sample]:
    for place, (where, form) in enumerate(FORMS.items()):
        for kind, put in ((Kind.MOBILE, Numbers.mobile), (Kind.ID, Numbers.id)):
            numbers = Numbers(5000 + place)
            text = _whole(form(put(numbers, f"{where}（{kind.word}）")))
            yield Sample("SVG", "手工", "a.svg", text.encode(), numbers.left)


def several() -> Sample:
    """One drawing with what a drawing program shows, for such a program to write again."""
    numbers, drawn = Numbers(51), []
    for row, where in enumerate(_DRAWN):
        text = FORMS[where](numbers.mobile(where) if row % 2 else numbers.id(where))
        drawn.append(f'<g transform="translate(2,{5 * row + 5})" font-size="3">{text}</g>')
    return Sample("SVG", "手工", "a.svg", _whole("".join(drawn)).encode(), numbers.left)


_DRAWN = ("一个 text", "tspan 断开", "一字一个 tspan", "一字一个 text", "几字一个 text", "全角")
