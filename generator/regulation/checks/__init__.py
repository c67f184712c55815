"""One module an article, ``art_NN_…``; and ``site_…`` for what a government site owes its readers.

A check's docstring is the obligation in one sentence. It takes a `Case` and yields problems. It
yields "cannot tell" where the edition lacks the value it needs; it never passes in silence.
Examples that meet it, do not meet it and cannot be told lie as files under
``tests/regulation/<module>/``.
"""
