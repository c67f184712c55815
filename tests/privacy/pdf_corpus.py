"""Places in PDFs where numbers stand in real life, each with a number of nobody in it.

The same place is made by several producers: by hand as an old, a new and a saved-again file, by
pypdf, by typst, and in files of other programs that were made once (`made/`).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Link
from pypdf.generic import TextStringObject

from generator.privacy import Kind
from generator.privacy.match import masked
from tests.privacy import files
from tests.privacy.invented import with_check
from tests.privacy.pdf_built import FONT, PAGE, Sheet, stream


class Placed(NamedTuple):
    """A number in a file: what the place is called here, the file's kind, the words by which the
    scan names the place, who made the file, its bytes, and the number."""

    label: str
    kind: str
    place: str
    producer: str
    data: bytes
    number: str

    @property
    def shown(self) -> str:
        """The number as it may be shown."""
        return masked(Kind.MOBILE if len(self.number) == 11 else Kind.ID, self.number)


_NUMBERS = count(17)
LEFT = "还留在文件里"


def mobile() -> str:
    """Another number, and another mask, on every call."""
    serial = next(_NUMBERS)
    return f"1{30 + serial % 70}{1000 + serial * 7919 % 9000}{serial % 10000:04}"


def identity() -> str:
    """Another ID number on every call."""
    serial = next(_NUMBERS)
    return with_check(
        f"{('42', '11', '31', '44')[serial % 4]}010219{60 + serial % 40}0307{serial % 1000:03}"
    )


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex()


Hide = Callable[[Sheet, str], object]
HIDDEN: dict[str, tuple[str, Hide]] = {}
"""Every place, with the words by which the scan names it."""


def _in(place: str, **named: Hide) -> None:
    for name, hide in named.items():
        HIDDEN[name.replace("_", " ")] = (place, hide)


# What is drawn on the page.


def _draws(text: str) -> Callable[[Sheet, str], None]:
    def hide(sheet: Sheet, number: str) -> None:
        shown = text.replace("NUMBER", number).replace("HEX", number.encode().hex())
        shown = shown.replace("SPLIT", f"{number[:3]}) -20 ({number[3:7]}) 15 ({number[7:]}")
        sheet.drawn += shown.encode("latin-1") + b"\n"

    return hide


def _one_by_one(sheet: Sheet, number: str) -> None:
    for place, sign in enumerate(number):
        sheet.drawn += b"BT /F1 9 Tf %d 90 Td (%b) Tj ET\n" % (9 + 6 * place, sign.encode())


def _one_below_the_other(sheet: Sheet, number: str) -> None:
    for place, sign in enumerate(number):
        sheet.drawn += b"BT /F1 9 Tf 9 %d Td (%b) Tj ET\n" % (190 - 12 * place, sign.encode())


def _in_three_cells(sheet: Sheet, number: str) -> None:
    for place, part in enumerate((number[:6], number[6:14], number[14:])):
        sheet.drawn += b"BT /F1 9 Tf %d 90 Td (%b) Tj ET\n" % (9 + 60 * place, part.encode())


def _wrapped(sheet: Sheet, number: str) -> None:
    head, tail = number[:10].encode(), number[10:].encode()
    sheet.drawn += b"BT /F1 9 Tf 12 TL 20 90 Td (%b) Tj T* (%b) Tj ET\n" % (head, tail)


def _letters_by_number(sheet: Sheet, number: str) -> None:
    """Glyphs without order, and a list of which letters they are: as most programs write today."""
    tells = "".join(f"<{71 + int(sign):04x}><{ord(sign):04x}>\n" for sign in "0123456789")
    cmap = stream(f"begincmap\n10 beginbfchar\n{tells}endbfchar\nendcmap".encode(), "")
    below = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)"
    below += "/Ordering(Identity)/Supplement 0>>>>"
    font = f"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[{below}]"
    name = sheet.add(font + f"/ToUnicode {sheet.add(cmap)} 0 R>>")
    form = f"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</G {name} 0 R>>>>"
    codes = "".join(f"{71 + int(sign):04x}" for sign in number)
    sheet.draw(sheet.add(stream(f"BT /G 9 Tf <{codes}> Tj ET".encode(), form, "FlateDecode")))


def _form_of(number: str, resources: str = f"/Resources<</Font<</F1 {FONT} 0 R>>>>") -> bytes:
    entries = f"/Type/XObject/Subtype/Form/BBox[0 0 99 99]{resources}"
    return stream(f"BT /F1 9 Tf 9 9 Td ({number}) Tj ET".encode(), entries, "FlateDecode")


def _in_a_form(sheet: Sheet, number: str) -> None:
    sheet.draw(sheet.add(_form_of(number)))


def _in_a_form_of_old(sheet: Sheet, number: str) -> None:
    sheet.draw(sheet.add(_form_of(number, "")))


def _in_a_form_in_a_form(sheet: Sheet, number: str) -> None:
    inner = sheet.add(_form_of(number))
    entries = f"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</I {inner} 0 R>>>>"
    sheet.draw(sheet.add(stream(b"/I Do", entries)))


def _in_a_form_never_drawn(sheet: Sheet, number: str) -> None:
    sheet.resources += f"/Properties<</P {sheet.add(_form_of(number))} 0 R>>"


def _in_a_pattern(sheet: Sheet, number: str) -> None:
    entries = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 99 99]/XStep 99/YStep 99"
    entries += f"/Resources<</Font<</F1 {FONT} 0 R>>>>"
    pattern = stream(f"BT /F1 9 Tf ({number}) Tj ET".encode(), entries)
    sheet.resources += f"/Pattern<</P1 {sheet.add(pattern)} 0 R>>"


_in(
    "第 1 页",
    in_plain_letters=_draws("BT /F1 9 Tf 9 90 Td (Tel NUMBER) Tj ET"),
    in_letters_as_codes=_draws("BT /F1 9 Tf 9 90 Td <HEX> Tj ET"),
    with_its_letters_moved=_draws("BT /F1 9 Tf 9 90 Td [(SPLIT)] TJ ET"),
    by_the_next_line_sign=_draws("BT /F1 9 Tf 9 90 Td 9 TL (NUMBER) ' ET"),
    by_the_spaced_line_sign=_draws('BT /F1 9 Tf 9 90 Td 9 TL 0 0 (NUMBER) " ET'),
    turned=_draws("BT /F1 9 Tf 0 1 -1 0 60 60 Tm (NUMBER) Tj ET"),
    not_drawn=_draws("BT 3 Tr /F1 9 Tf 9 90 Td (NUMBER) Tj ET"),
    white=_draws("BT 1 g /F1 9 Tf 9 90 Td (NUMBER) Tj ET 0 g"),
    outside_of_the_page=_draws("BT /F1 9 Tf 900 900 Td (NUMBER) Tj ET"),
    tiny=_draws("BT /F1 0.1 Tf 9 90 Td (NUMBER) Tj ET"),
    cut_away=_draws("q 0 0 0 0 re W n BT /F1 9 Tf 9 90 Td (NUMBER) Tj ET Q"),
    told_for_what_is_drawn=_draws("/Span<</ActualText(NUMBER)>>BDC BT /F1 9 Tf (x) Tj ET EMC"),
    told_instead_of_a_figure=_draws("/Figure<</Alt(NUMBER)/MCID 7>>BDC EMC"),
    a_mark_with_properties=_draws("/Mark<</Who(NUMBER)>>DP"),
    a_remark_in_the_drawing=_draws("% NUMBER"),
    one_sign_a_box=_one_by_one,
    in_three_cells=_in_three_cells,
    one_sign_a_line=_one_below_the_other,
    over_a_lines_end=_wrapped,
    by_numbers_of_glyphs=_letters_by_number,
    in_a_form=_in_a_form,
    in_a_form_of_old=_in_a_form_of_old,
    in_a_form_in_a_form=_in_a_form_in_a_form,
    in_a_form_never_drawn=_in_a_form_never_drawn,
    in_a_pattern=_in_a_pattern,
)

# Notes, links, form fields.


def _noted(body: str) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        sheet.annotate(body.replace("NUMBER", number).replace("HEX", f"feff{_hex(number)}"))

    return hide


def _appearing(subtype: str, key: str = "N") -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        sheet.annotate(f"/Subtype/{subtype}/AP<</{key} {sheet.add(_form_of(number))} 0 R>>")

    return hide


def _by_state(sheet: Sheet, number: str) -> None:
    form = sheet.add(_form_of(number))
    sheet.annotate(f"/Subtype/Widget/FT/Btn/T(ok)/AS/On/AP<</N<</On {form} 0 R>>>>")


def _answered(sheet: Sheet, number: str) -> None:
    first = sheet.annotate("/Subtype/Text/Contents(?)")
    sheet.annotate(f"/Subtype/Text/IRT {first} 0 R/Contents({number})")


def _a_said_stream(sheet: Sheet, number: str) -> None:
    said = sheet.add(stream(f"<body><p>{number[:4]}<b>{number[4:]}</b></p></body>".encode(), ""))
    sheet.annotate(f"/Subtype/FreeText/RC {said} 0 R")


_in(
    "注释",
    a_note=_noted("/Subtype/Text/Contents(call NUMBER)"),
    a_note_in_wide_letters=_noted("/Subtype/Text/Contents<HEX>"),
    a_free_text=_noted("/Subtype/FreeText/DA(/Helv 9 Tf)/Contents(NUMBER)"),
    how_a_free_text_looks=_appearing("FreeText"),
    how_a_stamp_looks=_appearing("Stamp"),
    how_it_looks_below_the_mouse=_appearing("Stamp", "R"),
    how_it_looks_pressed=_appearing("Stamp", "D"),
    the_subject_of_a_note=_noted("/Subtype/Highlight/Subj(NUMBER)"),
    the_author_of_a_note=_noted("/Subtype/Text/T(NUMBER)"),
    a_note_in_rich_text=_noted("/Subtype/FreeText/RC(<p>NUMBER</p>)"),
    a_note_in_a_stream=_a_said_stream,
    an_answer_to_a_note=_answered,
    the_name_of_a_note=_noted("/Subtype/Text/NM(NUMBER)"),
    what_covers_a_place_blacked=_noted("/Subtype/Redact/OverlayText(NUMBER)"),
    a_note_for_a_measure=_noted("/Subtype/Line/Measure<</R(NUMBER)>>"),
    where_a_link_to_a_file_leads=_noted("/Subtype/Link/A<</S/GoToR/F(NUMBER.pdf)>>"),
    where_a_link_to_a_place_leads=_noted("/Subtype/Link/Dest(NUMBER)"),
    what_is_started=_noted("/Subtype/Link/A<</S/Launch/F<</F(NUMBER.exe)>>>>"),
    what_comes_after_a_link=_noted("/Subtype/Link/A<</S/Named/N/Next/Next<</S/Hide/T(NUMBER)>>>>"),
)
_in(
    "链接",
    a_link_to_dial=_noted("/Subtype/Link/A<</S/URI/URI(tel:NUMBER)>>"),
    a_link_to_a_page=_noted("/Subtype/Link/A<</S/URI/URI(https://example.cn/?tel=NUMBER)>>"),
)


def _asked(body: str) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        filled = body.replace("NUMBER", number).replace("HEX", f"feff{_hex(number)}")
        sheet.fields.append(sheet.annotate(f"/Subtype/Widget{filled}"))

    return hide


def _above_its_parts(sheet: Sheet, number: str) -> None:
    part = sheet.annotate("/Subtype/Widget")
    parent = sheet.add(f"<</FT/Tx/T(who)/V({number})/Kids[{part} 0 R]>>")
    sheet.objects[part] = f"<</Subtype/Widget/Rect[0 0 9 9]/Parent {parent} 0 R>>".encode()
    sheet.fields.append(parent)


def _one_sign_a_field(sheet: Sheet, number: str) -> None:
    for place, sign in enumerate(number):
        field = f"<</Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(b{place})/V({sign})/DA(/Helv 9 Tf 0 g)>>"
        sheet.fields.append(sheet.add(field))


def _in_three_fields(sheet: Sheet, number: str) -> None:
    for place, part in enumerate((number[:6], number[6:14], number[14:])):
        sheet.fields.append(sheet.add(f"<</FT/Tx/T(part{place})/V({part})>>"))


def _filled_in_a_stream(sheet: Sheet, number: str) -> None:
    value = sheet.add(stream(number.encode(), "", "FlateDecode"))
    sheet.fields.append(sheet.add(f"<</FT/Tx/T(long)/V {value} 0 R>>"))


def _by_a_name(sheet: Sheet, number: str) -> None:
    sheet.fields.append(sheet.add(f"<</FT/Btn/T(box)/V/{number}>>"))


def _form_as_xml(sheet: Sheet, number: str) -> None:
    xml = f"<xfa:data><who>{number[:5]}<b/>{number[5:]}</who></xfa:data>".encode()
    part = sheet.add(stream(xml, "", "FlateDecode"))
    sheet.catalog += f"/AcroForm<</Fields[]/XFA[(datasets) {part} 0 R]>>"


_in(
    "表单",
    what_was_filled_in=_asked("/FT/Tx/T(tel)/V(NUMBER)"),
    what_was_filled_in_in_wide_letters=_asked("/FT/Tx/T(tel)/V<HEX>"),
    what_a_form_starts_with=_asked("/FT/Tx/T(tel)/DV(NUMBER)"),
    what_may_be_chosen=_asked("/FT/Ch/T(who)/Opt[(a)(NUMBER)]"),
    what_a_choice_stands_for=_asked("/FT/Ch/T(who)/Opt[[(NUMBER)(a)]]"),
    the_name_of_a_field=_asked("/FT/Tx/T(NUMBER)"),
    the_hint_of_a_field=_asked("/FT/Tx/T(tel)/TU(NUMBER)"),
    the_name_of_a_field_for_export=_asked("/FT/Tx/T(tel)/TM(NUMBER)"),
    the_words_on_a_button=_asked("/FT/Btn/T(go)/MK<</CA(NUMBER)>>"),
    the_rich_value_of_a_field=_asked("/FT/Tx/T(tel)/RV(<p>NUMBER</p>)"),
    who_signed=_asked("/FT/Sig/T(s)/V<</Type/Sig/Name(NUMBER)>>"),
    how_who_signed_is_reached=_asked("/FT/Sig/T(s)/V<</Type/Sig/ContactInfo(NUMBER)>>"),
    the_field_above_its_parts=_above_its_parts,
    one_sign_a_field=_one_sign_a_field,
    in_three_fields=_in_three_fields,
    a_value_in_a_stream=_filled_in_a_stream,
    a_value_that_is_a_name=_by_a_name,
    a_form_as_xml=_form_as_xml,
)

# What belongs to the document.


def _catalogued(entry: str) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        sheet.catalog += entry.replace("NUMBER", number).replace("HEX", f"feff{_hex(number)}")

    return hide


def _described(entry: str) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        sheet.info += entry.replace("NUMBER", number).replace("HEX", f"feff{_hex(number)}")

    return hide


def _described_as_xml(sheet: Sheet, number: str) -> None:
    xml = f"<x:xmpmeta><dc:subject>{number}</dc:subject></x:xmpmeta>".encode()
    part = sheet.add(stream(xml, "/Type/Metadata/Subtype/XML", "ASCIIHexDecode", "FlateDecode"))
    sheet.catalog += f"/Metadata {part} 0 R"


_in(
    "文档属性",
    the_subject=_described("/Subject(NUMBER)"),
    the_keywords_in_wide_letters=_described("/Keywords<HEX>"),
    a_property_of_ones_own=_described("/Company(NUMBER)"),
    the_name_of_a_property=_described("/NUMBER(x)"),
    a_property_that_is_a_number=_described("/Code NUMBER"),
    the_properties_as_xml=_described_as_xml,
)


def _bookmarked(sheet: Sheet, number: str) -> None:
    child = sheet.add("null")
    item = sheet.add("null")
    top = sheet.add(f"<</Type/Outlines/First {item} 0 R/Last {item} 0 R/Count 1>>")
    sheet.objects[item] = (
        f"<</Title(Example)/Parent {top} 0 R/First {child} 0 R/Last {child} 0 R/Count 1>>".encode()
    )
    sheet.objects[child] = f"<</Title<feff{_hex(number)}>/Parent {item} 0 R>>".encode()
    sheet.catalog += f"/Outlines {top} 0 R"


def _labelled(sheet: Sheet, number: str) -> None:
    sheet.catalog += f"/PageLabels<</Nums[0<</S/D/P({number[:3]})/St {number[3:]}>>]>>"


_in("书签", a_bookmark=_bookmarked)
_in(
    "页码",
    before_the_page_number=_catalogued("/PageLabels<</Nums[0<</S/D/P(NUMBER-)>>]>>"),
    by_the_page_number=_labelled,
)
_in(
    "脚本",
    a_script=_catalogued("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(f\\(NUMBER\\))>>]>>>>"),
)


def _long_script(sheet: Sheet, number: str) -> None:
    script = sheet.add(stream(f"app.alert('{number}')".encode(), "", "FlateDecode"))
    sheet.catalog += f"/OpenAction<</S/JavaScript/JS {script} 0 R>>"


_in("脚本", a_long_script=_long_script)
_in("链接目标", a_place_that_links_lead_to=_catalogued("/Dests<</NUMBER[null /Fit]>>"))


def _layered(sheet: Sheet, number: str) -> None:
    layer = sheet.add(f"<</Type/OCG/Name({number})>>")
    sheet.resources += f"/Properties<</L {layer} 0 R>>"
    sheet.catalog += f"/OCProperties<</OCGs[{layer} 0 R]/D<</Order[{layer} 0 R]>>>>"


_in("图层", the_name_of_a_layer=_layered)


def _structured(entry: str) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        said = entry.replace("NUMBER", number).replace("HEX", f"feff{_hex(number)}")
        part = sheet.add(f"<</Type/StructElem/S/Figure{said}/Pg {PAGE} 0 R>>")
        middle = sheet.add(f"<</Type/StructElem/S/Document/K[{part} 0 R]>>")
        sheet.catalog += f"/StructTreeRoot<</Type/StructTreeRoot/K {middle} 0 R>>"

    return hide


_in(
    "替代文字",
    the_words_for_a_picture=_structured("/Alt(NUMBER)"),
    the_words_for_a_picture_in_wide_letters=_structured("/Alt<HEX>"),
    the_words_for_what_is_drawn=_structured("/ActualText(NUMBER)"),
    what_a_short_form_stands_for=_structured("/E(NUMBER)"),
    the_title_of_a_part=_structured("/T(NUMBER)"),
    a_property_of_a_part=_structured("/A<</O/UserProperties/P[<</N(a)/V(NUMBER)>>]>>"),
)


def _private(sheet: Sheet, number: str) -> None:
    data = sheet.add(stream(number.encode(), "", "RunLengthDecode"))
    sheet.page += f"/PieceInfo<</WPS<</Private<</Data {data} 0 R>>>>>>"


_in("软件的私有数据", what_a_program_keeps=_private)


def _coloured(sheet: Sheet, number: str) -> None:
    sheet.resources += f"/ColorSpace<</C[/Separation/{number}/DeviceGray<<>>]>>"


def _a_font_called(sheet: Sheet, number: str) -> None:
    font = sheet.add(
        f"<</Type/Font/Subtype/Type1/BaseFont/A{number}/FontDescriptor<</X({number})>>>>"
    )
    sheet.resources += f"/Properties<</F {font} 0 R>>"


_in(
    "",
    how_the_file_is_printed=_catalogued("/OutputIntents[<</S/GTS_PDFA1/Info(NUMBER)>>]"),
    the_address_of_links=_catalogued("/URI<</Base(tel:NUMBER)>>"),
    a_story=_catalogued("/Threads[<</I<</Title(NUMBER)>>>>]"),
    a_collection=_catalogued("/Collection<</Schema<</A<</N(NUMBER)>>>>>>"),
    a_colour=_coloured,
    a_font=_a_font_called,
    what_a_page_does=lambda sheet, number: setattr(
        sheet, "page", f"/AA<</O<</S/JavaScript/JS(f '{number}')>>>>"
    ),
    the_key_of_an_entry=_catalogued("/Extra<</NUMBER 1>>"),
    a_number_in_a_list=_catalogued("/Extra[1 NUMBER]"),
)

# Files and pictures inside.


def _attached(name: str, make: Callable[[str], bytes], description: str = "") -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        part = sheet.add(stream(make(number), "/Type/EmbeddedFile", "FlateDecode"))
        called = name.replace("NUMBER", number)
        file = sheet.add(
            f"<</Type/Filespec/F({called})/EF<</F {part} 0 R>>"
            f"/Desc({description.replace('NUMBER', number)})>>"
        )
        sheet.catalog += f"/Names<</EmbeddedFiles<</Names[(a) {file} 0 R]>>>>"

    return hide


def _sheet_of(number: str) -> bytes:
    return files.workbook(lambda book: book.worksheets[0].append([number]))


def _document_of(number: str) -> bytes:
    return files.document(lambda made: made.add_paragraph(number))


def _pdf_of(number: str) -> bytes:
    inner = Sheet()
    inner.info = f"/Subject({number})"
    return inner.plain()


def _pinned(sheet: Sheet, number: str) -> None:
    part = sheet.add(stream(number.encode(), "/Type/EmbeddedFile"))
    sheet.annotate(
        f"/Subtype/FileAttachment/FS<</Type/Filespec/UF(list.txt)/EF<</UF {part} 0 R>>>>"
    )


def _of_a_page(sheet: Sheet, number: str) -> None:
    part = sheet.add(stream(number.encode(), "/Type/EmbeddedFile"))
    sheet.page += f"/AF[<</Type/Filespec/UF(list.csv)/EF<</UF {part} 0 R>>>>]"


_in(
    "附带文件",
    an_attached_text=_attached("list.txt", str.encode),
    an_attached_table=_attached("list.csv", lambda number: f"姓名,电话\n某,{number}\n".encode()),
    an_attached_workbook=_attached("list.xlsx", _sheet_of),
    an_attached_document=_attached("letter.docx", _document_of),
    an_attached_pdf=_attached("inner.pdf", _pdf_of),
    an_attached_photograph=_attached("a.jpg", lambda number: files.jpeg({0x010E: number})),
    a_file_pinned_to_a_page=_pinned,
    a_file_of_a_page=_of_a_page,
)
_in(
    "",
    the_name_of_an_attached_file=_attached("NUMBER.txt", lambda number: b"x"),
    what_an_attached_file_is_said_to_be=_attached("a.txt", lambda number: b"x", "NUMBER"),
)
_IMAGE = "/Type/XObject/Subtype/Image/Width 40/Height 20/BitsPerComponent 8/ColorSpace/DeviceRGB"


def _photograph(*filters: str, where: str = "page") -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        data = files.jpeg({0x010E: number})
        picture = sheet.add(stream(data, _IMAGE, *filters, "DCTDecode"))
        entries = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources"
        entries += f"<</XObject<</I {picture} 0 R>>>>"
        if where == "page":
            sheet.draw(picture)
        elif where == "form":
            sheet.draw(sheet.add(stream(b"/I Do", entries)))
        elif where == "stamp":
            looks = sheet.add(stream(b"/I Do", entries))
            sheet.annotate(f"/Subtype/Stamp/AP<</N {looks} 0 R>>")
        elif where == "thumbnail":
            sheet.page += f"/Thumb {picture} 0 R"
        elif where == "mask":
            base = stream(bytes(2400), f"{_IMAGE}/SMask {picture} 0 R", "FlateDecode")
            sheet.draw(sheet.add(base))
        else:
            sheet.resources += f"/Properties<</P {picture} 0 R>>"

    return hide


def _remarked(sheet: Sheet, number: str) -> None:
    data = files.jpeg(comment=number.encode())
    sheet.draw(sheet.add(stream(data, _IMAGE, "DCTDecode")))


def _picture_as_xml(sheet: Sheet, number: str) -> None:
    about = sheet.add(stream(f"<x>{number}</x>".encode(), "/Type/Metadata/Subtype/XML"))
    data = stream(bytes(2400), f"{_IMAGE}/Metadata {about} 0 R", "FlateDecode")
    sheet.draw(sheet.add(data))


def _jpeg_2000(sheet: Sheet, number: str) -> None:
    data = b"\0\0\0\x0cjP  \r\n\x87\n" + f"<x:xmpmeta>{number}</x:xmpmeta>".encode()
    sheet.draw(sheet.add(stream(data, _IMAGE, "JPXDecode")))


_in(
    "图片",
    a_photograph=_photograph(),
    a_photograph_packed_again=_photograph("FlateDecode"),
    a_photograph_in_letters=_photograph("ASCII85Decode", "FlateDecode"),
    a_photograph_in_a_form=_photograph(where="form"),
    a_photograph_on_a_stamp=_photograph("FlateDecode", where="stamp"),
    a_small_view_of_the_page=_photograph(where="thumbnail"),
    the_mask_of_a_picture=_photograph(where="mask"),
    a_photograph_never_drawn=_photograph(where="nowhere"),
    a_remark_in_a_photograph=_remarked,
    a_photograph_of_another_kind=_jpeg_2000,
)
_in("文档属性", the_properties_of_a_picture=_picture_as_xml)

# What is not in use any more.


def _lost(make: Callable[[str], bytes | str]) -> Hide:
    def hide(sheet: Sheet, number: str) -> None:
        sheet.add(make(number))

    return hide


_in(
    LEFT,
    a_lost_note=_lost(lambda number: f"<</Type/Annot/Subtype/Text/Contents({number})>>"),
    a_lost_note_in_wide_letters=_lost(lambda n: f"<</Type/Annot/Contents<feff{_hex(n)}>>>"),
    a_lost_page=_lost(
        lambda n: f"<</Type/Page/Contents[]/Resources<</Font<</F1 {FONT} 0 R>>>>/X({n})>>"
    ),
    a_lost_form=_lost(_form_of),
    a_lost_drawing=_lost(
        lambda n: stream(f"BT /F1 9 Tf ({n[:5]}) Tj ({n[5:]}) Tj ET".encode(), "", "FlateDecode")
    ),
    a_lost_photograph=_lost(lambda n: stream(files.jpeg({0x010E: n}), _IMAGE, "DCTDecode")),
    a_lost_text=_lost(lambda number: f"({number})"),
)
_in(
    "没有名字的附带文件",
    a_lost_file=_lost(lambda n: stream(n.encode(), "/Type/EmbeddedFile", "FlateDecode")),
)
_in(LEFT, lost_properties=_lost(lambda n: stream(f"<x>{n}</x>".encode(), "/Type/Metadata")))
_in(
    "文件的其他部分",
    a_remark_between_the_objects=lambda sheet, n: setattr(
        sheet, "between", f"% {n[:3]} {n[3:7]} {n[7:]}\n".encode()
    ),
)
_in(
    "",
    behind_the_end=lambda sheet, number: setattr(
        sheet, "behind", f"{'x' * 70} {number}\n".encode()
    ),
    before_the_beginning=lambda sheet, number: setattr(
        sheet, "before", f"mail from {number}\n".encode()
    ),
)


_LONG = (_in_three_cells, _in_three_fields, _wrapped)
"""What one does to a long number."""


def by_hand() -> Iterator[Placed]:
    """Every place in an old and a new file, and left behind by one that was saved again."""
    for label, (place, hide) in HIDDEN.items():
        for producer, whole, words in (
            ("a table of objects", Sheet.plain, place),
            ("object streams", Sheet.packed, place),
            ("saved again", Sheet.revised, ""),
        ):
            sheet, number = Sheet(), identity() if hide in _LONG else mobile()
            hide(sheet, number)
            yield Placed(label, "pdf", words, producer, whole(sheet), number)


MADE = Path(__file__).parent / "made"


def by_programs() -> Iterator[Placed]:
    """The places of the files that other programs made."""
    for one in json.loads((MADE / "places.json").read_text(encoding="utf-8")):
        yield Placed(kind="pdf", data=_made(one.pop("file")), **one)


@cache
def _made(name: str) -> bytes:
    return (MADE / f"{name}.pdf").read_bytes()


def by_typst() -> Iterator[Placed]:
    """One file of typst with its places, as the notices are made."""
    import typst

    planted: dict[str, tuple[str, str]] = {}

    def at(label: str, place: str) -> str:
        planted[label] = (place, mobile())
        return planted[label][1]

    with tempfile.TemporaryDirectory() as folder:
        picture = files.jpeg({0x010E: at("a photograph", "图片")})
        (Path(folder) / "a.jpg").write_bytes(picture)
        (Path(folder) / "a.txt").write_text(at("an attached text", "附带文件"), encoding="utf-8")
        drawn = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 20">
            <text y="15" font-size="9" font-family="New Computer Modern">
            {at("in a drawing", "第 1 页")}</text></svg>"""
        (Path(folder) / "a.svg").write_text(drawn, encoding="utf-8")
        (Path(folder) / "a.typ").write_text(
            f"""#set document(title: "{at("the title", "文档属性")}",
              keywords: "{at("the keywords", "文档属性")}",
              description: "{at("the subject", "文档属性")}")
            #set page(width: 12cm, height: 14cm, header: [{at("above the page", "第 1 页")}])
            = {at("a bookmark", "书签")}
            Tel {at("drawn", "第 1 页")} #hide[x] #text(fill: white)[{at("white", "第 1 页")}]
            #footnote[{at("at the foot", "第 1 页")}]
            #link("tel:{at("a link to dial", "链接")}")[call]
            #table(columns: 11, ..("{at("one sign a cell", "第 1 页")}".clusters()))
            #rotate(30deg)[{at("turned", "第 1 页")}]
            #image("a.jpg", alt: "{at("the words for a picture", "替代文字")}", width: 1cm)
            #image("a.svg")
            #pdf.attach("a.txt", description: "{at("what a file is said to be", "")}")""",
            encoding="utf-8",
        )
        data = typst.compile(Path(folder) / "a.typ", format="pdf")
    assert isinstance(data, bytes)
    for label, (place, number) in planted.items():
        yield Placed(label, "pdf", place, "typst", data, number)


