"""The program ``award-site``, as its users see it.

1. ``progress.py``: how far long work has come.
2. ``check.py build.py schema.py serve.py new.py importing.py template.py scrub.py
   redact.py``: the commands.
3. ``app.py``: the commands put together. How they speak is in ``generator/terminal``.
"""

from generator.cli.app import main

__all__ = ["main"]
