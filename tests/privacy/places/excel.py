"""Numbers in workbooks: by openpyxl and XlsxWriter, else in parts written by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, NamedStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.scenario import InputCells, Scenario, ScenarioList
from openpyxl.worksheet.table import Table

from generator.privacy import Kind
from tests.privacy import files
from tests.privacy.places.sample import Numbers, Sample, grouped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def samples() -> Iterator[Sample]:
    for maker, open_book in (("openpyxl", _by_openpyxl), ("XlsxWriter", _by_xlsxwriter)):
        for fill in (_cells, _over_cells, _headed):
            numbers = Numbers(30)
            book, save = open_book()
            fill(book, numbers)
            yield Sample("Excel", maker, "a.xlsx", save(), numbers.left)
    yield _beside_openpyxl()
    yield _beside_xlsxwriter()
    yield _by_hand()


class _Sheet:
    """A sheet to be filled cell by cell, whichever library writes it."""

    def __init__(self, put: Callable[[int, int, Any], None]) -> None:
        self.put = put

    def across(self, row: int, texts: list[str], column: int = 1) -> None:
        for place, text in enumerate(texts):
            self.put(row, column + place, text)

    def down(self, column: int, texts: list[str], row: int) -> None:
        for place, text in enumerate(texts):
            self.put(row + place, column, text)


def _by_openpyxl() -> tuple[_Sheet, Callable[[], bytes]]:
    book = openpyxl.Workbook()
    sheet: Any = book.active

    def save() -> bytes:
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return _Sheet(lambda row, column, text: sheet.cell(row, column, text)), save


def _by_xlsxwriter() -> tuple[_Sheet, Callable[[], bytes]]:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()

    def save() -> bytes:
        book.close()
        return stream.getvalue()

    return _Sheet(lambda row, column, text: sheet.write(row - 1, column - 1, text)), save


def _cells(sheet: _Sheet, numbers: Numbers) -> None:
    sheet.put(1, 1, "说明")
    sheet.put(3, 1, f"联系王某 {numbers.mobile('一格文字')}")
    sheet.put(5, 1, int(numbers.mobile("一格数字")))
    sheet.put(7, 1, float(numbers.mobile("带小数的数字")))
    number = numbers.mobile("格内换行")
    sheet.put(9, 1, f"{number[:8]}\n{number[8:]}")
    number = numbers.id("格内换行两次")
    sheet.put(11, 1, f"{number[:5]}\n{number[5:11]}\n{number[11:]}")
    sheet.put(13, 1, f"'{numbers.id('撇号开头')}")
    sheet.put(15, 1, f'=HYPERLINK("tel:{numbers.mobile("公式：链接")}","拨打")')
    sheet.put(17, 1, f'="{numbers.mobile("公式：文本")}"')
    number = numbers.mobile("公式：用 & 连接")
    sheet.put(19, 1, f'="{number[:3]}"&"{number[3:7]}" & "{number[7:]}"')
    number = numbers.id("公式：CONCATENATE")
    sheet.put(21, 1, f'=CONCATENATE("{number[:6]}","{number[6:14]}", "{number[14:]}")')
    sheet.put(23, 1, f'=IF(A1="{numbers.id("公式：条件")}",1,0)')
    number = numbers.id("尾数丢了的身份证")
    numbers.other("尾数丢了的身份证", Kind.ID, number[:15] + "000")
    sheet.put(25, 1, int(number[:15] + "000"))
    sheet.put(27, 1, grouped(numbers.id("全角空格"), "\u3000"))
    sheet.put(29, 1, f"{numbers.mobile('一格两个号码')}/13800000000")
    sheet.put(31, 1, f"王某{numbers.mobile('姓名后面')}李某")


def _over_cells(sheet: _Sheet, numbers: Numbers) -> None:
    def cut(number: str, *cuts: int) -> list[str]:
        return [number[a:b] for a, b in zip((0, *cuts), (*cuts, len(number)), strict=True)]

    sheet.across(2, ["身份证", *cut(numbers.id("身份证分在三格"), 6, 14)])
    sheet.across(4, ["身份证", *cut(numbers.id("身份证两位一格"), *range(2, 18, 2))])
    sheet.across(6, ["身份证", *numbers.id("身份证一位一格")])
    sheet.across(8, ["手机", *cut(numbers.mobile("手机分在三格"), 3, 7)])
    sheet.across(10, ["联系电话", *numbers.mobile("手机一位一格")])
    sheet.across(12, [*numbers.mobile("手机一位一格，没有标题")])
    sheet.across(14, ["联系电话", *cut(numbers.mobile("手机两位一格"), *range(2, 11, 2))])
    sheet.across(16, ["证号", *cut(numbers.id("身份证一格十七位"), 17)])
    sheet.down(30, ["身份证", *numbers.id("身份证一位一行")], 20)
    sheet.down(32, ["手机", *numbers.mobile("手机一位一行")], 20)
    sheet.down(34, ["手机号码", *cut(numbers.mobile("手机分在三行"), 3, 7)], 20)
    sheet.down(36, ["姓名", "王某", *cut(numbers.id("身份证分在三行"), 6, 14)], 20)
    number = numbers.id("数字格里的一位一格")
    for place, sign in enumerate(number):
        sheet.put(18, 2 + place, int(sign) if sign != "X" else sign)


def _headed(sheet: _Sheet, numbers: Numbers) -> None:
    sheet.across(1, ["姓名", "身份证号", "银行账号", "QQ", "护照", "台胞证号", "微信号"])
    sheet.put(3, 1, "王某")
    sheet.put(3, 2, numbers.slip("表头是身份证号，校验位不对"))
    sheet.put(3, 3, numbers.account("表头是银行账号"))
    sheet.put(3, 4, numbers.other("表头是QQ", Kind.CHAT, "45678924"))
    sheet.put(3, 5, numbers.other("表头是护照", Kind.PASSPORT, "G34567895"))
    sheet.put(3, 6, numbers.other("表头是台胞证号", Kind.PASSPORT, "03456786"))
    sheet.put(3, 7, numbers.other("表头是微信号", Kind.CHAT, "li_shili7"))
    sheet.across(20, ["账户", numbers.account("左边一格是账户")])
    sheet.across(22, ["公民身份号码", numbers.slip("左边一格是公民身份号码，校验位不对")])


def _beside_openpyxl() -> Sample:
    book, numbers = openpyxl.Workbook(), Numbers(31)
    sheet: Any = book.active
    sheet.append(["序号", "单位"])
    book.create_sheet(f"王某{numbers.mobile('工作表名')}")
    hidden = book.create_sheet("底稿")
    hidden["A1"], hidden.sheet_state = numbers.id("深度隐藏的工作表"), "veryHidden"
    book.create_sheet("备用")["A1"] = numbers.id("隐藏的工作表")
    book["备用"].sheet_state = "hidden"
    sheet["H3"], sheet["B12"] = numbers.id("隐藏的列"), numbers.mobile("隐藏的行")
    sheet.column_dimensions["H"].hidden = sheet.row_dimensions[12].hidden = True
    sheet["B4"] = numbers.mobile("分组折叠的行")
    sheet.row_dimensions[4].outlineLevel = 1
    sheet["B5"], sheet["B5"].font = numbers.id("白色的字"), Font(color="FFFFFFFF")
    sheet["B6"], sheet["B6"].number_format = int(numbers.mobile("格式是三个分号")), ";;;"
    sheet["B7"].comment = Comment(f"请打 {numbers.mobile('批注')}", f"王{numbers.mobile('批注人')}")
    sheet.oddHeader.center.text = f"联系{numbers.mobile('页眉居中')}"
    sheet.oddHeader.left.text, sheet.oddHeader.left.size = numbers.mobile("页眉居左，带字号"), 12
    sheet.oddFooter.right.text, sheet.oddFooter.right.color = (
        numbers.id("页脚居右，带颜色"),
        "000000",
    )
    sheet.evenHeader.center.text = numbers.mobile("偶数页页眉")
    sheet.firstFooter.center.text = numbers.mobile("首页页脚")
    choices = DataValidation(
        type="list", formula1=f'"{numbers.mobile("下拉选项")},其他"', allow_blank=True
    )
    choices.promptTitle, choices.prompt = "请选", f"找王某 {numbers.mobile('输入提示')}"
    choices.errorTitle, choices.error = "不对", f"请打 {numbers.mobile('出错警告')}"
    choices.add("C3")
    sheet.add_data_validation(choices)
    rule = CellIsRule(operator="equal", formula=[f'"{numbers.id("条件格式的值")}"'], font=Font())
    sheet.conditional_formatting.add("D1:D9", rule)
    formula = FormulaRule(formula=[f'D1="{numbers.mobile("条件格式的公式")}"'])
    sheet.conditional_formatting.add("E1:E9", formula)
    sheet["C9"] = "咨询"
    sheet["C9"].hyperlink = f"tel:{numbers.mobile('链接的地址')}"
    sheet["C9"].hyperlink.tooltip = f"王某 {numbers.mobile('链接的提示')}"
    sheet["J1"], sheet["K1"] = "姓名", f"电话{numbers.mobile('表格的列名')}"
    sheet["J2"], sheet["K2"] = "王某", "略"
    sheet.add_table(Table(displayName="mingdan", ref="J1:K2"))
    sheet.auto_filter.ref = "A1:B9"
    sheet.auto_filter.add_filter_column(1, [numbers.mobile("筛选的值")])
    cells = [InputCells(r="B2", val=numbers.mobile("方案的值"))]
    note = f"王某{numbers.mobile('方案的备注')}"
    sheet.scenarios = ScenarioList(scenario=[Scenario(cells, "a", comment=note, user="王某")])
    book.defined_names["shouji"] = DefinedName("shouji", attr_text=f'"{numbers.mobile("名称")}"')
    name = f"_{numbers.mobile('名称的名字')}"
    book.defined_names[name] = DefinedName(name, attr_text="1", hidden=True)
    book.defined_names["hui"] = DefinedName("hui", attr_text="1", comment=numbers.id("名称的备注"))
    book.add_named_style(NamedStyle(f"王{numbers.mobile('单元格样式名')}"))
    sheet["L1"].number_format = f'"找{numbers.mobile("数字格式里的文字")}"0'
    core = book.properties
    core.title, core.keywords = numbers.mobile("属性：标题"), numbers.id("属性：标记")
    core.description, core.creator = (
        numbers.mobile("属性：备注"),
        f"王{numbers.mobile('属性：作者')}",
    )
    book.custom_doc_props.append(StringProperty("联系", numbers.mobile("自定义属性")))
    chart = BarChart()
    chart.title = f"联系 {numbers.mobile('图表标题')}"
    chart.x_axis.title = numbers.mobile("坐标轴标题")
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.add_chart(chart, "N5")
    sheet.add_image(
        Image(io.BytesIO(files.jpeg({0x010E: numbers.mobile("图片的拍摄信息")}))), "N30"
    )
    sheet.protection = SheetProtection(sheet=True)
    book.security = WorkbookProtection(workbookPassword="x", lockStructure=True)
    stream = io.BytesIO()
    book.save(stream)
    return Sample("Excel", "openpyxl", "a.xlsx", stream.getvalue(), numbers.left)


def _beside_xlsxwriter() -> Sample:
    stream, numbers = io.BytesIO(), Numbers(32)
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.add_worksheet(f"王某{numbers.mobile('工作表名')}")
    sheet = book.add_worksheet("名单")
    bold = book.add_format({"bold": True})
    number = numbers.mobile("一格里几种字体")
    sheet.write_rich_string("A1", "电话", bold, number[:4], number[4:])
    sheet.set_header(f"&L&12{numbers.mobile('页眉：字号贴着号码')}")
    sheet.set_footer(f'&C&"宋体,加粗"&11&K000000{numbers.mobile("页脚：字体字号颜色")}')
    sheet.insert_textbox(
        "C3", f"联系 {numbers.mobile('文本框')}", {"description": numbers.id("文本框的替代文字")}
    )
    sheet.write_comment(
        "A3", f"请打 {numbers.mobile('批注')}", {"author": f"王{numbers.mobile('批注人')}"}
    )
    options = {"input_title": "请选", "input_message": f"找{numbers.mobile('输入提示')}"}
    sheet.data_validation(
        "A5", {"validate": "list", "source": [numbers.mobile("下拉选项")], **options}
    )
    sheet.write_url(
        "A7", f"https://wa.me/86{numbers.mobile('链接的地址')}", tip=numbers.mobile("链接的提示")
    )
    sheet.conditional_format(
        "B1:B9",
        {"type": "text", "criteria": "containing", "value": numbers.id("条件格式"), "format": bold},
    )
    sheet.write("A9", numbers.mobile("隐藏的列"))
    sheet.set_column("A:A", None, None, {"hidden": True})
    sheet.merge_range("D20:H20", f"王某 {numbers.id('合并的格')}")
    sheet.insert_image(
        "F5",
        "a.jpg",
        {
            "image_data": io.BytesIO(
                files.jpeg({0x9286: f"ASCII\0\0\0{numbers.mobile('图片的评注')}"})
            ),
            "description": numbers.id("图片的替代文字"),
        },
    )
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=名单!$A$1:$A$3", "name": f"王{numbers.mobile('系列的名称')}"})
    chart.set_title({"name": f"找{numbers.mobile('图表标题')}"})
    sheet.insert_chart("J5", chart, {"description": numbers.mobile("图表的替代文字")})
    sheet.add_table(
        "P1:Q3",
        {
            "name": "biao",
            "columns": [{"header": "姓名"}, {"header": f"电话{numbers.mobile('表格的列名')}"}],
        },
    )
    sheet.insert_button("S1", {"caption": f"找{numbers.mobile('按钮的文字')}"})
    book.define_name("shouji", f'="{numbers.mobile("名称")}"')
    book.set_properties(
        {
            "subject": numbers.mobile("属性：主题"),
            "company": f"示例{numbers.mobile('属性：公司')}",
            "comments": numbers.id("属性：备注"),
        }
    )
    book.set_custom_property("联系", numbers.mobile("自定义属性"))
    sheet.write_array_formula("U1:U1", f"{{=SUM({{{numbers.mobile('数组常量')},1}})}}")
    book.close()
    return Sample("Excel", "XlsxWriter", "a.xlsx", stream.getvalue(), numbers.left)


def _by_hand() -> Sample:
    """What Excel and WPS write and the libraries do not."""
    numbers = Numbers(33)

    def xml(inside: str, root: str = "x") -> bytes:
        return f'<{root} xmlns="{_MAIN}">{inside}</{root}>'.encode()

    def text(*pieces: str) -> str:
        runs = "".join(f"<r><t>{piece}</t></r>" for piece in pieces)
        return f'<row><c t="inlineStr"><is>{runs}</is></c></row>'

    def sheet(old: bytes) -> bytes:
        number = numbers.mobile("没有坐标的格")
        rows = text(number[:4], number[4:])
        rows += f'<row><c t="str"><f>A1</f><v>{numbers.id("公式算出的值")}</v></c></row>'
        rows += f"<row><c><v>{float(numbers.mobile('科学记数')):.10E}</v></c></row>"
        rows += text(grouped(numbers.mobile("_x000D_ 断开"), "_x000D_"))
        number = numbers.mobile("_x0031_ 写的数字")
        rows += text("".join(f"_x00{ord(digit):x}_" for digit in number))
        header = f"&amp;C&amp;14{numbers.mobile('自定义视图的页眉')}"
        view = f"<headerFooter><oddHeader>{header}</oddHeader></headerFooter>"
        area = f'<protectedRange name="wang_{numbers.mobile("可编辑区域的名称")}"/>'
        more = (
            f"<protectedRanges>{area}</protectedRanges><customSheetViews>{view}</customSheetViews>"
        )
        more += f'<extLst><ext><f>"{numbers.mobile("扩展里的下拉选项")}"</f></ext></extLst>'
        return old.replace(b"</sheetData>", f"{rows}</sheetData>{more}".encode())

    def strings(old: bytes) -> bytes:
        return old.replace(
            b"</sst>", f"<si><t>{numbers.mobile('不再使用的文字')}</t></si></sst>".encode()
        )

    parts: dict[str, bytes | Callable[[bytes], bytes]] = {
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": strings,
        "xl/threadedComments/threadedComment1.xml": xml(
            f"<threadedComment><text>找{numbers.mobile('新式批注')}</text></threadedComment>"
        ),
        "xl/persons/person.xml": xml(f'<person displayName="王{numbers.mobile("批注人名单")}"/>'),
        "xl/pivotCache/pivotCacheRecords1.xml": xml(
            f'<s v="{numbers.id("透视表缓存")}"/><n v="{numbers.mobile("透视表缓存：数字")}"/>'
        ),
        "xl/pivotTables/pivotTable1.xml": xml(f'<a caption="找{numbers.mobile("透视表的标题")}"/>'),
        "xl/externalLinks/externalLink1.xml": xml(
            f"<cell><v>{numbers.id('外部链接的缓存')}</v></cell>"
        ),
        "xl/externalLinks/_rels/externalLink1.xml.rels": xml(
            f'<Relationship Target="file:///C:/王{numbers.mobile("外部链接的路径")}.xlsx"/>'
        ),
        "xl/connections.xml": xml(
            f'<connection command="where tel={numbers.mobile("数据连接的条件")}"/>'
        ),
        "xl/revisions/revisionLog1.xml": xml(f"<nc><v>{numbers.id('共享工作簿的修订')}</v></nc>"),
        "xl/queryTables/queryTable1.xml": xml(
            f'<queryTable name="找{numbers.mobile("查询的名称")}"/>'
        ),
        "xl/slicers/slicer1.xml": xml(f'<slicer caption="{numbers.mobile("切片器")}"/>'),
        "xl/ctrlProps/ctrlProp1.xml": xml(f'<p fmlaTxbx="{numbers.mobile("控件的属性")}"/>'),
        "xl/cellimages.xml": xml(f'<p descr="{numbers.id("WPS 单元格图片的说明")}"/>'),
        "xl/drawings/vmlDrawing9.vml": f"<xml><br><v:t>{numbers.mobile('旧式批注框')}".encode(),
        "xl/charts/chart9.xml": xml(
            "".join(f'<pt idx="0"><v>{n}</v></pt>' for n in (numbers.mobile("图表缓存的数据"),))
        ),
        "customXml/item1.xml": xml(f"<phone>{numbers.mobile('自定义数据')}</phone>"),
        "docProps/app.xml": xml(f"<Manager>王{numbers.mobile('属性：经理')}</Manager>", "p"),
        "xl/media/image9.emf": b"EMF\0\1\0\2"
        + numbers.mobile("矢量图里的文字").encode("utf-16-le"),
        "xl/printerSettings/printerSettings1.bin": b"\1\0"
        + numbers.mobile("打印机设置").encode("utf-16-le"),
    }
    data = files.with_parts(files.shared_strings(["示例"]), parts)
    return Sample("Excel", "手工部件", "a.xlsx", data, numbers.left)
