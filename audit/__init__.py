"""What is passed on: the packages that the site is made with or that are in the form.

``.venv/bin/python -m audit`` (``make audit``) holds each licence against a list, and writes two
bills of materials (CycloneDX) and one table into ``build/audit``:

1. ``licences.py`` and ``licences.yml``: which licences there may be, and why.
2. ``site_bill.py``: what is installed, joined with the digests of ``requirements.lock``.
3. ``form_bill.py``: what esbuild bundled, with the digests of ``package-lock.json``.
4. ``bill.py``: a bill as bytes, the same for the same contents, held to the schema.
"""
