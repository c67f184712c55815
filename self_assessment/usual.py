"""What is used where nothing else is named; apart, so that options can name it and load no more."""

from __future__ import annotations

from pathlib import Path

CRITERIA = "gbt19580-2012"
"""The criteria set."""
SOURCE = Path("build/form-source")
"""Where the generated files go that TypeScript imports as `@made`."""
