"""A canary in every corner of every kind of attachment: each is found, and told by its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import docx.oxml.ns
import pytest
from docx.oxml import OxmlElement
from docx.shared import Inches
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from pypdf import PdfWriter

from generator.privacy.attachments import findings_in
from generator.problems import Level
from tests.privacy import files
from tests.privacy.files import (
    ID_SHOWN,
    PHONE,
    PHONE_SHOWN,
    WHOLE_ID,
    document,
    shared_strings,
    with_parts,
    workbook,
)

CORE = b"""<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/\
package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>\
%s</dc:creator></cp:coreProperties>"""


def errors(name: str, data: bytes) -> list[tuple[str, str]]:
    """The errors in a file, each with its place and its masked form."""
    return [(one.place, one.shown) for one in findings_in(name, data) if one.level is Level.ERROR]


def warnings(name: str, data: bytes) -> list[tuple[str, str]]:
    """The warnings of a file, each with its place and what it is about."""
    found = findings_in(name, data)
    return [(one.place, one.shown) for one in found if one.level is Level.WARNING]


def _cell(book: Any) -> None:
    book.worksheets[0]["D7"] = PHONE


def _number(book: Any) -> None:
    book.worksheets[0]["D7"] = int(PHONE)


def _lost_end(book: Any) -> None:
    book.worksheets[0]["D7"] = int(WHOLE_ID[:15] + "000")


def _hidden_sheet(book: Any) -> None:
    sheet = book.create_sheet("底稿")
    sheet["B2"] = WHOLE_ID
    sheet.sheet_state = "veryHidden"


def _hidden_row(book: Any) -> None:
    book.worksheets[0]["B9"] = PHONE
    book.worksheets[0].row_dimensions[9].hidden = True


def _comment(book: Any) -> None:
    book.worksheets[0]["B2"].comment = Comment(f"请打 {PHONE}", "openpyxl")


def _formula(book: Any) -> None:
    book.worksheets[0]["D7"] = f'=HYPERLINK("tel:{PHONE}","拨打")'


def _name(book: Any) -> None:
    book.defined_names["shouji"] = DefinedName("shouji", attr_text=f'"{PHONE}"')


def _header(book: Any) -> None:
    book.worksheets[0].oddHeader.center.text = f"联系 {PHONE}"


def _one_sign_a_cell(book: Any) -> None:
    for place, sign in enumerate(WHOLE_ID, 5):
        book.worksheets[0].cell(4, place, sign)


SHEET = "工作表“名单”"
IN_WORKBOOKS = [
    (_cell, f"{SHEET}单元格 D7", PHONE_SHOWN),
    (_number, f"{SHEET}单元格 D7", PHONE_SHOWN),
    (_lost_end, f"{SHEET}单元格 D7", "42*************000"),
    (_hidden_sheet, "工作表“底稿”（深度隐藏）单元格 B2", ID_SHOWN),
    (_hidden_row, f"{SHEET}单元格 B9（所在行已隐藏）", PHONE_SHOWN),
    (_comment, f"{SHEET}单元格 B2 的批注", PHONE_SHOWN),
    (_formula, f"{SHEET}单元格 D7", PHONE_SHOWN),
    (_name, "名称“shouji”", PHONE_SHOWN),
    (_header, SHEET, PHONE_SHOWN),
    (_one_sign_a_cell, f"{SHEET}单元格 E4 起各格", ID_SHOWN),
]


@pytest.mark.parametrize(("put", "place", "shown"), IN_WORKBOOKS)
def test_a_workbook(put: Callable[[Any], None], place: str, shown: str) -> None:
    assert errors("a.xlsx", workbook(lambda book: None)) == []
    assert (place, shown) in errors("a.xlsx", workbook(put))


def test_what_only_the_file_of_a_workbook_still_knows() -> None:
    data = shared_strings(["示例公司"])
    assert errors("a.xlsx", data) == []
    more = f"<si><t>{PHONE}</t></si></sst>".encode()
    left = with_parts(data, {"xl/sharedStrings.xml": lambda old: old.replace(b"</sst>", more)})
    assert errors("a.xlsx", left) == [("已不用的文字", PHONE_SHOWN)]
    cache = b'<r><s v="%s"/></r>' % PHONE.encode()
    pivot = with_parts(data, {"xl/pivotCache/pivotCacheRecords1.xml": cache})
    assert errors("a.xlsx", pivot) == [("数据透视表的缓存", PHONE_SHOWN)]


def test_a_number_of_which_a_part_is_bold() -> None:
    assert errors("a.xlsx", shared_strings(["电话138", "00138000"])) == [
        ("工作表“名单”单元格 A1", PHONE_SHOWN)
    ]


def test_what_a_workbook_would_publish_unseen() -> None:
    def hide(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["F3"], sheet["B9"] = "内部意见", "草稿"
        sheet.column_dimensions["F"].hidden = True
        sheet.row_dimensions[9].hidden = True
        sheet["B2"].comment = Comment("再核一下", "某甲")
        book.create_sheet("底稿")["A1"] = "底稿"
        book["底稿"].sheet_state = "hidden"
        book.properties.lastModifiedBy = "示例人员"

    assert sorted(warnings("a.xlsx", workbook(hide))) == sorted(
        [
            (SHEET, "隐藏的列 F"),
            (SHEET, "隐藏的行 9"),
            ("工作表“底稿”（隐藏）", "隐藏的工作表“底稿”"),
            (SHEET, "批注"),
            ("文档属性", "作者“示例人员”"),
        ]
    )


def test_a_code_in_a_column_of_codes_is_none_and_amounts_are_none() -> None:
    def fill(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["D1"], sheet["E1"] = "统一社会信用代码", "营业收入（元）"
        sheet["D2"], sheet["E2"] = "91420100MA4KXXXX1X", "13800138000 元"

    assert errors("a.xlsx", workbook(fill)) == []


def _split_runs(made: Any) -> None:
    paragraph = made.add_paragraph("电话 ")
    paragraph.add_run(PHONE[:4]).bold = True
    paragraph.add_run(PHONE[4:])


def _table(made: Any) -> None:
    made.add_table(1, 2).cell(0, 1).text = WHOLE_ID


def _boxes(made: Any) -> None:
    row = made.add_table(1, 18)
    for place, sign in enumerate(WHOLE_ID):
        row.cell(0, place).text = sign


def _head(made: Any) -> None:
    made.sections[0].header.paragraphs[0].text = f"联系 {PHONE}"


def _foot(made: Any) -> None:
    made.sections[0].footer.paragraphs[0].text = f"联系 {PHONE}"


def _tracked(made: Any, name: str, text: str, around: str = "t") -> None:
    paragraph = made.add_paragraph("电话 ")
    change = OxmlElement(f"w:{name}")
    change.set(docx.oxml.ns.qn("w:id"), "1")
    change.set(docx.oxml.ns.qn("w:author"), "某甲")
    run = OxmlElement("w:r")
    words = OxmlElement(f"w:{around}")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def _deleted(made: Any) -> None:
    _tracked(made, "del", PHONE, "delText")


def _inserted(made: Any) -> None:
    _tracked(made, "ins", PHONE)


def _hidden(made: Any) -> None:
    made.add_paragraph().add_run(PHONE).font.hidden = True


def _remark(made: Any) -> None:
    made.add_comment(made.paragraphs[0].runs, text=f"请打 {PHONE}", author="", initials="")


def _subject(made: Any) -> None:
    made.core_properties.subject = PHONE


def _picture(made: Any) -> None:
    import io

    made.add_picture(io.BytesIO(files.jpeg({0x010E: PHONE})), width=Inches(1))


IN_DOCUMENTS = [
    (_split_runs, "正文第 2 段", PHONE_SHOWN),
    (_table, "正文第 3 段", ID_SHOWN),
    (_boxes, "正文", ID_SHOWN),
    (_head, "页眉第 1 段", PHONE_SHOWN),
    (_foot, "页脚第 1 段", PHONE_SHOWN),
    (_deleted, "正文第 2 段", PHONE_SHOWN),
    (_inserted, "正文第 2 段", PHONE_SHOWN),
    (_hidden, "正文第 2 段", PHONE_SHOWN),
    (_remark, "批注第 1 段", PHONE_SHOWN),
    (_subject, "文档属性", PHONE_SHOWN),
    (_picture, "内嵌的“image1.jpg” 照片信息", PHONE_SHOWN),
]


@pytest.mark.parametrize(("put", "place", "shown"), IN_DOCUMENTS)
def test_a_document(put: Callable[[Any], None], place: str, shown: str) -> None:
    assert errors("a.docx", document(lambda made: None)) == []
    assert (place, shown) in errors("a.docx", document(put))


def test_other_parts_of_a_document() -> None:
    data = document(lambda made: None)
    box = (
        b"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>00138000</w:t>"
        b"</w:r></w:p></w:txbxContent></w:pict></w:r></w:p><w:sectPr"
    )
    boxed = with_parts(data, {"word/document.xml": lambda old: old.replace(b"<w:sectPr", box, 1)})
    assert [shown for _, shown in errors("a.docx", boxed)] == [PHONE_SHOWN]
    custom = with_parts(data, {"customXml/item1.xml": b"<a b='%s'/>" % PHONE.encode()})
    assert errors("a.docx", custom) == [("自定义数据", PHONE_SHOWN)]
    inner = with_parts(data, {"word/embeddings/list.xlsx": workbook(_cell)})
    assert errors("a.docx", inner) == [("内嵌的“list.xlsx” 工作表“名单”单元格 D7", PHONE_SHOWN)]


def test_what_a_document_would_publish_unseen() -> None:
    def write(made: Any) -> None:
        _tracked(made, "ins", "新增的话")
        made.add_paragraph().add_run("内部的话").font.hidden = True
        made.add_comment(made.paragraphs[0].runs, text="再核", author="", initials="")
        made.core_properties.author = "示例人员"

    assert sorted(shown for _, shown in warnings("a.docx", document(write))) == sorted(
        ["修订痕迹", "隐藏的文字", "批注", "作者“示例人员”"]
    )


def _pdf_note(writer: PdfWriter) -> None:
    writer.add_annotation(0, files.note(f"请打 {PHONE}"))


def _pdf_properties(writer: PdfWriter) -> None:
    writer.add_metadata({"/Subject": PHONE})


def _pdf_author(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": "示例人员"})


def _pdf_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("list.xlsx", workbook(_cell))


def test_a_pdf() -> None:
    assert errors("a.pdf", files.pdf()) == []
    assert errors("a.pdf", files.pdf(PHONE)) == [("第 1 页", PHONE_SHOWN)]
    assert errors("a.pdf", files.pdf("", _pdf_note)) == [("第 1 页的注释", PHONE_SHOWN)]
    assert ("文档属性", PHONE_SHOWN) in errors("a.pdf", files.pdf("", _pdf_properties))
    assert errors("a.pdf", files.pdf("", _pdf_attachment)) == [
        ("附带文件“list.xlsx”工作表“名单”单元格 D7", PHONE_SHOWN)
    ]
    assert ("文档属性", "作者“示例人员”") in warnings("a.pdf", files.pdf("", _pdf_author))


def test_tables_and_texts() -> None:
    table = f"姓名,电话\r\n何示例,{PHONE}\r\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        told = errors("a.csv", table.encode(encoding))
        assert told == [("第 2 行第 2 列", PHONE_SHOWN)], encoding
    assert errors("a.txt", f"一\n电话{PHONE}\n".encode("gb18030")) == [("第 2 行", PHONE_SHOWN)]
    assert errors("a.txt", b"138\n00138000\n") == [("跨行处", PHONE_SHOWN)]
    boxes = ",".join(WHOLE_ID)
    assert errors("a.csv", f"{boxes}\n".encode()) == [("第 1 行第 1 列起各格", ID_SHOWN)]


def test_photographs() -> None:
    assert errors("a.jpg", files.jpeg()) == []
    assert errors("a.jpg", files.jpeg(gps=True)) == [("", "拍摄位置")]
    assert errors("a.jpg", files.jpeg({0x010E: f"电话{PHONE}"})) == [("照片信息", PHONE_SHOWN)]
    assert errors("a.jpg", files.jpeg(comment=PHONE.encode())) == [("图片里的文字", PHONE_SHOWN)]
    assert warnings("a.jpg", files.jpeg({0x013B: "示例人员".encode()})) == [("", "作者“示例人员”")]
    assert errors("a.png", files.png({"Comment": PHONE})) == [("图片里的文字", PHONE_SHOWN)]
    xmp = f'<x:xmpmeta><rdf:li exif:GPSLatitude="30,35N"/>{WHOLE_ID}</x:xmpmeta>'
    assert errors("a.png", files.png({"XML:com.adobe.xmp": xmp})) == [
        ("", "拍摄位置"),
        ("图片里的文字", ID_SHOWN),
    ]
    assert errors("a.webp", files.webp({0x010E: PHONE})) == [("照片信息", PHONE_SHOWN)]


def test_drawings() -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    assert errors("a.svg", f'{head}<path d="M13800138000 1 138 0013 8000"/></svg>'.encode()) == []
    named = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert errors("a.svg", f"{named}{head}</svg>".encode()) == []
    assert errors("a.svg", f"{named}{head}<text>{PHONE}</text></svg>".encode())
    for inside in (
        "<text>138<tspan>00138000</tspan></text>",
        f"<metadata>{PHONE}</metadata>",
        f"<!-- {PHONE} -->",
        f'<g id="{PHONE}"/>',
    ):
        told = errors("a.svg", f"{head}{inside}</svg>".encode())
        assert [shown for _, shown in told] == [PHONE_SHOWN], inside
    import base64

    packed = base64.b64encode(files.jpeg(gps=True)).decode()
    image = f'{head}<image href="data:image/jpeg;base64,{packed}"/></svg>'
    assert errors("a.svg", image.encode()) == [("内嵌的图片", "拍摄位置")]


def test_text_that_is_expressly_shown_is_not_hidden() -> None:
    def write(made: Any) -> None:
        made.add_paragraph().add_run("公开的话").font.hidden = False

    assert warnings("a.docx", document(write)) == []


def test_the_name_of_a_file() -> None:
    assert errors(f"名单{PHONE}.txt", b"x") == [("文件名", PHONE_SHOWN)]


def test_of_very_many_the_first_are_told_and_the_rest_counted() -> None:
    rows = "\n".join(f"138{number:08}" for number in range(2000))
    found = findings_in("a.csv", rows.encode())
    assert len(found) == 51
    assert found[-1].message == "还有 1950 处没有逐一列出"
