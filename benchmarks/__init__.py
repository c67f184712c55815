"""How long a build takes, beside the programs an office might have chosen instead.

``.venv/bin/python -m benchmarks`` (``make bench``) builds the same synthetic city with each, in
turn in one run, because only what ran side by side on one machine can be compared:

1. ``synthetic.py``: a city with any number of holders, as records.
2. ``hugo.py`` (with ``hugo_site/``) and ``material.py``: the same records as a site for Hugo, and
   for plain mkdocs-material.
3. ``measuring.py``: one command run; its time, its memory, what it wrote.
4. ``contenders.py``: the commands (``holders_alone.py`` is one of them); ``contest.py``: the order
   in which they take turns.
5. ``likeness.py``: whether Hugo's pages say the same as ours.
6. ``machine.py``, ``results.py``: where it ran, and what came out, in words and as JSON.

``serving.py`` is a program of its own: how soon an edit is seen through ``award-site serve``.
So is ``startup.py``: what a start costs beside typer alone.

Nothing here is a test: times differ from machine to machine, so ratios are told, not asserted.
"""
