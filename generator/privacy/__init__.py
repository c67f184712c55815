"""The privacy scan: no ID number, no mobile number, nobody's home leaves in a text or a file.

1. ``folding.py``: a text as it is compared; ``runs.py``: digits that stand close together.
2. ``checksums.py``: what a number proves about itself; ``finding.py``: what is found, and masked.
3. ``numbers.py``: ID, mobile and bank numbers; ``addresses.py``: papers, mail, homes.
   ``detection.py``: all of them in one text.
4. ``record_texts.py``: the texts of records and pages; ``attachments/``: those of files.
   ``sighting.py``: a finding with its place.
5. ``looking.py``: one file looked through; ``memory.py``: what was looked through before.
6. ``scan.py``: a whole content folder; ``vetting.py``: examined and scanned, before any writing.
7. ``scrubbing/``: a cleaned copy of an attachment.
"""

from generator.privacy.detection import all_masked, found_in
from generator.privacy.finding import Finding, Kind
from generator.privacy.scan import scan
from generator.privacy.vetting import vet

__all__ = ["Finding", "Kind", "all_masked", "found_in", "scan", "vet"]
