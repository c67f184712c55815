"""Makes the PDFs of this folder: by hand, once; the tests only read them.

    pip install reportlab fpdf2 pikepdf pymupdf weasyprint img2pdf matplotlib pillow
    python tests/privacy/made/make.py

LibreOffice and Chromium are taken from the machine. Every number is one of nobody; places.json
tells where each of them was put.
"""

from __future__ import annotations

import base64
import io
import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLACES: list[dict[str, str]] = []
MAKERS: dict[str, Callable[[Numbers], bytes]] = {}
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SOFFICE, CHROMIUM = "/usr/bin/soffice", "chromium-headless-shell"


class Numbers:
    """Draws the numbers of one file and notes where each of them is put.

    Where none is to be seen on the pages, those stay without.
    """

    def __init__(self, producer: str, seen: bool) -> None:
        self._producer, self._seen = producer, seen

    def __call__(self, label: str, place: str = "", drawn: bool = False) -> str:
        if (drawn or place == "第 1 页") and not self._seen:
            return "example"
        serial = 300 + len(PLACES)
        number = f"1{30 + serial % 70}{1000 + serial * 7919 % 9000}{serial:04}"
        file = self._producer if self._seen else f"{self._producer}-hidden"
        PLACES.append(
            {
                "label": label,
                "place": place,
                "producer": self._producer,
                "number": number,
                "file": file,
            }
        )
        return number


def made(maker: Callable[[Numbers], bytes]) -> Callable[[Numbers], bytes]:
    """Notes a maker under the name of its program."""
    MAKERS[maker.__name__] = maker
    return maker


def photograph(number: str, size: tuple[int, int] = (40, 30)) -> bytes:
    """A picture that says its number in its Exif."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E] = number
    stream = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(stream, "JPEG", exif=exif, quality=40)
    return stream.getvalue()


@made
def reportlab(number: Numbers) -> bytes:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(300, 300), invariant=True)
    page.setSubject(number("the subject", "文档属性"))
    page.setKeywords(number("the keywords", "文档属性"))
    page.drawString(20, 280, f"Tel {number('drawn', '第 1 页')}")
    page.bookmarkPage("a")
    page.addOutlineEntry(number("a bookmark", "书签"), "a")
    page.textAnnotation(number("a note", "注释"), (20, 20, 40, 40))
    page.linkURL(f"tel:{number('a link to dial', '链接')}", (20, 50, 60, 70))
    page.acroForm.textfield(name="tel", value=number("what was filled in", "表单"), x=20, y=100)
    page.acroForm.choice(
        name="who", value="a", options=["a", number("what may be chosen", "表单")], x=20, y=150
    )
    page.beginForm("inside")
    page.drawString(20, 200, number("in a form", "第 1 页"))
    page.endForm()
    page.doForm("inside")
    page.drawImage(ImageReader(io.BytesIO(photograph(number("a photograph", "图片")))), 200, 200)
    page.save()
    return stream.getvalue()


@made
def fpdf2(number: Numbers) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(format=(100, 100))
    pdf.set_font("helvetica", size=9)
    pdf.add_page()
    pdf.set_subject(number("the subject", "文档属性"))
    pdf.set_xmp_metadata(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf='
        '"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        f'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="{number("the properties as xml")}"'
        "/></rdf:RDF></x:xmpmeta>"
    )
    pdf.start_section(number("a bookmark", "书签"))
    pdf.cell(text=number("drawn", "第 1 页"))
    with pdf.rotation(30, 50, 50):
        pdf.text(50, 50, number("turned", "第 1 页"))
    pdf.text_annotation(10, 30, number("a note", "注释"))
    pdf.free_text_annotation(number("a free text", "注释"), 10, 40, 40, 10)
    pdf.link(10, 60, 20, 5, f"tel:{number('a link to dial', '链接')}")
    pdf.embed_file(bytes=number("an attached text").encode(), basename="list.txt")
    picture = photograph(number("a photograph", "图片"))
    pdf.image(
        io.BytesIO(picture), 60, 60, 20, alt_text=number("the words for a picture", "替代文字")
    )
    return bytes(pdf.output())


@made
def pymupdf(number: Numbers) -> bytes:
    """Saved again after things were taken out: what was taken out is still there."""
    import pymupdf as mu

    document = mu.open()
    page = document.new_page(width=300, height=300)
    page.insert_text((20, 20), number("drawn", "第 1 页"))
    page.add_freetext_annot((20, 40, 150, 60), number("a free text", "注释"))
    stamp = page.add_stamp_annot((20, 70, 150, 100), stamp=0)
    stamp.set_info(content=number("a stamp", "注释"), title=number("the author of a note", "注释"))
    stamp.update()
    page.add_file_annot((200, 20), number("a file pinned to a page").encode(), "list.txt")
    page.insert_link(
        {"kind": mu.LINK_URI, "from": mu.Rect(1, 1, 9, 9), "uri": f"tel:{number('a link', '链接')}"}
    )
    layer = document.add_ocg(number("the name of a layer", "图层"))
    page.insert_text((20, 120), number("in a hidden layer", "第 1 页"), oc=layer)
    document.set_layer(-1, off=[layer])
    field = mu.Widget()
    field.field_type, field.field_name = mu.PDF_WIDGET_TYPE_TEXT, "tel"
    field.rect, field.field_value = mu.Rect(20, 130, 150, 150), number("what was filled in", "表单")
    page.add_widget(field)
    document.set_toc([[1, number("a bookmark", "书签"), 1]])
    page.insert_image((200, 200, 280, 280), stream=photograph(number("a photograph", "图片")))
    gone = page.add_text_annot((200, 100), number("a note taken out", "还留在文件里"))
    drawn = number("drawn and taken out", "还留在文件里")
    page.insert_text((20, 200), drawn)
    document.set_metadata({"subject": number("a subject replaced", "还留在文件里")})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.pdf"
        document.save(file, garbage=0, deflate=True)
        again = mu.open(file)
        page = again[0]
        for annotation in page.annots(types=[mu.PDF_ANNOT_TEXT]):
            page.delete_annot(annotation)
        del gone
        place = page.search_for(drawn)[0]
        page.add_redact_annot(place)
        page.apply_redactions()
        again.set_metadata({"subject": "example"})
        again.saveIncr()
        return file.read_bytes()


@made
def qpdf(number: Numbers) -> bytes:
    """Of reportlab's parts: object streams, in the order for the web."""
    import pikepdf

    with pikepdf.open(io.BytesIO(reportlab(number))) as pdf:
        with pdf.open_metadata(update_docinfo=False) as about:
            about["dc:description"] = number("the properties as xml", "文档属性")
        stream = io.BytesIO()
        pdf.save(
            stream,
            linearize=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
        )
    return stream.getvalue()


