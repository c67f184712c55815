"""The program ``self-assessment``, as its users see it.

1. ``build.py``: the commands.
2. ``app.py``: the commands put together; every exception ends here as a sentence.
"""

from self_assessment.cli.app import main

__all__ = ["main"]
