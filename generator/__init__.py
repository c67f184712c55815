"""The program ``award-site``: the office's records, held against the regulation, made into a site.

1. ``problems terminal``: what is wrong, and how a run is told.
2. ``reading``: files as trees; ``records``: trees as models; ``register``: all of them together.
3. ``regulation``: the checks, article by article.
4. ``drafting importing``: new records by questions, and lists from workbooks.
5. ``charts emblems lettering``: drawings; ``pages opendata``: what readers see and take away.
6. ``frames``: the theme around the pages; ``search``: the index of their texts.
7. ``publishing``: the site put in the place of the old one; ``serving``: its preview.
8. ``cli``: the commands.
"""
