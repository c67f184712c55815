"""Writes sample configurations of web servers beside it, under ``servers/``.

``python docs/servers.py`` writes them; ``tests/servers`` holds that they are current, and runs the
one for nginx. The content policy comes from the program: a server sends the very rules that the
pages themselves carry, and what a ``<meta>`` cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from generator.layouts.scripts import page_policy

HERE = Path(__file__).parent / "servers"
MOUNT = "/ztzl/szzlj/"
"""The path of another site below which the samples serve this one."""

ANCESTORS = "frame-ancestors 'self'"
"""Only the host's own pages may show ours in a frame; a ``<meta>`` cannot say so."""

HEADERS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Sent with every answer. X-Frame-Options is for browsers that do not know frame-ancestors."""

DOWNLOADS: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""What is offered as a download, whatever a browser would like to do with it, and its type."""


class Place(NamedTuple):
    """Files with a policy of their own, by a pattern of their paths below the mount."""

    pattern: str
    policy: str
    why: str


def places() -> tuple[Place, ...]:
    """The exceptions, the first that fits; every other file has the policy of the pages."""
    return (
        Place(
            "pagefind/pagefind-worker\\.js",
            f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
            f"{ANCESTORS}",
            "搜索的后台程序用 WebAssembly；只有它可以",
        ),
        Place(
            "self-assessment/(form|example)\\.html",
            ANCESTORS,
            "自评表单自带更严的规则，写在文件里；这里不再叠加",
        ),
        Place(
            "files/.*\\.svg",
            f"default-src 'none'; style-src 'unsafe-inline'; sandbox; {ANCESTORS}",
            "单独打开的图片里不运行任何东西",
        ),
    )


def nginx() -> str:
    """For nginx. `map` chooses, so that no location loses the headers of the server."""
    rules = "\n".join(
        f'    # {place.why}\n    "~^{MOUNT}{place.pattern}$" "{place.policy}";'
        for place in places()
    )
    headers = "\n".join(f'    add_header {n} "{v}" always;' for n, v in HEADERS.items())
    types = "\n".join(f"    {kind.split(';')[0]} {ending};" for ending, kind in DOWNLOADS.items())
    endings = "|".join(DOWNLOADS)
    return f"""\
# 站点作为专栏放在主站的 {MOUNT} 下。由 `make docs` 从程序写出；升级程序后请换成新的一份。
# 放进 http {{ }} 里；证书、IPv6 和国密由主站的服务器负责。
map $uri $award_policy {{
    default "{page_policy()}; {ANCESTORS}";
{rules}
}}
# 附件一律作为下载提供
map $uri $award_disposition {{
    default "";
    "~^{MOUNT}.*\\.({endings})$" attachment;
}}
# 文件名带摘要的样式和脚本可以长期缓存，其余每次核对
map $uri $award_cache {{
    default "no-cache";
    "~^{MOUNT}assets/.*[.-][0-9a-f]{{8,10}}\\.(css|js)$" "public, max-age=31536000, immutable";
}}

server {{
    listen 80;
    listen [::]:80;
    server_name www.example.gov.cn;
    root /srv/award/www;  # 网站文件放在 /srv/award/www{MOUNT}
    server_tokens off;
    absolute_redirect off;
    charset utf-8;
    charset_types text/css text/javascript text/plain text/csv application/xml
        application/atom+xml application/json text/calendar;

    types {{
    text/html html;
    text/css css;
    text/javascript js;
    application/json json;
    application/xml xml;
    text/calendar ics;
    image/svg+xml svg;
    image/png png;
    image/jpeg jpg jpeg;
    image/webp webp;
{types}
    }}
    default_type application/octet-stream;

    add_header Content-Security-Policy $award_policy always;
    add_header Content-Disposition $award_disposition;
    add_header Cache-Control $award_cache;
{headers}

    gzip on;
    gzip_min_length 1024;
    gzip_types text/css text/javascript text/csv application/json application/xml
        application/atom+xml image/svg+xml;

    location = {MOUNT}feed.xml {{ types {{}} default_type application/atom+xml; }}
    location ~ ^{MOUNT}notices/by/.*/feed\\.xml$ {{ types {{}} default_type application/atom+xml; }}
    location {MOUNT} {{
        error_page 404 {MOUNT}404.html;
        # 生成网站时用的记号，不对外
        location ~ /\\. {{ return 404; }}
    }}
}}
"""


