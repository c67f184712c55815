"""Numbers in tables of commas, as spreadsheets, databases and scripts write them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.privacy import Kind
from tests.privacy.places.sample import Numbers, Sample, grouped


def samples() -> Iterator[Sample]:
    for maker, delimiter, end, encoding in (
        ("Excel", ",", "\r\n", "gb18030"),
        ("Excel，带 BOM", ",", "\r\n", "utf-8-sig"),
        ("Excel，Unicode 文本", "\t", "\r\n", "utf-16"),
        ("数据库导出", ";", "\n", "utf-8"),
        ("数据库导出", "|", "\n", "utf-8"),
    ):
        numbers = Numbers(40)
        lines = [delimiter.join(row) for row in _rows(numbers)]
        data = f"{end.join(lines)}{end}".encode(encoding)
        yield Sample("CSV", f"{maker}“{delimiter}”", "a.csv", data, numbers.left)


def _rows(numbers: Numbers) -> Iterator[list[str]]:
    yield ["姓名", "手机", "身份证号", "银行账号", "QQ", "备注"]
    full = [numbers.mobile("一格"), numbers.id("一格的身份证"), numbers.account("表头是银行账号")]
    yield ["王某", *full, numbers.other("表头是QQ", Kind.CHAT, "56789035"), "无"]
    yield ["王某", "无", numbers.slip("表头是身份证号，校验位不对"), "无", "无", "无"]
    yield ["王某", f"{numbers.mobile('小数的手机')}.0", "无", "无", "无", "无"]
    yield ["王某", f"{float(numbers.mobile('科学记数')):.10E}", "无", "无", "无", "无"]
    yield ["王某", f'="{numbers.mobile("写成公式")}"', "无", "无", "无", "无"]
    yield ["王某", f"'{numbers.mobile('撇号开头')}", "无", "无", "无", "无"]
    yield [
        "王某",
        f'"{grouped(numbers.mobile("格内换行"), chr(10), (8, 3))}"',
        "无",
        "无",
        "无",
        "无",
    ]
    number = numbers.id("身份证分在三格")
    yield ["证号", number[:6], number[6:14], number[14:], "无", "无"]
    number = numbers.mobile("手机分在三格")
    yield ["联系电话", number[:3], number[3:7], number[7:], "无", "无"]
    yield ["手机", *(numbers.mobile("手机一位一格"))]
    yield ["证号", *(numbers.id("身份证一位一格"))]
    number = numbers.id("身份证两位一格")
    yield ["证号", *(number[at : at + 2] for at in range(0, 18, 2))]
    yield ["结束", "无", "无", "无", "无", "无", "身份证"]
    for sign in numbers.id("身份证一位一行"):
        yield ["王某", "无", "无", "无", "无", "无", sign]
    yield ["结束", "无", "无", "无", "无", "无", "手机号码"]
    for sign in numbers.mobile("手机一位一行"):
        yield ["王某", "无", "无", "无", "无", "无", sign]
    yield ["", "", "", "", "", "", ""]
    yield [
        "账号",
        grouped(numbers.account("左边一格写着账号"), " ", (4, 4, 4, 5)),
        "无",
        "无",
        "无",
    ]
