"""The making of ``form.html``: everything the form needs, in one file.

1. ``settings.py``: what the form says of the award, from the content folder.
2. ``typing.py``: the models' schemas, as TypeScript types are made of them.
3. ``node.py``: node and what it brings, run on a request; its scripts are in ``node/``.
4. ``source.py``: types, validator, criteria and settings, as files that TypeScript imports.
5. ``inputs.py``: all that decides what the form is, as one number.
6. ``page.py licences.py``: the HTML around script and style, with its policy and the licences.
7. ``sample.py``: the filled example as a page to read.
8. ``form.py``: all of it, into a folder.
"""

from self_assessment.building.form import Made, make_form

__all__ = ["Made", "make_form"]