def apache() -> str:
    """For Apache httpd 2.4, with mod_headers."""
    rules = "\n".join(
        f"    # {place.why}\n"
        f'    <LocationMatch "^{MOUNT}{place.pattern}$">\n'
        f'        Header always set Content-Security-Policy "{place.policy}"\n'
        f"    </LocationMatch>"
        for place in places()
    )
    headers = "\n".join(f'    Header always set {n} "{v}"' for n, v in HEADERS.items())
    types = "\n".join(f'    AddType "{kind}" .{ending}' for ending, kind in DOWNLOADS.items())
    endings = "|".join(DOWNLOADS)
    return f"""\
# 站点作为专栏放在主站的 {MOUNT} 下。由 `make docs` 从程序写出；升级程序后请换成新的一份。
# 需要 mod_headers；证书、IPv6 和国密由主站的服务器负责。
# 这一份没有实际运行过，启用前请在测试机上核对响应头。
<VirtualHost *:80>
    ServerName www.example.gov.cn
    DocumentRoot "/srv/award/www"
    <Directory "/srv/award/www">
        Options None
        AllowOverride None
        Require all granted
        DirectoryIndex index.html
    </Directory>
    ErrorDocument 404 {MOUNT}404.html
    AddDefaultCharset utf-8
    AddType "image/svg+xml" .svg
    AddType "text/calendar; charset=utf-8" .ics
{types}

    Header always set Content-Security-Policy "{page_policy()}; {ANCESTORS}"
    Header set Cache-Control "no-cache"
{headers}
{rules}
    <LocationMatch "^{MOUNT}(.*/)?feed\\.xml$">
        ForceType application/atom+xml
    </LocationMatch>
    # 附件一律作为下载提供
    <LocationMatch "^{MOUNT}.*\\.({endings})$">
        Header set Content-Disposition "attachment"
    </LocationMatch>
    # 文件名带摘要的样式和脚本可以长期缓存
    <LocationMatch "^{MOUNT}assets/.*[.-][0-9a-f]{{8,10}}\\.(css|js)$">
        Header set Cache-Control "public, max-age=31536000, immutable"
    </LocationMatch>
    # 生成网站时用的记号，不对外
    <LocationMatch "/\\.">
        Require all denied
    </LocationMatch>
</VirtualHost>
"""


def iis() -> str:
    """For IIS 8 and later: to be merged into the ``web.config`` of the host, above our folder.

    In the folder of the site itself it would be a file that the program did not make, and the next
    build would refuse the folder. IIS chooses by folder or file, not by pattern.
    """
    headers = {"Content-Security-Policy": f"{page_policy()}; {ANCESTORS}", **HEADERS}
    rows = "\n".join(
        f"          <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in headers.items()
    )
    types = {
        **DOWNLOADS,
        "html": "text/html; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "xml": "application/xml; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "svg": "image/svg+xml",
        "webp": "image/webp",
    }
    maps = "\n".join(
        f'        <remove fileExtension=".{ending}" />\n'
        f'        <mimeMap fileExtension=".{ending}" mimeType={quoteattr(kind)} />'
        for ending, kind in sorted(types.items())
    )
    unknown = "\n".join(
        f'        <mimeMap fileExtension=".{ending}" mimeType="application/octet-stream" />'
        for ending in ("pagefind", "pf_fragment", "pf_index", "pf_meta")
    )
    picture = places()[-1]
    exceptions = [
        _location(path, place.why, place.policy)
        for place in places()
        if place is not picture
        for path in _paths(place.pattern)
    ]
    why = "附件一律作为下载提供；图片单独打开时不运行任何东西"
    offered = '\n          <add name="Content-Disposition" value="attachment" />'
    exceptions.append(_location("files", why, picture.policy, offered))
    rest = "\n".join(exceptions)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!-- 并入主站根目录的 web.config；不要放进网站文件夹，那里的文件每次生成都会整体替换。
     由 make docs 从程序写出；升级程序后请换成新的一份。证书、IPv6 和国密由主站的服务器负责。
     这一份没有在 IIS 上实际运行过，启用前请在测试机上核对响应头。 -->
<configuration>
  <location path="{MOUNT.strip("/")}">
    <system.webServer>
      <defaultDocument enabled="true">
        <files><clear /><add value="index.html" /></files>
      </defaultDocument>
      <directoryBrowse enabled="false" />
      <httpErrors errorMode="Custom">
        <remove statusCode="404" />
        <error statusCode="404" path="{MOUNT}404.html" responseMode="ExecuteURL" />
      </httpErrors>
      <httpProtocol>
        <customHeaders>
          <remove name="X-Powered-By" />
{rows}
          <add name="Cache-Control" value="no-cache" />
        </customHeaders>
      </httpProtocol>
      <staticContent>
{maps}
{unknown}
      </staticContent>
    </system.webServer>
  </location>
{rest}
</configuration>
"""


def _paths(pattern: str) -> list[str]:
    """The files that a pattern of alternatives names."""
    before, _, rest = pattern.replace("\\", "").partition("(")
    names, _, after = rest.partition(")")
    return [before + name + after for name in names.split("|")] if names else [before]


def _location(path: str, why: str, policy: str, more: str = "") -> str:
    """A file or a folder with a policy of its own."""
    return f"""\
  <!-- {why} -->
  <location path="{MOUNT.strip("/")}/{path}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Content-Security-Policy" />
          <add name="Content-Security-Policy" value={quoteattr(policy)} />{more}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>"""


def samples() -> Iterator[tuple[Path, str]]:
    """Every sample: its file, and what it should say."""
    yield HERE / "nginx.conf", nginx()
    yield HERE / "apache.conf", apache()
    yield HERE / "web.config", iis()


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for file, text in samples():
        file.write_text(text, encoding="utf-8", newline="\n")
