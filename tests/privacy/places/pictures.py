"""Numbers in pictures: whatever a camera, a phone, an editor or a chat program writes into them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.privacy.places.sample import Left, Numbers, Sample

_GPS, _DETAILS, _MAIN = 0x8825, 0x8769, 0
_TAGS = {
    "Exif：说明": (_MAIN, 0x010E),
    "Exif：文件名": (_MAIN, 0x010D),
    "Exif：软件": (_MAIN, 0x0131),
    "Exif：电脑名": (_MAIN, 0x013C),
    "Exif：作者": (_MAIN, 0x013B),
    "Exif：版权": (_MAIN, 0x8298),
    "Exif：页名": (_MAIN, 0x011D),
    "Exif：机型": (_MAIN, 0x0110),
    "Exif：相机主人": (_DETAILS, 0xA430),
    "Exif：机身序列号": (_DETAILS, 0xA431),
    "Exif：镜头序列号": (_DETAILS, 0xA435),
    "Exif：镜头型号": (_DETAILS, 0xA434),
    "Exif：图片编号": (_DETAILS, 0xA420),
    "Exif：声音文件": (_DETAILS, 0xA004),
    "Exif：地区": (_GPS, 0x001C),
    "Exif：卫星": (_GPS, 0x0008),
}
_WINDOWS = {"标题": 0x9C9B, "备注": 0x9C9C, "作者": 0x9C9D, "标记": 0x9C9E, "主题": 0x9C9F}
_WRITERS = ("JPEG", "PNG", "WEBP")


def samples() -> Iterator[Sample]:
    for form in _WRITERS:
        yield _with_exif(form)
        yield _placed(form)
    yield _jpeg()
    yield _png()
    yield _webp()
    yield _gif()


def _drawn() -> Image.Image:
    made = Image.new("RGB", (40, 20), "#c02020")
    made.paste("#2020c0", (0, 0, 20, 10))
    return made


def _saved(form: str, **more: Any) -> bytes:
    stream = io.BytesIO()
    _drawn().save(stream, form, **more)
    return stream.getvalue()


def _name(form: str) -> str:
    return f"a.{form.lower().replace('jpeg', 'jpg')}"


def _with_exif(form: str) -> Sample:
    numbers, block = Numbers(60), Image.Exif()
    for where, (ifd, tag) in _TAGS.items():
        target = block if ifd == _MAIN else block.get_ifd(ifd)
        target[tag] = f"wang {numbers.mobile(where)}"
    for where, tag in _WINDOWS.items():
        block[tag] = f"王某{numbers.id(f'Windows 属性：{where}')}\0".encode("utf-16-le")
    block.get_ifd(_DETAILS)[0x9286] = b"UNICODE\0" + f"王某{numbers.mobile('用户评注')}".encode(
        "utf-16-le"
    )
    block.get_ifd(_DETAILS)[0x927C] = (
        b"Maker\0\1\2" + numbers.mobile("厂商数据").encode() + b"\0\xff"
    )
    return Sample("图片", f"Pillow，{form}", _name(form), _saved(form, exif=block), numbers.left)


def _placed(form: str) -> Sample:
    """Where it was taken, and what was taken, is told as a place and not as a number."""
    block = Image.Exif()
    block[0x0112] = 1
    gps = block.get_ifd(_GPS)
    gps[0x13], gps[0x14], gps[0x15], gps[0x16] = "N", (30.0, 35.0, 0.0), "E", (114.0, 18.0, 0.0)
    left = {"Exif：目的地的位置": Left(None, "拍摄位置")}
    return Sample("图片", f"Pillow，{form}", _name(form), _saved(form, exif=block), left)


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def _iptc(text: str) -> bytes:
    said = text.encode()
    record = b"\x1c\x02\x78" + len(said).to_bytes(2, "big") + said
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record


def _xmp(numbers: Numbers) -> bytes:
    inside = f"<dc:description><rdf:li>王某 {numbers.id('XMP：说明')}</rdf:li></dc:description>"
    credit = f'photoshop:Credit="王{numbers.mobile("XMP：属性")}"'
    about = f"<rdf:Description {credit}>{inside}</rdf:Description>"
    return f"<x:xmpmeta><rdf:RDF>{about}</rdf:RDF></x:xmpmeta>".encode()


def _jpeg() -> Sample:
    numbers = Numbers(61)
    plain = _saved("JPEG")
    beside = [
        _segment(0xFE, f"电话{numbers.mobile('注释')}".encode()),
        _segment(0xFE, f"电话{numbers.mobile('GBK 的注释')}".encode("gb18030")),
        _segment(0xFE, numbers.mobile("UTF-16 的注释").encode("utf-16-be")),
        _segment(0xED, _iptc(f"王某 {numbers.id('IPTC：说明')}")),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _xmp(numbers)),
        _segment(0xE5, b"AROT\0\0" + numbers.mobile("相机厂商的段").encode()),
        _segment(0xE2, b"MPF\0" + numbers.mobile("多图信息").encode()),
        _segment(0xEC, b"Ducky\0" + numbers.mobile("Photoshop 的段").encode()),
    ]
    middle = plain.index(b"\xff\xda")
    scans = _segment(0xFE, numbers.mobile("图像数据前的注释").encode())
    inner = Image.Exif()
    inner[0x010E] = numbers.mobile("后面第二张图的拍摄信息")
    behind = f"\0\0name=wang tel={numbers.mobile('图片结束之后')}".encode() + _saved(
        "JPEG", exif=inner
    )
    data = plain[:2] + b"".join(beside) + plain[2:middle] + scans + plain[middle:] + behind
    return Sample("图片", "手工部件，JPEG", "a.jpg", data, numbers.left)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _profile(kind: str, body: bytes) -> str:
    """As ImageMagick writes Exif and captions into a PNG."""
    digits = body.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    return f"\n{kind}\n{len(body):8}\n{lines}\n"


def _png() -> Sample:
    numbers, info = Numbers(62), PngInfo()
    info.add_text("Comment", f"tel {numbers.mobile('tEXt')}")
    info.add_text("Description", f"tel {numbers.mobile('zTXt 压缩的文字')}", zip=True)
    info.add_itxt("Title", f"王某 {numbers.id('iTXt')}")
    info.add_itxt("Author", f"王某 {numbers.id('iTXt 压缩的文字')}", zip=True)
    info.add_itxt("XML:com.adobe.xmp", _xmp(numbers).decode())
    exif = Image.Exif()
    exif[0x010E] = numbers.mobile("ImageMagick 的 Exif")
    info.add_text("Raw profile type exif", _profile("exif", exif.tobytes()), zip=True)
    caption = _iptc(f"wang {numbers.mobile('ImageMagick 的 IPTC')}")
    info.add_text("Raw profile type iptc", _profile("iptc", caption))
    plain = _saved("PNG", pnginfo=info)
    own = _chunk(b"prVt", f"电话{numbers.mobile('软件自己的块')}".encode())
    wide = _chunk(b"prVw", numbers.mobile("软件自己的块，UTF-16").encode("utf-16-le"))
    behind = f"\n<wang>{numbers.mobile('图片结束之后')}".encode()
    data = plain[:33] + own + wide + plain[33:] + behind
    return Sample("图片", "Pillow 和手工部件，PNG", "a.png", data, numbers.left)


def _webp() -> Sample:
    numbers = Numbers(63)
    plain = _saved("WEBP", xmp=_xmp(numbers))
    body = f"tel {numbers.mobile('软件自己的块')}".encode()
    chunk = b"PRVT" + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
    size = int.from_bytes(plain[4:8], "little") + len(chunk)
    behind = f"wang {numbers.mobile('图片结束之后')}".encode()
    data = b"RIFF" + size.to_bytes(4, "little") + plain[8:] + chunk + behind
    return Sample("图片", "Pillow 和手工部件，WebP", "a.webp", data, numbers.left)


def _gif() -> Sample:
    numbers = Numbers(64)
    text = f"wang {numbers.mobile('注释')}".encode()
    long = b"x " * 125 + f"tel {numbers.mobile('注释分成两块')}".encode()
    stream = io.BytesIO()
    Image.new("P", (40, 20)).save(stream, "GIF", comment=text)
    plain = stream.getvalue()
    more = b"!\xfe" + b"".join(bytes([len(p)]) + p for p in (long[:255], long[255:])) + b"\0"
    xmp = b"!\xff\x0bXMP DataXMP" + _xmp(numbers) + b"\1" + bytes(range(255, -1, -1)) + b"\0"
    behind = f"wang {numbers.mobile('图片结束之后')}".encode()
    return Sample(
        "图片",
        "Pillow 和手工部件，GIF",
        "a.gif",
        plain[:-1] + more + xmp + b";" + behind,
        numbers.left,
    )