def by_pypdf() -> Iterator[Placed]:
    """One file of pypdf with its places; some were taken out again, and are still there."""
    planted: dict[str, tuple[str, str]] = {}

    def at(label: str, place: str) -> str:
        planted[label] = (place, mobile())
        return planted[label][1]

    def fill(writer: PdfWriter) -> None:
        writer.add_metadata({"/Subject": at("the subject", "文档属性")})
        writer.add_outline_item(title=at("a bookmark", "书签"), page_number=0)
        writer.add_annotation(0, files.note(at("a free text", "注释")))
        writer.add_annotation(0, Link(rect=(1, 1, 9, 9), url=f"tel:{at('a link to dial', '链接')}"))
        writer.add_attachment("list.txt", at("an attached text", "附带文件").encode())
        writer.add_open_action(JavaScript(f"app.alert('{at('a script', '脚本')}')"))
        writer.add_named_destination(at("a place that links lead to", ""), 0)
        writer.set_page_label(0, 0, "/D", prefix=at("before the page number", "页码"))
        writer._add_object(TextStringObject(at("a lost text", LEFT)))

    data = files.pdf("shili", fill)
    for label, (place, number) in planted.items():
        yield Placed(label, "pdf", place, "pypdf", data, number)


def placed() -> Iterator[Placed]:
    """Every place of every producer."""
    yield from by_hand()
    yield from by_typst()
    yield from by_pypdf()
    yield from by_programs()
