"""The theme's side of the site: empty layouts and the hand-written pages, by MkDocs' theme.

1. ``layout_data.py``: what every page shows, and the prose to be rendered, as plain
   values.
2. ``palette.py``: the colours of both themes from two configured ones, and their contrast.
3. ``stylesheet.py``: the parts of the stylesheet joined to one file named by its content.
4. ``scripts.py``: what runs on every page, in the head before first paint and after it.
5. ``policy.py``: the content policy, which names that script by its hash.
6. ``theme.py``: the one module that imports mkdocs; it runs in memory and prints nothing.
7. ``markdown.py``: the Markdown of prose, and what ours does differently (heading ids, tables).
8. ``markup.py``: HTML that people wrote, held to what a page may have.
9. ``prose.py``: a prose page as HTML, its links rewritten for its depth and collected to be held.
10. ``layout.py``: a layout cut at its marks, and the filling of a page into it.
11. ``layout_set.py``: all layouts, prose pages and assets of one site.
12. ``making.py``: from layout data and prose to a layout set, kept so that an edited record never
   starts MkDocs.
"""

from generator.layouts.layout import Layout
from generator.layouts.layout_data import Badge, LayoutData, NavEntry, Prose
from generator.layouts.layout_set import WITHOUT_VARIANT, LayoutSet, ProsePage, fill
from generator.layouts.making import layouts, prose_bodies
from generator.layouts.markup import Allowed, Markup
from generator.layouts.palette import weak_pairs
from generator.layouts.prose import ProseBody, ProseLink, elsewhere, relative

__all__ = [
    "WITHOUT_VARIANT",
    "Allowed",
    "Badge",
    "Layout",
    "LayoutData",
    "LayoutSet",
    "Markup",
    "NavEntry",
    "Prose",
    "ProseBody",
    "ProseLink",
    "ProsePage",
    "elsewhere",
    "fill",
    "layouts",
    "prose_bodies",
    "relative",
    "weak_pairs",
]
