"""A cleaned copy: what nobody should see is out, the rest reads as before, the original stays."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.shared import Inches
from openpyxl.comments import Comment
from PIL import Image
from pypdf import PdfReader, PdfWriter

from generator.privacy.attachments import findings_in
from generator.problems import Level
from tests.outputs import readings
from tests.privacy import files
from tests.privacy.files import ID_SHOWN, PHONE, PHONE_SHOWN, WHOLE_ID, document, workbook
from tests.privacy.test_attachments import _tracked
from tests.program import AwardSite, Run


class Desk:
    """A folder with one file in it, and the command."""

    def __init__(self, folder: Path, award_site: AwardSite) -> None:
        self.folder, self._award_site = folder, award_site

    def scrub(self, name: str, data: bytes, *options: str) -> Run:
        """Runs the command on a file of this name; the file itself never changes."""
        (self.folder / name).write_bytes(data)
        run = self._award_site("scrub", name, *options)
        assert (self.folder / name).read_bytes() == data
        for number in (PHONE, WHOLE_ID):
            assert number not in run.out + run.err
        return run

    def clean(self, name: str, data: bytes) -> tuple[bytes, str]:
        """The cleaned copy, which has nothing left to tell, and what the command said."""
        run = self.scrub(name, data)
        assert run.code == 0, run.out
        stem, _, ending = name.rpartition(".")
        copy = (self.folder / f"{stem}-清理后.{ending}").read_bytes()
        assert [one for one in findings_in(name, copy) if one.level is not Level.NOTE] == []
        assert {p.name for p in self.folder.iterdir()} == {name, f"{stem}-清理后.{ending}"}
        return copy, run.out


@pytest.fixture
def desk(workplace: Path, award_site: AwardSite) -> Desk:
    return Desk(workplace, award_site)


def _full_workbook(book: Any) -> None:
    sheet = book.worksheets[0]
    sheet["D2"], sheet["E2"], sheet["F2"] = f"电话 {PHONE}", int(PHONE), "=E2*2"
    sheet["G2"], sheet["G9"] = "内部意见", "内部"
    sheet["B9"] = "草稿"
    sheet["B2"].comment = Comment("再核一下", "某甲")
    sheet["B2"].font = openpyxl.styles.Font(bold=True)
    sheet.column_dimensions["G"].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.merge_cells("A4:B4")
    hidden = book.create_sheet("底稿", 0)
    hidden["A1"] = WHOLE_ID
    hidden.sheet_state = "hidden"
    book.create_sheet("说明")["A1"] = "说明"
    book.properties.creator = "示例人员"


def test_a_workbook(desk: Desk) -> None:
    copy, said = desk.clean("名单.xlsx", workbook(_full_workbook))
    book = openpyxl.load_workbook(io.BytesIO(copy))
    assert book.sheetnames == ["名单", "说明"]
    sheet = book["名单"]
    assert [cell.value for cell in sheet[1]][:3] == ["序号", "单位名称", "所在区"]
    assert [cell.value for cell in sheet[2]] == [
        *(1, "示例公司", "示例区", f"电话 {PHONE_SHOWN}", PHONE_SHOWN, None, None)
    ]
    assert sheet["B9"].value is None
    assert sheet["B2"].font.bold
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A4:B4"]
    everything = b"".join(zipfile.ZipFile(io.BytesIO(copy)).read(n) for n in _names(copy))
    for gone in ("底稿", "再核一下", "某甲", "示例人员", "内部意见", WHOLE_ID):
        assert gone.encode() not in everything
        assert "".join(f"&#{ord(sign)};" for sign in gone).encode() not in everything
    for words in ("1 张隐藏的工作表", "1 条批注", "2 处号码改成掩码", "格隐藏的行列里的内容"):
        assert words in said


def _names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_shared_texts_that_no_cell_shows_any_more_are_emptied(desk: Desk) -> None:
    copy, _ = desk.clean("a.xlsx", files.shared_strings(["电话138", "00138000"]))
    strings = zipfile.ZipFile(io.BytesIO(copy)).read("xl/sharedStrings.xml")
    assert b"138" not in strings
    assert (
        openpyxl.load_workbook(io.BytesIO(copy)).worksheets[0]["A1"].value == f"电话{PHONE_SHOWN}"
    )


def _full_document(made: Any) -> None:
    paragraph = made.add_paragraph("电话 ")
    paragraph.add_run(PHONE[:4]).bold = True
    paragraph.add_run(f"{PHONE[4:]}，请在工作日打")
    made.add_table(1, 2).cell(0, 1).text = WHOLE_ID
    _tracked(made, "ins", "新增的话")
    _tracked(made, "del", "删去的话", "delText")
    made.add_paragraph().add_run("内部的话").font.hidden = True
    made.add_comment(made.paragraphs[0].runs, text="再核一下", author="某甲", initials="甲")
    made.sections[0].header.paragraphs[0].text = f"联系 {PHONE}"
    made.core_properties.author = "示例人员"
    made.add_picture(io.BytesIO(files.jpeg({0x010E: PHONE}, gps=True)), width=Inches(1))


def test_a_document(desk: Desk) -> None:
    copy, said = desk.clean("通知.docx", document(_full_document))
    made = docx.Document(io.BytesIO(copy))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[:3] == ["示例通知的正文。", f"电话 {PHONE_SHOWN}，请在工作日打", "电话 新增的话"]
    assert made.paragraphs[1].runs[1].bold
    assert made.tables[0].cell(0, 1).text == ID_SHOWN
    assert made.sections[0].header.paragraphs[0].text == f"联系 {PHONE_SHOWN}"
    assert len(made.inline_shapes) == 1
    everything = b"".join(zipfile.ZipFile(io.BytesIO(copy)).read(n) for n in _names(copy))
    for gone in ("删去的话", "内部的话", "再核一下", "某甲", "示例人员"):
        assert gone.encode() not in everything
    for words in ("1 条批注", "2 处修订痕迹", "1 段隐藏的文字", "3 处号码改成掩码", "1 张内嵌图片"):
        assert words in said


def test_word_opens_what_was_written(desk: Desk, workplace: Path) -> None:
    """Prefixes that Word is told to ignore are still declared: else it calls the file damaged."""
    copy, _ = desk.clean("a.docx", document(_full_document))
    root = zipfile.ZipFile(io.BytesIO(copy)).read("word/document.xml").decode()
    head = root[: root.index(">", root.index("<w:document")) + 1]
    for prefix in ("w", "r", "wp"):
        assert f"xmlns:{prefix}=" in head
    types = zipfile.ZipFile(io.BytesIO(copy)).read("[Content_Types].xml").decode()
    assert "comments" not in types
    assert "docProps" not in types


def test_tables_and_texts_keep_their_encoding(desk: Desk) -> None:
    copy, said = desk.clean("a.csv", f"姓名,电话\r\n何示例,{PHONE}\r\n".encode("gb18030"))
    assert copy.decode("gb18030") == f"姓名,电话\r\n何示例,{PHONE_SHOWN}\r\n"
    assert "1 处号码改成掩码" in said


def test_a_text(desk: Desk) -> None:
    copy, _ = desk.clean("a.txt", f"\ufeff电话{PHONE}\n其他".encode())
    assert copy.decode() == f"\ufeff电话{PHONE_SHOWN}\n其他"


@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_a_photograph_stands_as_it_was_shown(desk: Desk, orientation: int) -> None:
    exif = {0x0112: orientation, 0x013B: b"someone", 0x010E: PHONE}
    before = files.jpeg(exif, gps=True, comment=PHONE.encode())
    copy, said = desk.clean("a.jpg", before)
    with Image.open(io.BytesIO(copy)) as opened:
        assert not opened.getexif()
        assert "comment" not in opened.info
        assert opened.size == ((20, 40) if orientation == 6 else (40, 20))
        corner = {1: (3, 3), 3: (36, 16), 6: (16, 3)}[orientation]
        red, _, blue = opened.convert("RGB").getpixel(corner)  # type: ignore[misc]
        assert blue > red
    assert "拍摄信息" in said


def test_other_pictures_keep_every_pixel(desk: Desk) -> None:
    for name, data in (
        ("a.png", files.png({"Comment": PHONE, "Author": "示例人员"})),
        ("b.webp", files.webp({0x010E: PHONE})),
    ):
        run = desk.scrub(name, data)
        assert run.code == 0
        copy = (desk.folder / f"{name[0]}-清理后{name[1:]}").read_bytes()
        assert findings_in(name, copy) == []
        with Image.open(io.BytesIO(copy)) as new, Image.open(io.BytesIO(data)) as old:
            assert new.tobytes() == old.tobytes()


def test_a_drawing(desk: Desk) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    inside = f"<metadata>某甲</metadata><!-- {PHONE} --><text>打 {PHONE}</text>"
    copy, _ = desk.clean("a.svg", f'{head}{inside}<path d="M1 1"/></svg>'.encode())
    assert f"<text>打 {PHONE_SHOWN}</text>" in copy.decode()
    assert "某甲" not in copy.decode()
    assert 'd="M1 1"' in copy.decode()


def test_a_pdf(desk: Desk) -> None:
    def fill(writer: PdfWriter) -> None:
        writer.add_annotation(0, files.note(f"请打 {PHONE}"))
        writer.add_metadata({"/Author": "示例人员", "/Subject": PHONE})
        writer.add_attachment("list.txt", PHONE.encode())

    copy, said = desk.clean("a.pdf", files.pdf("shili", fill))
    reader = PdfReader(io.BytesIO(copy))
    assert "shili" in reader.pages[0].extract_text()
    assert not reader.attachments
    assert "/Annots" not in reader.pages[0]
    assert "1 个附带文件" in said


REFUSED = [
    ("a.pdf", lambda: files.pdf(PHONE), "第 1 页正文里有手机号码“138****8000”，不能只改副本"),
    ("a.doc", lambda: b"x", "请另存为 .docx"),
    ("a.zip", lambda: b"x", "请解开"),
    ("a.xlsx", lambda: b"x", "不是真正的 .xlsx"),
    ("a.jpg", lambda: b"x", "不是真正的 .jpg"),
    (
        "a.xlsx",
        lambda: files.with_parts(workbook(_pivoted), {"xl/pivotCache/p1.xml": b"<a/>"}),
        "数据透视表",
    ),
    (
        "a.csv",
        lambda: f"姓名,号码\n何示例,{','.join(WHOLE_ID)}\n".encode(),
        "清理之后仍然不能公开：第 2 行第 2 列起各格有身份证号",
    ),
]


def _pivoted(book: Any) -> None:
    book.worksheets[0]["A9"] = "x"


@pytest.mark.parametrize(("name", "made", "words"), REFUSED)
def test_what_cannot_be_cleaned_is_refused_and_nothing_is_written(
    desk: Desk, name: str, made: Any, words: str
) -> None:
    run = desk.scrub(name, made())
    assert run.code == 1
    assert words in run.out
    assert run.err == "未通过：1 个错误，没有改动原文件。\n"
    assert [file.name for file in desk.folder.iterdir()] == [name]


def test_nothing_is_ever_overwritten(desk: Desk) -> None:
    data = f"电话{PHONE}".encode()
    (desk.folder / "a-清理后.txt").write_text("原有", encoding="utf-8")
    run = desk.scrub("a.txt", data)
    assert run.code == 1
    assert "a-清理后.txt: 错误 文件已经存在" in run.out
    assert (desk.folder / "a-清理后.txt").read_text(encoding="utf-8") == "原有"
    assert desk.scrub("a.txt", data, "--out", "b.txt").code == 0
    assert desk.scrub("a.txt", data, "--out", "b.txt").code == 1
    assert desk.scrub("a.txt", data, "--out", "c.csv").code == 1
    assert {p.name for p in desk.folder.iterdir()} == {"a.txt", "a-清理后.txt", "b.txt"}


def test_a_file_that_is_not_there(desk: Desk, award_site: AwardSite) -> None:
    run = award_site("scrub", "none.xlsx")
    assert run.code == 1
    assert "none.xlsx: 错误 打不开（不存在）" in run.out


def test_programs_read_what_was_done(desk: Desk) -> None:
    run = desk.scrub("a.txt", f"电话{PHONE}".encode(), "--format", "json")
    assert run.json["ok"]
    assert run.json["file"] == "a-清理后.txt"
    assert run.json["taken"] == ["1 处号码改成掩码"]


MADE = Path(__file__).parent / "made"
PROGRAMS = sorted(file.name for file in MADE.glob("*-hidden.pdf"))


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_trace_is_left_in_the_bytes_of_a_pdf(desk: Desk, name: str) -> None:
    """Files of nine programs (pypdf's is above), raw and in every stream."""
    data = (MADE / name).read_bytes()
    listed = json.loads((MADE / "places.json").read_text(encoding="utf-8"))
    numbers = [one["number"].encode() for one in listed if one["file"] == name.removesuffix(".pdf")]
    assert numbers
    assert desk.scrub(name, data).code == 0
    copy = desk.folder / name.replace(".pdf", "-清理后.pdf")
    for reading in readings(name, copy.read_bytes()):
        assert not [number for number in numbers if number in reading]
