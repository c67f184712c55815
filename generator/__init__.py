"""The program ``award-site``: the office's records, held against the regulation, made into a site.

1. ``problems terminal``: what is wrong, and how a run is told.
2. ``reading``: files as trees; ``records``: trees as models; ``register``: all of them together.
3. ``regulation``: the checks, article by article; ``privacy``: personal numbers found.
4. ``editing``: new records by questions, and lists from workbooks.
5. ``drawings documents``: charts and lettering, notices on paper; ``pages opendata``: what readers
   see and take away.
6. ``layouts``: the theme around the pages; ``search``: the index of their texts.
7. ``output``: files put in the place of the old ones; ``publishing``: a site made of all this.
8. ``serving``: its preview; ``cli``: the commands.
"""
