"""Where personal numbers really get left: files as offices make them, each number's place labelled.

1. ``sample.py``: a file with what is left in it, numbers that no two places share, how it is read.
2. ``texts.py word.py excel.py commas.py pictures.py drawings.py``: files made anew each time, by
   the libraries that people use or by hand; ``libreoffice/``: files that LibreOffice made once.
3. ``recall.py``: all of them, and how many places of each kind are found.

Nothing in it belongs to anybody. A kind of file more is a module with ``samples()`` more.
"""
