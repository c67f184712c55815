"""What the measurements were made on."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path


def facts(hugo: Path) -> dict[str, str]:
    """The machine and the versions, as label and value."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": f"{len(os.sched_getaffinity(0))}",
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.1f} GiB",
        "system": platform.platform(),
        "python": platform.python_version(),
        "hugo": said.split()[1] if said else "",
        "mkdocs": version("mkdocs"),
        "mkdocs-material": version("mkdocs-material"),
    }


def load() -> str:
    """How busy the machine is: processes that ran or waited over 1 and 5 minutes."""
    one, five, _ = os.getloadavg()
    return f"{one:.1f}, {five:.1f}"


def _field(file: str, name: str) -> str:
    for line in Path(file).read_text().splitlines():
        label, _, value = line.partition(":")
        if label.strip() == name:
            return value.strip()
    return "unknown"
