"""The site below a path of a host, served by nginx with the sample configuration as it is."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from generator.publishing import build
from tests.browsing import hosted
from tests.site.conftest import MOUNT, real_content
from tests.site.heard import heard
from tests.site.html import read
from tests.site.kinds import KINDS, SEARCH, settled
from tests.sites import Built

SERVERS = Path(__file__).parents[2] / "docs/servers"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SERVERS.parents[1])}
WORKER = "pagefind/pagefind-worker.js"


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


class Host(NamedTuple):
    """A running nginx: its address without the last slash, and the site that it serves."""

    address: str
    site: Built

    def get(self, path: str) -> Answer:
        """The answer to a path of the whole host."""
        request = urllib.request.Request(self.address + path)
        try:
            with urllib.request.urlopen(request) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, refused.headers, refused.read())


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site with search and form, as an office would publish it, behind nginx."""
    place = tmp_path_factory.mktemp("nginx")
    content, www = real_content(place), place / "www"
    root = www / MOUNT.strip("/")
    build_form = ["build", "--content", str(content), "--out", str(place / "form")]
    program = "import self_assessment.cli as cli; cli.main()"
    subprocess.run(
        [sys.executable, "-c", program, *build_form], cwd=place, env=ENVIRONMENT, check=True
    )
    today = dt.date(2026, 10, 12)
    register = build(
        content, root, place / "cache", today, search=True, form=place / "form"
    ).register
    pages = {}
    for file in sorted(root.rglob("*.html")):
        address = "/" + file.relative_to(root).as_posix().removesuffix("index.html")
        if address not in ("/self-assessment/form.html", "/self-assessment/example.html"):
            pages[address] = read(file, address)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sample = (SERVERS / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("    listen [::]:80;\n", ""),
        ("/srv/award/www;", f"{www};"),
    ):
        assert old in sample
        sample = sample.replace(old, new)
    conf = place / "nginx.conf"
    conf.write_text(
        f"pid {place}/pid;\nerror_log {place}/error.log;\ndaemon off;\nuser root;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{sample}\n}}\n",
        encoding="utf-8",
    )
    server = subprocess.Popen([NGINX, "-c", conf, "-p", place, "-e", place / "error.log"])
    for _ in range(100):
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert server.poll() is None, (place / "error.log").read_text()
        time.sleep(0.05)
    yield Host(f"http://127.0.0.1:{port}", Built(root, register, pages))
    server.terminate()
    server.wait(10)


def test_every_link_leads_somewhere(host: Host) -> None:
    asked: set[str] = set()
    for address, page in host.site.pages.items():
        here = MOUNT + address[1:]
        for link in (*page.links, *page.loads):
            whole = urlsplit(urljoin(here, link))
            if not whole.netloc and whole.scheme in ("", "http"):
                asked.add(whole.path)
    assert len(asked) > 300
    wrong = {path: status for path in asked if (status := host.get(path).status) != 200}
    assert wrong == {}
    assert all(unquote(path).startswith(MOUNT) for path in asked)


HEADERS = {
    "Strict-Transport-Security": r"max-age=[1-9]\d{6,}",
    "X-Content-Type-Options": r"nosniff",
    "Referrer-Policy": r"strict-origin-when-cross-origin",
    "Permissions-Policy": r".*camera=\(\).*",
    "Cross-Origin-Opener-Policy": r"same-origin",
    "Content-Security-Policy": r".*frame-ancestors 'self'.*",
}


@pytest.mark.parametrize(
    "path",
    ["", "notices/2026-gs-01/", "nowhere/", "feed.xml", "data/notices.csv", "assets/mark.svg"],
)
def test_the_headers_come_with_every_answer(browser: Browser, host: Host, path: str) -> None:
    context = browser.new_context()
    answer = context.request.get(f"{host.address}{MOUNT}{path}")
    for name, form in HEADERS.items():
        assert re.fullmatch(form, answer.headers[name.lower()]), name
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert answer.status == (404 if path == "nowhere/" else 200)
    context.close()


