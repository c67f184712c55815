"""How a program speaks at a terminal: one manner for both programs of this project.

1. ``options.py``: the options that are the same everywhere.
2. ``outcome.py``: problems shown, exit codes, no traceback ever.
3. ``words.py``: what the command line says, in Chinese, where its parts would say it in English.
4. ``clock.py``: the day and the time of day, read here alone.
5. ``running.py``: a program run; every exception ends there as a sentence.
"""
