"""The program ``self-assessment``, as its users see it.

1. ``options.py``: the options of this program alone.
2. ``build.py check.py keygen.py``: the commands.
3. ``app.py``: the commands put together. How they speak is in ``generator/terminal``.
"""

from self_assessment.cli.app import main

__all__ = ["main"]
