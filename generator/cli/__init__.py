"""The program ``award-site``, as its users see it.

1. ``words.py``: what the command line says, in Chinese, where its parts would say it in English.
2. ``options.py``: the options that are the same everywhere.
3. ``outcome.py``: problems shown, exit codes, no traceback ever; ``bars.py``: how far
   long work has come.
4. ``check.py build.py schema.py serve.py new.py importing.py template.py``: the commands.
5. ``app.py``: the commands put together; every exception ends here as a sentence.
"""

from generator.cli.app import main

__all__ = ["main"]
