"""Pages: what the records look like to a reader, before they are filled into layouts.

1. ``page.py``: a page; ``search_entry.py``: what a search knows of it; ``plan.py``: a page
   to be, with what is given to it.
2. ``commonmark.py``: the texts of records as HTML; ``renderer.py``: the templates and what they
   use; ``template_cache.py``: templates compiled; ``pictures.py``: the size of a picture.
3. ``columns.py tags.py``: what a page tells machines of itself.
4. ``facets.py``: what a list can be parted by; ``notice_lists.py holder_lists.py holder_rows.py``:
   the lists, whole and by facet; ``offers.py``: the data and feeds that lists offer;
   ``form_file.py``: the self-assessment form as files to publish.
5. ``home.py notices.py awardees.py rounds.py cultivation.py self_assessment.py regulation.py
   statistics.py data.py sitemap.py``: one module a kind of page; ``templates/`` has a template for
   each; ``scripts/`` what runs in the browser.
6. ``planning.py``: all of them.
"""

from generator.pages.columns import column_of, empty_columns
from generator.pages.data import Offered, data_plan
from generator.pages.form_file import FormFile, read_form
from generator.pages.notices import paper_of
from generator.pages.page import Heading, Page, depth_of, file_of
from generator.pages.plan import Plan
from generator.pages.planning import plans
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.pages.sitemap import sitemap
from generator.pages.tags import head_tags, service

__all__ = [
    "FormFile",
    "Heading",
    "Offered",
    "Page",
    "Plan",
    "Renderer",
    "SearchEntry",
    "column_of",
    "data_plan",
    "depth_of",
    "empty_columns",
    "file_of",
    "head_tags",
    "paper_of",
    "plans",
    "read_form",
    "service",
    "sitemap",
]
