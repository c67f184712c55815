"""The preview: the site built, served and kept fresh until someone presses Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Level, Problem, Stop, as_text, refusal
from generator.serving.builder import Builder, build_slot, unbuilt
from generator.serving.host import HERE, Host, address_in_the_lan, open_host
from generator.serving.status import State
from generator.serving.watching import changes
from generator.terminal import clock

_NEXT = 20
"""Ports tried after the one asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for: which content, where the cache is, which port, who may look."""

    content: Path
    cache: Path
    port: int = 8000
    lan: bool = False
    strict: bool = False
    form: Path | None = None


def preview(
    asked: Asked, say: Callable[[str], None], ready: Callable[[str], None] | None = None
) -> None:
    """Serves the site until Ctrl-C. `say` gets each line for the terminal, `ready` the address.

    Raises Stop where there is no content folder or no free port.
    """
    with build_slot(asked.cache, asked.content) as out:
        status = unbuilt(asked.strict)
        builder = Builder(asked.content, out, asked.cache, status, asked.strict, asked.form)
        state = builder.renew(jobs=None)
        if not asked.content.is_dir():
            raise Stop(state.problems)
        host = _host(asked, builder, say)
        terminal = _Terminal(say)
        terminal.tell(state)
        address = f"http://{HERE}:{host.server_port}{state.mount}"
        # From here on Ctrl-C is the way it ends, as the next line says.
        with contextlib.suppress(KeyboardInterrupt), open_host(host):
            say(f"预览在 {address} ，改动保存后自动刷新。按 Ctrl-C 停止。")
            if asked.lan:
                _tell_lan(say, host.server_port, state.mount)
            if ready:  # beside the watching: a browser in the terminal would hold it up
                threading.Thread(target=ready, args=(address,), daemon=True).start()
            _keep_fresh(builder, terminal)
    say("预览已停止。")


def _keep_fresh(builder: Builder, terminal: _Terminal) -> None:
    for changed in changes(builder.content, threading.Event()):
        if changed.code:
            terminal.say("程序代码有改动，停止后重新启动才生效。")
        if changed.records or changed.templates:
            begun = time.perf_counter()
            state = builder.renew(templates=changed.templates)
            terminal.tell(state, time.perf_counter() - begun)


class _Terminal:
    """Tells on the terminal what became of a change, and nothing twice that still stands."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self._last: State | None = None
        self._known: set[Problem] = set()

    def tell(self, now: State, seconds: float | None = None) -> None:
        """`seconds` is how long it took; nothing for the first site, which is no change."""
        last, self._last = self._last, now
        if last and last.stopped == now.stopped and last.problems == now.problems:
            fresh: list[Problem] = []
        elif now.stopped:
            fresh = [p for p in now.problems if p.level is Level.ERROR or p not in self._known]
        else:
            fresh = [p for p in now.problems if p not in self._known]
        if fresh:
            self.say(as_text(fresh))
        if not now.stopped:
            self._known = set(now.problems)
        at = f"{clock.now():%H:%M:%S}"
        if now.stopped and (fresh or not last):
            kept = "网站停在上一次的样子" if now.has_site else "还没有可以显示的网站"
            self.say(f"{at} 未通过，{kept}；改好并保存后自动继续。")
        elif last and not now.stopped and (last.stopped or last.revision != now.revision):
            self.say(f"{at} 网站已更新（{seconds or 0:.2f} 秒）。")


def _host(asked: Asked, builder: Builder, say: Callable[[str], None]) -> Host:
    """A server at the port asked for, or at the next free one."""
    for port in range(asked.port, min(asked.port + _NEXT, 65535) + 1):
        try:
            host = Host(builder.out, builder.status, port, asked.lan)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise Stop([_refused(port, f"端口打不开（{refusal(error)}）")]) from None
            continue
        if port != asked.port:
            say(f"端口 {asked.port} 正被别的程序使用，改用 {port}。")
        return host
    raise Stop([_refused(asked.port, f"端口 {asked.port} 起连续 {_NEXT} 个都被占用")])


_TAKEN = {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}


def _refused(port: int, message: str) -> Problem:
    where = f"{HERE}:{port}"
    return Problem(where, 1, Level.ERROR, "serve-port", message, "请用 --port 另选一个")


def _tell_lan(say: Callable[[str], None], port: int, mount: str) -> None:
    found = address_in_the_lan()
    where = f"http://{found}:{port}{mount}" if found else f"http://本机地址:{port}{mount}"
    say(f"同一网络中的手机可打开 {where} ；同一网络的人都看得到尚未发布的内容，用完请停止。")
