"""``python -m self_assessment`` is the program ``self-assessment``."""

from self_assessment.cli import main

main()
