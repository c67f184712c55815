"""Numbers in plain text, in the body of a record and on a page: the same forms in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.privacy import Kind
from tests.privacy import invented
from tests.privacy.places.sample import Numbers, Sample, grouped

Form = Callable[[Numbers, str], str]


def _mobile(form: Callable[[str], str]) -> Form:
    return lambda numbers, where: form(numbers.mobile(where))


def _id(form: Callable[[str], str]) -> Form:
    return lambda numbers, where: form(numbers.id(where))


def _slip(form: Callable[[str], str]) -> Form:
    return lambda numbers, where: form(numbers.slip(where))


def _wide(text: str, zero: int = 0xFF10) -> str:
    return text.translate({ord(str(digit)): chr(zero + digit) for digit in range(10)})


def _spoken(text: str, signs: str = "〇一二三四五六七八九") -> str:
    return text.translate({ord(str(digit)): signs[digit] for digit in range(10)})


def _dated(number: str, year: str, month: str, day: str) -> str:
    """An ID number whose birthday is written as people write a day."""
    born = f"{number[6:10]}{year}{int(number[10:12])}{month}{int(number[12:14])}{day}"
    return f"{number[:6]} {born} {number[14:]}"


def _born_in_december(numbers: Numbers, where: str) -> str:
    body = f"42010619{numbers.draw.randint(50, 99)}12{numbers.draw.randint(10, 28)}"
    number = invented.with_check(f"{body}{numbers.draw.randint(100, 999)}")
    return numbers.other(where, Kind.ID, number)


def _account(form: Callable[[str], str]) -> Form:
    return lambda numbers, where: form(numbers.account(where))


def _given(kind: Kind, number: str, form: Callable[[str], str] = str) -> Form:
    return lambda numbers, where: form(numbers.other(where, kind, number))


def _longer(numbers: Numbers, where: str) -> str:
    """An ID number with a digit too many."""
    number = invented.id_number(numbers.draw)
    return f"身份证号：{numbers.other(where, Kind.ID, number[:17] + '77')}"


def _shorter(numbers: Numbers, where: str) -> str:
    number = invented.id_number(numbers.draw)
    return f"身份证号：{numbers.other(where, Kind.ID, number[:16] + '8')}"


EVERYWHERE: dict[str, Form] = {
    "身份证号后面校验位不对": _slip(lambda n: f"身份证号：{n}"),
    "公民身份号码校验位不对，分组": _slip(lambda n: f"公民身份号码 {grouped(n, ' ')}"),
    "证件号码少一位": _shorter,
    "证件号码多一位": _longer,
    "后面紧跟拼音": _mobile(lambda n: f"{n}Wang"),
    "前面紧跟拼音": _mobile(lambda n: f"Wang{n}"),
    "前面多一个 0": _mobile(lambda n: f"长途请拨 0{n}"),
    "前面多一个 0，分组": _mobile(lambda n: f"0{grouped(n, '-')}"),
    "台胞证号": _given(Kind.PASSPORT, "0123456701", lambda n: f"台胞证号：{n}"),
    "台胞证八位": _given(Kind.PASSPORT, "02345678", lambda n: f"台胞证 {n}"),
    "护照分开写": _given(Kind.PASSPORT, "E12345671", lambda n: f"护照 {n[0]} {n[1:5]} {n[5:]}"),
    "通行证": _given(Kind.PASSPORT, "C12345672", lambda n: f"往来港澳通行证号 {n}"),
    "军官证": _given(Kind.PASSPORT, "02345673", lambda n: f"军官证：军字第{n}号"),
    "香港身份证": _given(Kind.PASSPORT, "A123456(3)", lambda n: f"香港永久性居民身份证 {n}"),
    "QQ": _given(Kind.CHAT, "1234567891", lambda n: f"QQ：{n}"),
    "QQ 不带冒号": _given(Kind.CHAT, "23456782", lambda n: f"加qq{n}"),
    "微信号": _given(Kind.CHAT, "wang_shili8", lambda n: f"微信号：{n}"),
    "微信同手机": _mobile(lambda n: f"微信同号 {n}"),
    "年月日在中间": _id(lambda n: f"{n[:6]}{n[6:10]}年{n[10:12]}月{n[12:14]}日{n[14:]}"),
    "年月日在中间，不补零": _id(lambda n: _dated(n, "年", "月", "日")),
    "生日用点": lambda ns, w: _dated(_born_in_december(ns, w), ".", ".", ""),
    "生日用短横": lambda ns, w: _dated(_born_in_december(ns, w), "-", "-", ""),
    **{
        f"中间是“{gap}”": _mobile(lambda n, gap=gap: f"电话{grouped(n, gap)}。")  # type: ignore[misc]
        for gap in ("/", "、", "|", "，", "；", "│", ".", "_", "•", "~", "—", " - ", "\u3000")
    },
    **{
        f"身份证中间是“{gap}”": _id(lambda n, gap=gap: f"证号{grouped(n, gap)}。")  # type: ignore[misc]
        for gap in ("/", "、", " | ", ", ", "－", " · ")
    },
    "中文数字": _mobile(lambda n: f"电话{_spoken(n)}"),
    "中文数字，带零和幺": _mobile(lambda n: f"拨{_spoken(n, '零幺二三四五六七八九')}"),
    "中文数字，分组": _mobile(lambda n: f"电话{_spoken(grouped(n, ' '))}"),
    "中文数字的身份证": _id(lambda n: f"证号{_spoken(n)}"),
    "全角": _mobile(_wide),
    "全角，X 也是": _id(lambda n: _wide(n).replace("X", "Ｘ")),
    "圆圈里的数字": _mobile(
        lambda n: n.replace("0", "⓪").translate({48 + d: 0x245F + d for d in range(1, 10)})
    ),
    "粗体数学数字": _mobile(lambda n: _wide(n, 0x1D7CE)),
    "键帽": _mobile(lambda n: "".join(f"{d}\ufe0f\u20e3" for d in n)),
    "每位之间零宽空格": _mobile("\u200b".join),
    "软连字符": _mobile(lambda n: grouped(n, "\u00ad")),
    "不断行空格": _mobile(lambda n: grouped(n, "\u00a0")),
    "每位之间空格": _id(" ".join),
    "每位之间空格的手机": _mobile(" ".join),
    "换行断开": _mobile(lambda n: f"{n[:3]}\n{n[3:]}"),
    "身份证换行断开": _id(lambda n: f"{n[:9]}\n{n[9:]}"),
    "括号": _mobile(lambda n: f"({n[:3]}) {n[3:7]}-{n[7:]}"),
    "+86": _mobile(lambda n: f"+86{n}"),
    "（0086）": _mobile(lambda n: f"（0086）{n}"),
    "+86 分组": _mobile(lambda n: f"+86-{grouped(n, ' ')}"),
    "转分机": _mobile(lambda n: f"{n}转8001"),
    "短横分机": _mobile(lambda n: f"{n}-8001"),
    "两个号码用斜线": _mobile(lambda n: f"13800000000/{n}"),
    "身份证和手机连写": _id(lambda n: f"{n}13800000000"),
    "乘号当 X": lambda ns, w: f"证号{_with_x(ns, w)[:17]}×",
    "西里尔字母当 X": lambda ns, w: f"证号{_with_x(ns, w)[:17]}Х",
    "小写 x": lambda ns, w: f"证号{_with_x(ns, w)[:17]}x",
    "字母 O 当 0": lambda ns, w: ns.other(w, Kind.MOBILE, "13907120456").replace("0", "O"),
    "字母 l 当 1": lambda ns, w: f"l{ns.mobile(w)[1:]}",
    "旧身份证": _given(Kind.ID, "420106650308123", lambda n: f"身份证 {n}"),
    "tel: 链接": _mobile(lambda n: f"tel:{n}"),
    "tel: 带编码的加号": _mobile(lambda n: f"tel:%2B86{n}"),
    "sms: 链接里带编码的空格": _mobile(lambda n: f"sms:{grouped(n, '%20')}"),
    "网址参数 phone": _mobile(lambda n: f"https://example.cn/c?phone={n}"),
    "网址参数 mobile，相对地址": _mobile(lambda n: f"/apply?x=1&mobile={n}"),
    "网址参数 idcard": _id(lambda n: f"https://example.cn/q?idcard={n}"),
    "名片格式": _mobile(lambda n: f"TEL;TYPE=CELL:{n}"),
    "QQ 邮箱": _given(Kind.MAIL, "a12345601@qq.com"),
    "邮箱用 # 代替 @": _given(Kind.MAIL, "b12345602@qq.com", lambda n: n.replace("@", "#")),
    "邮箱写 (at)": _given(Kind.MAIL, "c12345603@163.com", lambda n: n.replace("@", " (at) ")),
    "邮箱写艾特": _given(Kind.MAIL, "d12345604@126.com", lambda n: n.replace("@", "艾特")),
    "银行账号": _account(lambda n: f"账号：{n}"),
    "银行账号分组": _account(lambda n: f"开户账户 {grouped(n, ' ', (4, 4, 4, 5))}"),
    "银行卡": lambda ns, w: f"工资发到 {grouped(_card(ns, w), ' ', (4, 4, 4, 4))}",
    "银行卡用斜线": lambda ns, w: f"工资发到 {grouped(_card(ns, w), '/', (4, 4, 4, 4))}",
    "住址写 3-2-501": _given(Kind.HOUSE, "3-2-501", lambda n: f"示例花园{n}"),
    "住址写几门几号": _given(Kind.HOUSE, "52号6门302", lambda n: f"家庭住址：示例路{n}"),
    "几栋几单元": _given(Kind.HOUSE, "7栋2单元601室", lambda n: f"示例路小区{n}"),
    "几组几号": _given(Kind.HOUSE, "5组12号", lambda n: f"示例村{n}"),
}


def _with_x(numbers: Numbers, where: str) -> str:
    while True:
        number = invented.id_number(numbers.draw)
        if number[17] == "X":
            return numbers.other(where, Kind.ID, number)


def _card(numbers: Numbers, where: str) -> str:
    while True:
        number = invented.card(numbers.draw)
        if len(number) == 16:
            return numbers.other(where, Kind.BANK, number)


IN_MARKDOWN: dict[str, Form] = {
    "粗体断开": _mobile(lambda n: f"{n[:3]}**{n[3:7]}**{n[7:]}"),
    "反斜线": _mobile(lambda n: f"{n[:3]}\\-{n[3:7]}\\-{n[7:]}"),
    "引用里断行": _id(lambda n: f"> {n[:6]}\n> {n[6:]}"),
    "表格几格": _id(lambda n: f"| 王某 | {grouped(n, ' | ')} |\n|---|---|---|---|"),
    "链接的地址": _mobile(lambda n: f"[咨询](tel:{n})"),
    "链接的文字": _mobile(lambda n: f"[{n}](https://example.cn/)"),
    "引用式链接": _mobile(lambda n: f"[咨询][a]\n\n[a]: tel:+86{n}"),
    "链接的标题": _mobile(lambda n: f'[咨询](https://example.cn/ "{n}")'),
    "图片的替代文字": _id(lambda n: f"![王某 {n}](/files/a.png)"),
    "代码块": _mobile(lambda n: f"```\nphone = {n}\n```"),
    "脚注": _mobile(lambda n: f"见注[^1]\n\n[^1]: 王某，{n}"),
    "实体写的数字": _mobile(lambda n: "".join(f"&#{ord(d)};" for d in n)),
    "十六进制实体": _mobile(lambda n: f"1&#x{ord(n[1]):x};{n[2:]}"),
    "实体写的空格": _mobile(lambda n: grouped(n, "&nbsp;")),
    "实体写的窄空格": _id(lambda n: grouped(n, "&thinsp;")),
}
ON_PAGES: dict[str, Form] = {
    "标签断开": _mobile(lambda n: f"<b>{n[:3]}</b>{n[3:]}"),
    "标签和实体": _mobile(lambda n: f"<b>{n[:3]}</b>&nbsp;<i>{n[3:7]}</i>&nbsp;{n[7:]}"),
    "标签的属性": _mobile(lambda n: f'<span title="{n}">咨询</span>'),
    "data- 属性": _id(lambda n: f'<span data-id="{n}">王某</span>'),
    "注释": _mobile(lambda n: f"<!-- 王某 {n} -->"),
    "折叠的内容": _mobile(lambda n: f"<details><summary>更多</summary>{n}</details>"),
    "输入框的值": _mobile(lambda n: f'<input value="{n}">'),
    "邮件链接": _given(Kind.MAIL, "e12345605@qq.com", lambda n: f"<{n}>"),
}
IN_YAML: dict[str, Form] = {
    "双引号里的转义": _mobile(lambda n: f'"\\x{ord(n[0]):x}{n[1:]}"'),
    "双引号里断行": _mobile(lambda n: f'"{n[:3]}\\\n    {n[3:]}"'),
    "折叠的段落": _id(lambda n: f">\n    {n[:6]}\n    {n[6:14]}\n    {n[14:]}"),
    "不带引号的数": _mobile(str),
    "下划线分节的数": _mobile(lambda n: grouped(n, "_")),
    "单引号": _id(lambda n: f"'{n}'"),
    "正文里的实体": _mobile(lambda n: f"'1&#{ord(n[1])};{n[2:]}'"),
}


def samples() -> Iterator[Sample]:
    """The forms one by one: what stands beside a number must not help to find it."""
    yield from _each("文本", "记事本", "a.txt", EVERYWHERE, "第一行。\n{}\n最后一行。\n", 11)
    page = "---\ntitle: 示例\ndescription: 示例\n---\n\n第一段。\n\n{}\n\n最后一段。\n"
    forms = EVERYWHERE | IN_MARKDOWN | ON_PAGES
    yield from _each("说明页（Markdown）", "手写", "a.md", forms, page, 12)
    body = "id: a\ntitle: 示例\nbody: |\n  第一段。\n\n  {}\n\n  最后一段。\n"
    yield from _each("记录（YAML）", "手写正文", "a.yml", EVERYWHERE | IN_MARKDOWN, body, 13)
    yield from _each("记录（YAML）", "手写字段", "a.yml", IN_YAML, "id: a\ntitle: {}\n", 14)
    yield from _encodings()


def _each(
    kind: str, maker: str, name: str, forms: dict[str, Form], around: str, seed: int
) -> Iterator[Sample]:
    indent = around[: around.index("{}")].rpartition("\n")[2] if "|" in around else ""
    for number, (where, form) in enumerate(forms.items()):
        numbers = Numbers(1000 * seed + number)
        text = form(numbers, where).replace("\n", f"\n{indent}")
        yield Sample(kind, maker, name, around.format(text).encode(), numbers.left)


def _encodings() -> Iterator[Sample]:
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        numbers = Numbers(15)
        text = f"联系人：王某\r\n电话：{_wide(numbers.mobile(encoding))}\r\n"
        yield Sample("文本", "记事本", "a.txt", text.encode(encoding), numbers.left)
