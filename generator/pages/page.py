"""A page of the site before it is filled into a layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of a page's list of contents: the id of the heading it leads to, and its words."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site and everything that is put into the layout there.

    `address` is root-relative to the mount and ends with a slash (``/notices/2026-gs-01/``), or
    names a file (``/404.html``). `section` is the first part of the navigation address it belongs
    to (``notices``; empty for the home page). `title` and `description` are plain text and are
    escaped when stamped; `head` and `body` are finished HTML whose internal links are already
    relative to `address`.
    """

    address: str
    section: str
    title: str
    description: str
    body: str
    head: str = ""
    contents: tuple[Heading, ...] = ()

    @property
    def depth(self) -> int:
        """How many folders deep the page lies: 0 for the home page, 1 for ``/notices/``."""
        return depth_of(self.address)

    @property
    def up(self) -> str:
        """The relative way from the page to the root: empty, ``../``, ``../../`` …"""
        return "../" * self.depth

    @property
    def file(self) -> str:
        """The path of the page's file below the root of the site."""
        return file_of(self.address)


def depth_of(address: str) -> int:
    """How many folders deep an address lies: 0 for the home page, 1 for ``/notices/``."""
    return address.count("/") - 1


def file_of(address: str) -> str:
    """The path of an address's file below the root of the site."""
    path = address[1:]
    return path + "index.html" if path == "" or path.endswith("/") else path