@made
def weasyprint(number: Numbers) -> bytes:
    from fontTools import subset, ttLib
    from weasyprint import HTML, Attachment

    font, letters = ttLib.TTFont(FONT), subset.Subsetter()
    letters.populate(text="Example call0123456789")
    letters.subset(font)
    kept = io.BytesIO()
    font.save(kept)
    face = base64.b64encode(kept.getvalue()).decode()
    picture = base64.b64encode(photograph("")).decode()
    html = f"""<html lang=en><head><title>Example</title>
    <meta name=description content="{number("the subject", "文档属性")}">
    <meta name=keywords content="{number("the keywords", "文档属性")}">
    <style>@font-face{{font-family:F;src:url(data:font/ttf;base64,{face})}}
    @page{{size:8cm 12cm;margin:1cm;
    @top-center{{font:9px F;content:'{number("above the page", "第 1 页")}'}}}}
    body{{font:9px F}} h1{{bookmark-label:'{number("a bookmark", "书签")}'}}</style></head>
    <body><h1>Example</h1><p>{number("drawn", "第 1 页")}</p>
    <a href="tel:{number("a link to dial", "链接")}">call</a>
    <table><tr><td style="width:9px;overflow-wrap:anywhere">
    {number("one sign a line", "第 1 页")}</table>
    <form><input name=tel value="{number("what was filled in", "表单")}"></form>
    <img alt="{number("the words for a picture", "替代文字")}"
    src="data:image/jpeg;base64,{picture}">
    </body></html>"""
    attached = Attachment(string=number("an attached text"), name="list.txt")
    pdf = HTML(string=html).write_pdf(attachments=[attached], pdf_forms=True, pdf_tags=True)
    assert isinstance(pdf, bytes)
    return pdf


@made
def matplotlib(number: Numbers) -> bytes:
    import matplotlib as mpl

    mpl.use("pdf")
    import matplotlib.pyplot as plt

    figure = plt.figure(figsize=(2, 1))
    figure.text(0.1, 0.5, number("in letters that are drawings", "第 1 页"), fontsize=7)
    stream = io.BytesIO()
    subject = number("the subject", "文档属性")
    figure.savefig(stream, format="pdf", metadata={"Subject": subject, "CreationDate": None})
    return stream.getvalue()


@made
def img2pdf(number: Numbers) -> bytes:
    import img2pdf as made_by

    pdf = made_by.convert(photograph(number("a scanned page", "图片"), (90, 120)))
    assert isinstance(pdf, bytes)
    return pdf


