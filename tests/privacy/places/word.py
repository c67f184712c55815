"""Numbers in Word documents: by python-docx where it can, else in parts written by hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.shared import Inches

from generator.privacy import Kind
from tests.privacy import files
from tests.privacy.places.sample import Numbers, Sample, grouped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def samples() -> Iterator[Sample]:
    yield _tables()
    yield _stories()
    yield _by_hand()
    yield _parts()


def _sample(maker: str, numbers: Numbers, made: Any, change: Any = None) -> Sample:
    stream = io.BytesIO()
    made.save(stream)
    data = stream.getvalue()
    return Sample("Word", maker, "a.docx", change(data) if change else data, numbers.left)


def _row(made: Any, texts: list[str]) -> Any:
    made.add_paragraph("下表：")
    row = made.add_table(1, len(texts))
    for place, text in enumerate(texts):
        row.cell(0, place).text = text
    return row


def _column(made: Any, texts: list[str]) -> None:
    made.add_paragraph("下表：")
    table = made.add_table(len(texts), 2)
    for place, text in enumerate(texts):
        table.cell(place, 0).text = text


def _tables() -> Sample:
    """Forms and lists: what is divided among cells, and what only a heading tells of."""
    made, numbers = docx.Document(), Numbers(20)
    _row(made, ["手机", "\n".join(_halves(numbers.mobile("窄格里用回车断开"), 8))])
    _row(made, ["身份证", "\n".join(_halves(numbers.id("窄格里用回车断成三行"), 5, 12))])
    _row(made, ["王某", *_halves(numbers.id("身份证分在三格"), 6, 14)])
    _row(made, ["身份证", *_by(numbers.id("身份证两位一格"), 2)])
    _row(made, ["姓名", "王某", "证号", *numbers.id("身份证一位一格")])
    _row(made, ["联系电话", *_halves(numbers.mobile("手机分在三格"), 3, 7)])
    _row(made, ["手机", *_by(numbers.mobile("手机两位一格"), 2)])
    _row(made, ["手机", *numbers.mobile("手机一位一格")])
    _row(made, [*numbers.mobile("手机一位一格，没有标题")])
    _column(made, ["身份证", *numbers.id("身份证一位一行")])
    _column(made, ["手机", *numbers.mobile("手机一位一行")])
    _column(made, ["身份证", *_halves(numbers.id("身份证分在三行"), 6, 14)])
    _row(made, ["开户账号", grouped(numbers.account("左边一格写着账号"), " ", (4, 4, 4, 5))])
    _row(made, ["身份证号", numbers.slip("左边一格写着身份证号，校验位不对")])
    _row(made, ["QQ", numbers.other("左边一格写着QQ", Kind.CHAT, "345678913")])
    table = made.add_table(2, 4)
    for place, text in enumerate(("姓名", "身份证号码", "银行卡号", "护照号")):
        table.cell(0, place).text = text
    table.cell(1, 1).text = numbers.slip("表头写着身份证号码，校验位不对")
    table.cell(1, 2).text = numbers.account("表头写着银行卡号")
    table.cell(1, 3).text = numbers.other("表头写着护照号", Kind.PASSPORT, "G23456784")
    outer = made.add_table(1, 1)
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = numbers.mobile("表格里的表格")
    merged = made.add_table(2, 6)
    merged.cell(0, 0).merge(merged.cell(0, 2)).text = "合并的一格"
    for place, text in enumerate(_halves(numbers.id("合并单元格下面的三格"), 6, 14), 3):
        merged.cell(1, place).text = text
    return _sample("python-docx", numbers, made)


def _halves(number: str, *cuts: int) -> list[str]:
    return [number[a:b] for a, b in zip((0, *cuts), (*cuts, len(number)), strict=True)]


def _by(number: str, size: int) -> list[str]:
    return [number[at : at + size] for at in range(0, len(number), size)]


def _stories() -> Sample:
    """What python-docx writes by itself: headers, comments, properties, pictures."""
    made, numbers = docx.Document(), Numbers(21)
    runs = made.add_paragraph("电话 ")
    for place, part in enumerate(_by(numbers.mobile("一段里分成几种字体"), 3)):
        runs.add_run(part).bold = bool(place % 2)
    for part in _halves(numbers.id("断在两段之间"), 9):
        made.add_paragraph(part)
    made.add_paragraph("以下是正文。")
    soft = made.add_paragraph("电话")
    number = numbers.mobile("软回车断开")
    soft.add_run(number[:7]).add_break()
    soft.add_run(number[7:])
    made.add_paragraph().add_run(grouped(numbers.id("用制表符隔开"), "\t"))
    made.add_paragraph(numbers.mobile("列表里"), style="List Bullet")
    made.add_heading(f"联系 {numbers.mobile('标题里')}", 2)
    made.add_paragraph().add_run(numbers.id("隐藏的文字")).font.hidden = True
    white = made.add_paragraph().add_run(numbers.id("白色的文字"))
    white.font.color.rgb = docx.shared.RGBColor(255, 255, 255)
    section = made.sections[0]
    section.different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    for where, story in (
        ("页眉", section.header),
        ("页脚", section.footer),
        ("首页页眉", section.first_page_header),
        ("首页页脚", section.first_page_footer),
        ("偶数页页眉", section.even_page_header),
        ("偶数页页脚", section.even_page_footer),
    ):
        story.paragraphs[0].text = f"联系 {numbers.mobile(where)}"
    section.header.add_table(1, 1, Inches(3)).cell(0, 0).text = numbers.id("页眉的表格")
    remark = (numbers.mobile("批注"), f"王{numbers.mobile('批注人')}", "王")
    made.add_comment(made.paragraphs[0].runs, *remark)
    core = made.core_properties
    core.title, core.subject = numbers.mobile("属性：标题"), numbers.mobile("属性：主题")
    core.keywords, core.comments = numbers.id("属性：标记"), numbers.mobile("属性：备注")
    core.category, core.content_status = numbers.mobile("属性：类别"), numbers.mobile("属性：状态")
    core.author = f"王某{numbers.mobile('属性：作者')}"
    core.last_modified_by = f"王某{numbers.mobile('属性：最后保存者')}"
    picture = files.jpeg({0x010E: numbers.mobile("图片的拍摄信息")})
    made.add_picture(io.BytesIO(picture), width=Inches(1))
    shape = made.inline_shapes[0]._inline.docPr
    shape.set("descr", f"王某 {numbers.id('图片的替代文字')}")
    shape.set("title", numbers.mobile("图片的标题"))
    shape.set("name", f"照片{numbers.mobile('图片的名称')}")
    made.styles.add_style(f"王{numbers.mobile('样式名')}", 1)
    made.part.relate_to(f"tel:{numbers.mobile('链接的地址')}", f"{_W}/hyperlink", is_external=True)
    return _sample("python-docx", numbers, made)


def _run(text: str, around: str = "t") -> str:
    return f'<w:r><w:{around} xml:space="preserve">{text}</w:{around}></w:r>'


def _changed(numbers: Numbers) -> str:
    """A number half of which was taken out, and the other half typed again."""
    number = numbers.mobile("修订：删一半，补一半")
    gone = f'<w:del w:id="3" w:author="a">{_run("99999999", "delText")}</w:del>'
    come = f'<w:ins w:id="4" w:author="a">{_run(number[3:])}</w:ins>'
    return f"{_run(number[:3])}{gone}{come}"


def _moved(numbers: Numbers) -> str:
    gone = f'<w:moveFrom w:id="5" w:author="a">{_run(numbers.id("修订：移走"))}</w:moveFrom>'
    come = f'<w:moveTo w:id="6" w:author="a">{_run(numbers.id("修订：移来"))}</w:moveTo>'
    return gone + come


def _field(numbers: Numbers) -> str:
    number = numbers.mobile("域代码分成几段")
    parts = ['HYPERLINK "tel:', number[:5], f'{number[5:]}"']
    return "".join(_run(part, "instrText") for part in parts) + _run("点此拨打")


def _boxed(number: str, box: str) -> str:
    inside = f"<w:txbxContent><w:p>{_run(number[:4])}{_run(number[4:])}</w:p></w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:{box}>{inside}</v:{box}></v:shape></w:pict></w:r>"


def _symbols(number: str) -> str:
    return "".join(f'<w:r><w:sym w:font="Symbol" w:char="F03{d}"/></w:r>' for d in number)


def _tag(name: str, inside: str = "", /, **values: str) -> str:
    """An element with attributes of the space w."""
    said = "".join(f' w:{key}="{value}"' for key, value in values.items())
    return f"<{name}{said}>{inside}</{name}>"


def _control(numbers: Numbers) -> str:
    item = _tag("w:listItem", displayText=numbers.mobile("下拉项"), value="1")
    alias = _tag("w:alias", val=f"王{numbers.mobile('控件的标题')}")
    about = alias + _tag("w:tag", val=numbers.id("控件的标记")) + _tag("w:dropDownList", item)
    inside = _tag("w:sdtContent", _run(numbers.id("控件里的文字")))
    return _tag("w:sdt", _tag("w:sdtPr", about) + inside)


def _paragraphs(numbers: Numbers) -> Iterator[str]:
    gone = _run(numbers.mobile("修订：删去"), "delText")
    yield _tag("w:del", gone, id="1", author="a")
    come = _run(numbers.id("修订：新增"))
    yield _tag("w:ins", come, id="2", author=f"王{numbers.mobile('修订人')}")
    yield _changed(numbers)
    yield _moved(numbers)
    yield _field(numbers)
    link = f"HYPERLINK &quot;tel:{numbers.mobile('简单域')}&quot;"
    yield _tag("w:fldSimple", _run("拨打"), instr=link)
    yield _boxed(numbers.mobile("文本框"), "textbox")
    watermark = f'<v:textpath string="{numbers.mobile("艺术字和水印")}"/>'
    yield f"<w:r><w:pict><v:shape>{watermark}</v:shape></w:pict></w:r>"
    yield f'<w:r><w:pict><v:shape alt="{numbers.id("旧图形的替代文字")}"/></w:pict></w:r>'
    yield _tag("w:bookmarkStart", id="7", name=f"王某_{numbers.mobile('书签名')}")
    yield _control(numbers)
    yield _symbols(numbers.mobile("符号字体里的数字"))
    number = numbers.mobile("不间断连字符")
    yield f"{_run(number[:3])}<w:r><w:noBreakHyphen/></w:r>{_run(number[3:])}"
    yield f"<m:oMath><m:r><m:t>{numbers.mobile('公式里')}</m:t></m:r></m:oMath>"
    filled = _tag("w:textInput", _tag("w:default", val=numbers.id("表单域的默认值")))
    yield _tag("w:r", _tag("w:fldChar", _tag("w:ffData", filled), fldCharType="begin"))
    spoken = _tag("w:rt", _run("dh"))
    written = _tag("w:rubyBase", _run(numbers.mobile("注音的正文")))
    yield _tag("w:r", _tag("w:ruby", spoken + written))
    halves = _halves(numbers.mobile("形状里的文字"), 5)
    drawn = "".join(f"<a:r><a:t>{half}</a:t></a:r>" for half in halves)
    yield f"<w:r><w:drawing><wp:inline><a:p>{drawn}</a:p></wp:inline></w:drawing></w:r>"
    drawing = f'<wp:docPr id="9" name="a" descr="{numbers.mobile("图表的替代文字")}"/>'
    yield f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"
    yield _tag("w:hyperlink", _run("咨询"), tooltip=numbers.mobile("链接的提示"))
    yield _run(f"\u202b{numbers.id('从右往左的一段')}\u202c")


def _by_hand() -> Sample:
    """What Word writes and python-docx does not."""
    made, numbers = docx.Document(), Numbers(22)
    for inside in _paragraphs(numbers):
        made.element.body.insert(0, parse_xml(f"<w:p {_NAMES}>{inside}</w:p>"))
        made.element.body.insert(0, parse_xml(f"<w:p {_NAMES}>{_run('正文')}</w:p>"))
    return _sample("手工部件", numbers, made)


def _parts() -> Sample:
    """Parts beside the text."""
    made, numbers = docx.Document(), Numbers(23)

    def xml(inside: str, root: str = "w:a") -> bytes:
        return f"<{root} {_NAMES}>{inside}</{root}>".encode()

    def paragraph(number: str) -> str:
        return f"<w:p>{_run(number[:6])}{_run(number[6:])}</w:p>"

    def cell(book: Any) -> None:
        book.worksheets[0]["B3"] = numbers.id("嵌入的工作簿")

    value = "".join(f"<a:pt><a:v>{n}</a:v></a:pt>" for n in (numbers.mobile("图表的数据"),))
    made_of: dict[str, bytes] = {
        "word/footnotes.xml": xml(paragraph(numbers.mobile("脚注"))),
        "word/endnotes.xml": xml(paragraph(numbers.mobile("尾注"))),
        "word/header9.xml": xml(paragraph(numbers.id("不再使用的页眉"))),
        "word/glossary/document.xml": xml(paragraph(numbers.mobile("自动图文集"))),
        "word/people.xml": xml(f'<w:person w:author="王{numbers.mobile("批注人名单")}"/>'),
        "word/commentsExtended.xml": xml(f'<w:x w:val="{numbers.mobile("批注的扩展")}"/>'),
        "word/charts/chart1.xml": xml(value),
        "word/diagrams/data1.xml": xml(
            f"<a:p><a:r><a:t>{numbers.id('SmartArt')}</a:t></a:r></a:p>"
        ),
        "word/webSettings.xml": xml(f'<w:x w:val="{numbers.mobile("网页设置")}"/>'),
        "customXml/item1.xml": xml(f"<phone>{numbers.mobile('自定义数据')}</phone>", "b"),
        "docProps/custom.xml": xml(f"<p name='联系'>{numbers.mobile('自定义属性')}</p>", "b"),
        "docProps/app.xml": xml(f"<Manager>王{numbers.mobile('属性：经理')}</Manager>", "b"),
        "word/afchunk.htm": "<b>".join(_halves(numbers.mobile("嵌入的网页"), 3)).encode(),
        "word/recipientData.xml": xml(f'<w:x w:val="{numbers.id("邮件合并的收件人")}"/>'),
        "word/embeddings/a.xlsx": files.workbook(cell),
        "word/media/image9.emf": b"EMF\0\1" + numbers.mobile("矢量图里的文字").encode("utf-16-le"),
        "word/numbering.xml": xml(f'<w:lvlText w:val="{numbers.mobile("编号的文字")}"/>'),
        "word/vmlBroken.vml": f"<xml><br><v:x>{numbers.mobile('写坏的图形')}".encode(),
        "word/media/a.gif": _gif(numbers.mobile("动图的注释")),
        "word/printerSettings1.bin": b"\0\1" + numbers.mobile("打印机设置").encode("utf-16-le"),
    }
    setting = f'<w:docVars><w:docVar w:name="a" w:val="{numbers.id("文档变量")}"/></w:docVars>'
    query = (
        f'<w:mailMerge><w:query w:val="where p={numbers.mobile("邮件合并的条件")}"/></w:mailMerge>'
    )

    def settings(old: bytes) -> bytes:
        return old.replace(b"</w:settings>", f"{setting}{query}</w:settings>".encode())

    change = {**made_of, "word/settings.xml": settings}
    return _sample("手工部件", numbers, made, lambda data: files.with_parts(data, change))


def _gif(text: str) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("P", (8, 8)).save(stream, "GIF", comment=text.encode())
    return stream.getvalue()
