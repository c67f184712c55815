"""The pages in traditional characters, below ``/hant/``: a variant of each that tells something.

Search, form and data have none: a link to them leads to the one there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.incremental import digest_of, program
from generator.layouts import WITHOUT_VARIANT, LayoutSet, fill
from generator.output.output_file import OutputFile
from generator.pages import Plan, Renderer, file_of
from generator.publishing.traditional import (
    PREFIX,
    Variants,
    Wording,
    names_of,
)
from generator.register import Register


def variant_files(
    register: Register, layout_set: LayoutSet, renderer: Renderer, planned: Iterable[Plan]
) -> Iterator[OutputFile]:
    """The variant of every page and of every script, made again only with what it is made of."""
    pages = [plan for plan in planned if plan.address not in WITHOUT_VARIANT]
    scripts = {path: data for path, data in layout_set.assets.items() if path.endswith(".js")}
    scripts |= renderer.scripts
    names = names_of(register)
    addresses = [*(plan.address for plan in pages), *layout_set.prose]
    variants = Variants(Wording(names), addresses, scripts)
    made_with = digest_of(program(), *sorted(names), "", *sorted(addresses))
    for plan in pages:
        layout = layout_set.layout_at(plan.address, plan.section)
        yield OutputFile(
            f"{PREFIX}/{file_of(plan.address)}",
            digest_of(made_with, plan.given, layout.digest),
            partial(_page, variants, layout_set, plan),
            observed=True,
        )
    for page in layout_set.prose.values():
        yield OutputFile(
            f"{PREFIX}/{page.file}",
            digest_of(made_with, page.html),
            lambda page=page: variants.of_page(page.html, page.address).encode(),  # type: ignore[misc]
        )
    for path, data in scripts.items():
        yield OutputFile(
            f"{PREFIX}/{path}",
            digest_of(made_with, data),
            lambda data=data: variants.of_script(data),  # type: ignore[misc]
        )


def _page(variants: Variants, layout_set: LayoutSet, plan: Plan) -> bytes:
    return variants.of_page(fill(layout_set, plan.make()), plan.address).encode()
