"""What may happen to a content folder and to its site between two builds.

Each edit takes the place of work and a number by which it varies. Most keep the file's size, and
all follow one another within milliseconds: neither size nor time of change may be relied on.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress

from generator.problems import Stop
from tests.publishing.works import Works

Edit = Callable[[Works, int], None]


def _set(works: Works, path: str, pattern: str, new: str) -> None:
    file = works.content / path
    text, count = re.subn(pattern, new, file.read_text(encoding="utf-8"), count=1)
    assert count == 1, (path, pattern)
    file.write_text(text, encoding="utf-8")


def _there_or_not(works: Works, path: str, text: str, number: int) -> None:
    file = works.content / path
    if file.exists() and number % 2:
        file.unlink()
    else:
        works.write(path, text)


def edit_a_showcase(works: Works, number: int) -> None:
    _set(works, "awardees/yihao.yml", r"走线\w百天", f"走线{'三四五六'[number]}百天")


def rename_a_holder(works: Works, number: int) -> None:
    _set(works, "awardees/yihao.yml", r"示例\w号机床", f"示例{'一七八九'[number]}号机床")


def change_a_certificate(works: Works, number: int) -> None:
    _set(works, "awardees/zhang.yml", r"SL-2024-\d", f"SL-2024-{number + 3}")


def dissolve_a_holder(works: Works, number: int) -> None:
    file = works.content / "awardees/yihao.yml"
    text, count = re.subn(
        r"former_name: 示例一号机械厂.*",
        f"former_name: 示例一号机械厂}}\n  - {{on: 2026-01-0{number + 1}, event: 注销}}",
        re.sub(r"\n.*event: 注销}", "", file.read_text(encoding="utf-8")),
    )
    assert count == 1
    file.write_text(text, encoding="utf-8")


def break_or_mend_a_record(works: Works, number: int) -> None:
    _there_or_not(works, "notices/2026/2026-qt-02.yml", f"id: [{number}\n", number)


def add_or_remove_a_holder(works: Works, number: int) -> None:
    text = (works.content / "awardees/zhang.yml").read_text(encoding="utf-8")
    text = text.replace("id: zhang", "id: li").replace("张示例", f"{'李黎厉郦'[number]}示例")
    _there_or_not(works, "awardees/li.yml", text.replace("SL-2024", "SL-2024-L"), number)


def add_or_remove_a_notice(works: Works, number: int) -> None:
    _there_or_not(
        works,
        "notices/2026/2026-qt-01.yml",
        "id: 2026-qt-01\nkind: 其他\ntitle: 关于调整电话的通知\nissuer: ban\nround: 2026\n"
        f"published: 2026-0{number + 1}-03 09:00\nfollows: [2024-gs-01]\n",
        number,
    )


def change_the_site(works: Works, number: int) -> None:
    _set(works, "site.yml", r"motto: .*", f"motto: 好质量，看得见{number}")


def change_the_host(works: Works, number: int) -> None:
    _set(works, "site.yml", r"url: .*", f"url: https://zl{number}.example.gov.cn")


def turn_the_navigation(works: Works, number: int) -> None:
    _set(works, "site.yml", r"title: 获奖\w+", f"title: 获奖{'名单名录风采展示'[2 * number :][:2]}")


def change_a_prose_page(works: Works, number: int) -> None:
    _set(works, "pages/about.md", r"见.?\[", f"见{'　这那该'[number]}[")


def add_or_remove_a_prose_page(works: Works, number: int) -> None:
    text = f"---\ntitle: 问答{number}\ndescription: 常见问题\n---\n\n[首页](/)\n"
    _there_or_not(works, "pages/faq.md", text, number)


def add_or_remove_a_body(works: Works, number: int) -> None:
    text = f"bodies:\n  - {{id: nan, name: 南区{number}, short: 南区, role: 区}}\n"
    _there_or_not(works, "bodies/nan.yml", text, number)


def add_or_remove_a_pool(works: Works, number: int) -> None:
    text = f"body: xi\nentries:\n  - {{name: 示例{number}, step: pool, since: 2020}}\n"
    _there_or_not(works, "cultivation/xi.yml", text, number)


def change_the_calendar(works: Works, number: int) -> None:
    _there_or_not(
        works,
        "holidays/2026.yml",
        "year: 2026\ndocument_number: 国办发明电\nentered_on: 2025-11-05\n"
        "source: {title: 通知, address: 'https://www.gov.cn/'}\n"
        f"days_off: [2026-10-12, 2026-10-1{number // 2 + 3}]\n",  # of five, three are left
        number,
    )


def change_an_edition(works: Works, number: int) -> None:
    _set(works, "regulation/2019.yml", r"每\w年?评定", f"每{'一二三四'[number]}年评定")


def replace_a_picture(works: Works, number: int) -> None:
    _set(works, "files/awardees/yihao.svg", r"0 0h\d\d", f"0 0h1{number}")


def replace_a_picture_by_an_older_one(works: Works, number: int) -> None:
    file = works.content / "files/awardees/yihao.svg"
    file.write_text(f"<svg xmlns='http://www.w3.org/2000/svg' id='p{number}'/>", encoding="utf-8")
    os.utime(file, ns=(10**18 + number, 10**18 + number))


def touch_a_file(works: Works, number: int) -> None:
    (works.content / ["site.yml", "awardees/yihao.yml", "bodies.yml"][number % 3]).touch()


def write_what_must_not_show(works: Works, number: int) -> None:
    _set(works, "awardees/yihao.yml", r"phone: \d{3}", f"phone: 00{number}")


def delete_a_live_page(works: Works, number: int) -> None:
    live = sorted(works.out.rglob("index.html"))
    live[number * len(live) // 4].unlink()


def scribble_on_a_live_page(works: Works, number: int) -> None:
    live = sorted(works.out.rglob("index.html"))
    live[number * len(live) // 4].write_text("另写的", encoding="utf-8")


def scribble_unseen_on_a_live_page(works: Works, number: int) -> None:
    """Other bytes of the same size and time."""
    live = sorted(works.out.rglob("index.html"))[number * 7]
    stat = live.stat()
    live.write_bytes(live.read_bytes()[::-1])
    os.utime(live, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def lay_something_beside_a_live_page(works: Works, number: int) -> None:
    place = sorted(works.out.rglob("index.html"))[number * 7].parent / ("mine" * (number % 2))
    place.mkdir(exist_ok=True)
    (place / "mine.txt").write_text("我的", encoding="utf-8")


def lose_the_cache(works: Works, number: int) -> None:
    shutil.rmtree(works.cache / ["", "trees", "records", "layouts"][number])


def lose_the_spare(works: Works, number: int) -> None:
    shutil.rmtree(works.out.with_name(".site.spare"), ignore_errors=True)


def lose_the_site(works: Works, number: int) -> None:
    shutil.rmtree(works.out, ignore_errors=True)


def build_with_another_cache(works: Works, number: int) -> None:
    with suppress(Stop):
        works._replace(cache=works.cache.with_name("another")).build()


EDITS: list[Edit] = [
    named
    for name, named in list(globals().items())
    if getattr(named, "__module__", "") == __name__ and name[0] != "_"
]
