"""What both kinds of packed document have: pictures and documents inside, properties, drawings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.picture_parts import parts as picture_parts
from generator.privacy.detection import found_in
from generator.privacy.scrubbing.parts import Parts, elements, mask_everything

Taken = Counter[str]
"""What was taken out, in words, and how much of it."""
NUMBERS = "处号码改成掩码"
_INSIDE = (".docx", ".xlsx")
_PIXELS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")


def clean_inner(
    package: Parts,
    names: set[str],
    taken: Taken,
    scrub: Callable[[str, bytes], tuple[bytes, Taken]],
) -> None:
    """Cleans the parts `names` that have no rule of their own; `scrub` cleans whole documents."""
    for name in sorted(names & package.all.keys()):
        data = package.all[name]
        low = name.lower()
        if low.endswith(_INSIDE):
            package.all[name], inside = scrub(name, data)
            taken.update(inside)
        elif data.startswith(_PIXELS):
            _picture(package, name, taken)
        elif low.endswith(".rels"):
            _links(package, name, taken)
        elif low.endswith(".xml"):
            dom = package.dom(name)
            if count := mask_everything(dom):
                taken[NUMBERS] += count
                package.put(name, dom)


def _picture(package: Parts, name: str, taken: Taken) -> None:
    try:
        found = picture_parts(package.all[name], "png")
    except Unscannable:  # told when the result is looked through
        return
    if found.exif or found.texts or found.behind:
        package.all[name] = found.clean
        taken["张内嵌图片的拍摄信息"] += 1


def _links(package: Parts, name: str, taken: Taken) -> None:
    """Links outwards: a number dialled or a mailbox written to leads nowhere then."""
    dom = package.dom(name)
    count = 0
    for one in elements(dom, "Relationship"):
        if one.getAttribute("TargetMode") == "External" and found_in(one.getAttribute("Target")):
            one.setAttribute("Target", "#")
            count += 1
    if count:
        taken["个指向号码或邮箱的链接"] += count
        package.put(name, dom)