def test_only_the_worker_of_the_search_may_use_webassembly(host: Host) -> None:
    worker = host.get(MOUNT + WORKER).headers["Content-Security-Policy"]
    assert "'wasm-unsafe-eval'" in worker
    for path in ("", "search/", "pagefind/pagefind.js", "self-assessment/form.html"):
        assert "wasm" not in host.get(MOUNT + path).headers["Content-Security-Policy"]


def test_downloads_are_offered_as_such_with_a_fixed_type(host: Host) -> None:
    kinds = {".pdf": "application/pdf", ".csv": "text/csv; charset=utf-8"}
    kinds[".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    seen = set()
    for file in host.site.root.rglob("*"):
        if file.suffix in kinds:
            answer = host.get(MOUNT + file.relative_to(host.site.root).as_posix())
            assert answer.headers["Content-Disposition"] == "attachment", file
            assert answer.headers["Content-Type"] == kinds[file.suffix], file
            seen.add(file.suffix)
    assert seen == set(kinds)
    assert host.get(MOUNT).headers["Content-Disposition"] is None
    assert host.get(MOUNT + "calendar.ics").headers["Content-Type"].startswith("text/calendar")
    assert host.get(MOUNT + "feed.xml").headers["Content-Type"].startswith("application/atom+xml")


def test_what_is_not_for_readers_is_not_served(host: Host) -> None:
    marks = [file for file in host.site.root.rglob(".*") if file.is_file()]
    assert marks
    for file in marks:
        path = MOUNT + file.relative_to(host.site.root).as_posix()
        assert host.get(path).status == 404


TEMPLATES = (
    *("home", "notices of a kind", "publicity", "awardees", "organisation", "round", "pool"),
    *("regulation", "statistics", "self-assessment", "guide", "not-found", *SEARCH),
)
"""One kind of page for each template: what the headers could break is in these."""


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_template_works_under_these_headers(browser: Browser, host: Host, kind: str) -> None:
    address = (KINDS | SEARCH)[kind]
    with heard(browser) as reader:
        reader.page.goto(host.address + MOUNT + address[1:])
        settled(reader.page)
        assert reader.wrong == []
        assert reader.asked == {host.address.removeprefix("http://")}
        assert reader.page.evaluate("document.styleSheets[0].cssRules.length") > 20


def test_the_form_works_under_these_headers(browser: Browser, host: Host) -> None:
    with heard(browser) as reader:
        reader.page.goto(f"{host.address}{MOUNT}self-assessment/form.html")
        reader.page.wait_for_selector("h1")
        assert reader.wrong == []
    with heard(browser) as reader:
        reader.page.goto(f"{host.address}{MOUNT}self-assessment/example.html")
        assert reader.wrong == []


def test_no_other_site_may_frame_a_page(browser: Browser, host: Host, tmp_path: Path) -> None:
    page = tmp_path / "other.html"
    page.write_text(f"<iframe src='{host.address}{MOUNT}'></iframe>", encoding="utf-8")
    with heard(browser) as reader, hosted(tmp_path) as other:
        reader.page.goto(f"{other}/other.html")
        reader.page.wait_for_timeout(300)
        assert any("frame-ancestors" in line for line in reader.wrong), reader.wrong


def test_the_samples_for_other_servers_send_the_same(host: Host) -> None:
    nginx = (SERVERS / "nginx.conf").read_text(encoding="utf-8")
    apache = (SERVERS / "apache.conf").read_text(encoding="utf-8")
    iis = ET.parse(SERVERS / "web.config").getroot()
    sent = {
        header.attrib["name"]: header.attrib["value"]
        for header in iis.findall("location[1]/system.webServer/httpProtocol/customHeaders/add")
    }
    for name in HEADERS:
        assert name in nginx
        assert name in apache
        assert name in sent
        value = host.get(MOUNT).headers[name]
        assert f'"{value}"' in apache
        assert sent[name] == value
