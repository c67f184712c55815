"""Output: the files that a site is to have, put in the place of those it had.

1. ``output_file.py``: one file to be; ``output_folder.py``: a folder to be, made all at once.
2. ``manifest.py``: what each of two trees holds.
3. ``ownership.py``: whose the output folder is, and what in it is not ours.
4. ``trees.py``: the spare tree brought up to date beside the live one; ``counting.py``: its files
   counted; ``comparing.py``: held against what was live; ``exchange.py``: the swap.
"""

from generator.output.output_file import OutputFile
from generator.output.output_folder import OutputFolder
from generator.output.ownership import require_separate
from generator.output.trees import Renewal, held, renew

__all__ = ["OutputFile", "OutputFolder", "Renewal", "held", "renew", "require_separate"]
