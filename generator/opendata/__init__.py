"""Open data, feeds and a calendar: what those who subscribe or reuse get of the register.

1. ``source.py``: the register and the working days, with names and addresses looked up.
2. ``column.py``: what a column and a table are; ``tables/``: one module a table.
3. ``cells.py``: the cells of every table; ``csv_file.py json_file.py workbook.py``: its formats.
4. ``dictionary.py``: every column explained; ``catalogue.py``: the entry for a data catalogue;
   ``datapackage.py``: both for programs.
5. ``feeds.py``: Atom feeds of notices; ``diary.py``: the calendar of days to keep.
6. ``files.py``: all files, made when needed.

It knows no page and writes no file. What is confidential is not in the register; of persons only
name, unit and post are taken over.
"""

from generator.opendata.files import DataFile, files
from generator.opendata.source import CITY_TIME
from generator.opendata.tables import TABLES

__all__ = ["CITY_TIME", "TABLES", "DataFile", "files"]
