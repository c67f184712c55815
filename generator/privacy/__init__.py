"""The privacy scan: no ID number, no mobile number, nobody's home leaves in a text or a file.

1. ``folding.py``: a text as it is compared; ``runs.py``: digits that stand close together;
   ``sieve.py``: whether a text is worth a close look.
2. ``checksums.py``: what a number proves about itself; ``match.py``: what is found, and masked.
3. ``numbers.py``: ID, mobile and bank numbers; ``other_forms.py``: the same in other dress;
   ``addresses.py``: papers, mail, homes.
   ``detection.py``: all of them in one text.
4. ``record_texts.py``: the texts of records and pages; ``attachments/``: those of files.
   ``markup.py``: tags taken away; ``finding.py``: a finding with its place;
   ``unread.py``: what could not be read.
5. ``file_scan.py``: one file looked through; ``scan_cache.py``: what was looked through before.
6. ``scan.py``: a whole content folder; ``scanned.py``: its files as they were scanned;
   ``examine_and_scan.py``: records and scan, before any writing.
7. ``scrubbing/``: a cleaned copy of an attachment.
"""

from generator.privacy.detection import all_masked, found_in
from generator.privacy.examine_and_scan import Vetted, examine_and_scan
from generator.privacy.match import Kind, Match
from generator.privacy.scan import scan
from generator.privacy.scanned import Scanned

__all__ = [
    "Kind",
    "Match",
    "Scanned",
    "Vetted",
    "all_masked",
    "examine_and_scan",
    "found_in",
    "scan",
]
