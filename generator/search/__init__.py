"""Search: of the whole text by Pagefind, of the titles where Pagefind cannot run.

1. ``titles.py``: what a search shows and filters by, a row for each page and each article.
2. ``slips.py``: the text of a finished page, cut so that every Chinese character is a word.
3. ``indexing.py``: Pagefind run over the slips, and its entries matched with the rows.
4. ``page.py``: the page ``/search/``; ``scripts/`` is what runs on it, ``templates/`` its words.
"""

from generator.search.indexing import FOLDER, write_index
from generator.search.page import ADDRESS, script, search_page
from generator.search.titles import Findable, Titles

__all__ = [
    "ADDRESS",
    "FOLDER",
    "Findable",
    "Titles",
    "script",
    "search_page",
    "write_index",
]