@made
def chromium(number: Numbers) -> bytes:
    picture = base64.b64encode(photograph(number("a photograph", "图片"))).decode()
    html = f"""<html lang=zh><head><meta charset=utf-8>
    <title>{number("the title", "文档属性")}</title>
    <style>@page{{size:8cm 12cm;margin:5mm}} body{{font:9px sans-serif}}</style></head><body>
    <h1>{number("a bookmark", "书签", drawn=True)}</h1><p>{number("drawn", "第 1 页")}</p>
    <a href="tel:{number("a link to dial", "链接")}">call</a>
    <table border=1><tr><td>420102<td>1990</table>
    <p style="transform:rotate(20deg)">{number("turned", "第 1 页")}</p>
    <p style="opacity:.01">{number("not to be seen", "第 1 页")}</p>
    <input value="{number("what was filled in", "第 1 页")}">
    <svg width=200 height=20><text y=9>{number("in a drawing", "第 1 页")}</text></svg>
    <img alt="{number("the words for a picture", "替代文字")}"
    src="data:image/jpeg;base64,{picture}">
    </body></html>"""
    with tempfile.TemporaryDirectory() as folder:
        page, file = Path(folder) / "a.html", Path(folder) / "a.pdf"
        page.write_text(html, encoding="utf-8")
        options = ("--no-sandbox", "--disable-gpu", "--generate-pdf-document-outline")
        options += ("--no-pdf-header-footer", f"--print-to-pdf={file}")
        subprocess.run([CHROMIUM, *options, page.as_uri()], check=True, capture_output=True)
        return file.read_bytes()


@made
def libreoffice(number: Numbers) -> bytes:
    picture = base64.b64encode(photograph("")).decode()
    spaces = {
        "office": "office:1.0",
        "text": "text:1.0",
        "draw": "drawing:1.0",
        "style": "style:1.0",
        "table": "table:1.0",
        "form": "form:1.0",
        "meta": "meta:1.0",
        "svg": "svg-compatible:1.0",
        "fo": "xsl-fo-compatible:1.0",
    }
    names = " ".join(
        f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{value}"'
        for key, value in spaces.items()
    )
    names += (
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    control = "ooo:com.sun.star.form.component."
    document = f"""<?xml version="1.0" encoding="UTF-8"?>
    <office:document {names} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"
     office:mimetype="application/vnd.oasis.opendocument.text">
    <office:meta><dc:subject>{number("the subject", "文档属性")}</dc:subject>
    <meta:keyword>{number("the keywords", "文档属性")}</meta:keyword></office:meta>
    <office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties
     fo:page-width="9cm" fo:page-height="14cm" fo:margin="1cm"/><style:header-style/>
    </style:page-layout></office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
    <style:header><text:p>{number("above the page", "第 1 页")}</text:p></style:header>
    </style:master-page></office:master-styles>
    <office:body><office:text><office:forms><form:form form:name="f" form:control-implementation=
    "{control}Form"><form:text form:name="tel" form:id="c1" form:control-implementation=
    "{control}TextField" form:current-value="{number("what was filled in", "表单")}"/>
    <form:listbox form:name="who" form:id="c2" form:control-implementation="{control}ListBox"
     form:dropdown="true"><form:option form:label="a"/>
    <form:option form:label="{number("what may be chosen", "表单")}"/></form:listbox>
    </form:form></office:forms>
    <text:h text:outline-level="1">{number("a bookmark", "书签", drawn=True)}</text:h>
    <text:p>Tel <text:span>{number("drawn", "第 1 页")}</text:span><office:annotation>
    <dc:creator>A</dc:creator><text:p>{number("a note", "注释")}</text:p>
    </office:annotation></text:p>
    <text:p><text:a xlink:type="simple" xlink:href="tel:{number("a link to dial", "链接")}">call
    </text:a><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
    <text:note-body><text:p>{number("at the foot", "第 1 页")}</text:p></text:note-body></text:note>
    </text:p>
    <text:p><draw:control draw:control="c1" text:anchor-type="as-char" svg:width="3cm"
     svg:height=".6cm"/><draw:control draw:control="c2" text:anchor-type="as-char" svg:width="3cm"
     svg:height=".6cm"/></text:p>
    <text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="1.5cm"><draw:image
    ><office:binary-data>{picture}</office:binary-data></draw:image>
    <svg:desc>{number("the words for a picture", "替代文字")}</svg:desc></draw:frame></text:p>
    </office:text></office:body></office:document>"""
    options: dict[str, Any] = {
        key: {"type": "boolean", "value": "true"}
        for key in ("ExportNotes", "ExportBookmarks", "ExportFormFields", "UseTaggedPDF")
    }
    for key in ("UseLosslessCompression", "ReduceImageResolution"):
        options[key] = {"type": "boolean", "value": "false"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.fodt"
        file.write_text(document.replace("\n    ", "\n"), encoding="utf-8")
        kind = f"pdf:writer_pdf_Export:{json.dumps(options)}"
        program = [SOFFICE, f"-env:UserInstallation=file://{folder}/desk", "--headless"]
        subprocess.run(
            [*program, "--convert-to", kind, "--outdir", folder, file],
            check=True,
            capture_output=True,
        )
        return file.with_suffix(".pdf").read_bytes()


def main() -> None:
    """Writes every file and the list of places."""
    for producer, maker in MAKERS.items():
        (HERE / f"{producer}.pdf").write_bytes(maker(Numbers(producer, seen=True)))
        (HERE / f"{producer}-hidden.pdf").write_bytes(maker(Numbers(producer, seen=False)))
    text = json.dumps(PLACES, ensure_ascii=False, indent=1)
    (HERE / "places.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
