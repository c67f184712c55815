"""What the preview answers, to whom, and what it refuses. The city's site lies below ``/zlj/``."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.serving.host import address_in_the_lan
from tests.serving.conftest import TOP, Preview, previewed

LINJIANG = TOP / "tests" / "cities" / "linjiang"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(LINJIANG, folder / "content")
    with previewed(folder) as running:
        yield running


def test_the_mount_is_honoured(preview: Preview) -> None:
    for target, leads_to in (
        ("/", "/zlj/"),
        ("/zlj", "/zlj/"),
        ("/zlj/notices", "/zlj/notices/"),
        ("/zlj/notices?x=1", "/zlj/notices/"),
    ):
        answered, _ = preview.get(target)
        assert (answered.status, answered.headers["Location"]) == (302, leads_to), target
    answered, body = preview.get("/zlj/notices/lj-2025-gs/")
    assert answered.status == 200
    assert "拟奖名单公示" in body.decode()
    assert preview.get("/notices/")[0].status == 404


def test_an_address_that_is_not_there_has_the_sites_own_page(preview: Preview) -> None:
    for target in ("/zlj/nowhere/", "/elsewhere", "/zlj/nowhere.txt"):
        answered, body = preview.get(target)
        assert answered.status == 404
        assert answered.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "/zlj/" in body.decode()


TYPES = {
    "/zlj/": "text/html; charset=utf-8",
    "/zlj/sitemap.xml": "application/xml",
    "/zlj/assets/mark.svg": "image/svg+xml",
    "/-/page.js": "text/javascript; charset=utf-8",
    "/-/page.css": "text/css; charset=utf-8",
}


@pytest.mark.parametrize(("target", "type_"), TYPES.items())
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_types_and_no_storing(preview: Preview, target: str, type_: str, method: str) -> None:
    answered, body = preview.get(target, method)
    assert answered.status == 200
    assert answered.headers["Content-Type"] == type_
    assert answered.headers["Cache-Control"] == "no-store"
    assert answered.headers["X-Content-Type-Options"] == "nosniff"
    assert (body == b"") == (method == "HEAD")
    assert int(answered.headers["Content-Length"]) > 0


def test_what_is_added_is_in_no_file(preview: Preview) -> None:
    _, body = preview.get("/zlj/")
    assert b"/-/page.js" in body
    cache = preview.content.parent / ".cache"
    (built,) = cache.glob("serving/*/1/index.html")
    assert b"/-/" not in built.read_bytes()
    assert not (preview.content.parent / "site").exists()


OUTSIDE = [
    "/zlj/../../../content/site.yml",
    "/../../etc/passwd",
    "/zlj/%2e%2e/%2e%2e/1.taken",
    "/zlj/..%2f..%2f1.taken",
    "/zlj/..%5c..%5c1.taken",
    "/zlj/.award-site",
    "/zlj/%2eaward-site",
    "//etc/passwd",
    "/zlj//etc/passwd",
    "/zlj/C:/windows/win.ini",
    "/zlj/index.html%00.txt",
    "/zlj/%ff%fe",
    "/zlj/index.html/",
    "/zlj/index.html/x",
    "/-/../etc/passwd",
    "/-/host.py",
]


@pytest.mark.parametrize("target", OUTSIDE)
def test_no_address_leads_out_of_the_site(preview: Preview, target: str) -> None:
    answered, body = preview.get(target)
    assert answered.status in {400, 404}, target
    assert "没有" in body.decode() or "看不懂" in body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_it_can_only_be_read(preview: Preview, method: str) -> None:
    answered, body = preview.get("/zlj/", method)
    assert answered.status == 405
    assert answered.headers["Allow"] == "GET, HEAD"
    assert body.decode() == "预览只供阅读，不接受提交。\n"


@pytest.mark.parametrize("name", ["evil.example:{}", "127.0.0.1", "127.0.0.1:1", "192.0.2.7:{}"])
def test_a_foreign_name_is_refused(preview: Preview, name: str) -> None:
    for target in ("/zlj/", "/-/events"):
        answered, body = preview.get(target, host=name.format(preview.port))
        assert answered.status == 421
        assert "质量奖" not in body.decode()
    assert preview.get("/zlj/", host=f"localhost:{preview.port}")[0].status == 200


def test_nonsense_is_one_chinese_sentence(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=5) as link:
        link.sendall(b"HELLO\r\n\r\n")
        said = link.recv(4096).decode()
    assert "看不懂这个请求" in said


def test_other_addresses_of_the_machine_are_closed(preview: Preview) -> None:
    for address in {"127.0.0.2", address_in_the_lan() or "127.0.0.3"}:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((address, preview.port), timeout=5)


def test_a_phone_may_look_when_asked_for(tmp_path: Path) -> None:
    shutil.copytree(LINJIANG, tmp_path / "content")
    with previewed(tmp_path, "--lan") as running:
        assert "尚未发布的内容" in running.hears("手机")
        for address in {"127.0.0.2", address_in_the_lan() or "127.0.0.3"}:
            assert running.get("/zlj/", at=address)[0].status == 200
        assert running.get("/zlj/", host=f"evil.example:{running.port}")[0].status == 421


def test_a_taken_port_is_told_and_the_next_one_used(preview: Preview, tmp_path: Path) -> None:
    shutil.copytree(LINJIANG, tmp_path / "content")
    with previewed(tmp_path, "--port", str(preview.port)) as running:
        told = f"端口 {preview.port} 正被别的程序使用，改用 "
        line = next(line for line in running.said if line.startswith(told))
        assert int(line.removeprefix(told).rstrip("。")) > preview.port
        assert running.stop() == 0
        assert running.said[-1] == "预览已停止。"


def test_two_previews_of_one_content_do_not_meet(preview: Preview) -> None:
    with previewed(preview.content.parent) as second:
        assert second.get("/zlj/")[0].status == 200
        assert len([*(preview.content.parent / ".cache/serving").glob("*/2/index.html")]) == 1


def test_no_content_is_one_problem(tmp_path: Path) -> None:
    running = Preview(tmp_path)
    assert "content:1: 错误 内容文件夹 content 打不开（不存在）" in running.hears("错误")
    assert running.process.wait(timeout=10) == 1
    running.stop()


def test_a_start_with_errors_waits_for_them_to_be_mended(tmp_path: Path) -> None:
    shutil.copytree(LINJIANG, tmp_path / "content")
    site = tmp_path / "content/site.yml"
    good = site.read_text(encoding="utf-8")
    site.write_text(good.replace("regulation: lj-2023", "regulation: lj-2<b>"), encoding="utf-8")
    with previewed(tmp_path) as running:
        answered, body = running.get("/anything/")
        assert answered.status == 503
        assert "还没有可以显示的网站" in body.decode()
        site.write_text(good, encoding="utf-8")
        running.hears("网站已更新")
        assert running.get("/zlj/")[0].status == 200


def test_events_tell_how_the_site_stands(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=5) as link:
        link.sendall(f"GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
        said = b""
        while b"event: state" not in said or not said.endswith(b"\n\n"):
            said += link.recv(4096)
    head, _, body = said.decode().partition("\r\n\r\n")
    assert "text/event-stream" in head
    told = json.loads(body.partition("data: ")[2])
    assert told["mount"] == "/zlj/"
    assert told["problems"] == []
