"""``award-site new``: a record begun, by options or by questions at a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator.problems import Stop, failing
from generator.terminal.options import CACHE, CONTENT, Cache, Content
from generator.terminal.outcome import WRONG_USE, tell

if TYPE_CHECKING:
    from generator.editing.drafting import Question


def _kind(text: str) -> str:
    from generator.editing.drafting import WORDS

    for kind, word in WORDS.items():
        if text in (kind, word):
            return kind
    shown = "、".join(f"{kind}（{word}）" for kind, word in WORDS.items())
    raise typer.BadParameter(f"“{text}”不是记录的种类，可写 {shown}")


def _option(name: str, words: str) -> Any:
    return typer.Option(f"--{name}", help=words, metavar="…")


Text = str | None


def new(
    kind: Annotated[
        str, typer.Argument(parser=_kind, metavar="KIND", help="公告、获奖者、评定 或 培育库。")
    ],
    content: Content = CONTENT,
    id_: Annotated[Text, _option("id", "编号；不写则接着已有的编。")] = None,
    kind_of: Annotated[Text, _option("kind", "公告的种类，或获奖者的类别。")] = None,
    title: Annotated[Text, _option("title", "公告的标题，或评定的名称。")] = None,
    name: Annotated[Text, _option("name", "获奖者或培育对象的名称。")] = None,
    round_: Annotated[Text, _option("round", "属于哪次评定（年份）。")] = None,
    issuer: Annotated[Text, _option("issuer", "公告的发文机关。")] = None,
    published: Annotated[Text, _option("published", "公告的发布时间，据此推算公示期。")] = None,
    corrects: Annotated[Text, _option("corrects", "更正公告：更正哪份公告。")] = None,
    awardee: Annotated[Text, _option("awardee", "撤销公告：撤销谁的称号。")] = None,
    ground: Annotated[Text, _option("ground", "撤销公告：事由。")] = None,
    tier: Annotated[Text, _option("tier", "获奖者的奖项。")] = None,
    district: Annotated[Text, _option("district", "获奖者的所在区。")] = None,
    recommended_by: Annotated[Text, _option("recommended-by", "获奖者的推荐单位。")] = None,
    sector: Annotated[Text, _option("sector", "获奖者的行业。")] = None,
    employer: Annotated[Text, _option("employer", "获奖个人的工作单位。")] = None,
    post: Annotated[Text, _option("post", "获奖个人的职务。")] = None,
    credit_code: Annotated[Text, _option("credit-code", "统一社会信用代码。")] = None,
    drafted_by: Annotated[Text, _option("drafted-by", "公告的拟稿人，只存档。")] = None,
    reviewed_by: Annotated[Text, _option("reviewed-by", "公告的审核人，只存档。")] = None,
    approved_by: Annotated[Text, _option("approved-by", "公告的签发人，只存档。")] = None,
    body: Annotated[Text, _option("body", "培育单位。")] = None,
    step: Annotated[Text, _option("step", "培育对象的梯次。")] = None,
    since: Annotated[Text, _option("since", "培育对象的入库年份。")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只显示，不写文件。")] = False,
    cache: Cache = CACHE,
) -> None:
    """新建一份带说明的记录；没有写全的逐项询问。"""
    from generator.editing.drafting import KINDS, Interview, Unanswered, put
    from generator.register import RecordCache
    from generator.regulation import examine

    given: dict[str, str | None] = {"id": id_, "kind": kind_of, "title": title, "name": name}
    given |= {"round": round_, "issuer": issuer, "published": published, "corrects": corrects}
    given |= {"awardee": awardee, "ground": ground, "tier": tier, "district": district}
    given |= {"recommended-by": recommended_by, "sector": sector, "employer": employer}
    given |= {"drafted-by": drafted_by, "reviewed-by": reviewed_by, "approved-by": approved_by}
    given |= {"post": post, "credit-code": credit_code, "body": body, "step": step, "since": since}
    with RecordCache(cache, content) as record_cache:
        examined = examine(content, record_cache)
    interview = Interview(given, _ask if sys.stdin.isatty() else None)
    try:
        draft = KINDS[kind](examined.register, examined.calendar, interview)
    except Unanswered as unanswered:
        tell(f"用法不对：{unanswered}。用 --help 查看说明。")
        raise typer.Exit(WRONG_USE) from None
    file, text = put(content, draft, dry_run=dry_run)
    if dry_run:
        typer.echo(text, nl=False)
        return
    typer.echo(f"已新建 {file.as_posix()}。请用编辑器补充，再运行 award-site check 检查。")
    _tell_what_is_left(content, cache, file)


def _tell_what_is_left(content: Path, cache: Path, file: Path) -> None:
    """What the checks now find in the new record: it is begun, and not always complete."""
    from generator.privacy import examine_and_scan
    from generator.register import RecordCache

    try:
        with RecordCache(cache, content) as record_cache:
            problems = examine_and_scan(content, record_cache).problems
    except Stop as stop:
        problems = stop.problems
    for problem in failing(problems, strict=True):
        if problem.file == file.as_posix():
            typer.echo(f"还需补充：{problem.sentence}")


def _ask(question: Question) -> str:
    """Puts a question at the terminal until the answer will do."""
    values = [*question.choices]
    for number, (value, words) in enumerate(question.choices.items(), 1):
        typer.echo(f"  {number}. {words}" + (f"（{value}）" if value != words else ""))
    hint = f"（回车即“{question.suggestion}”）" if question.suggestion else ""
    hint = "（可不填，直接回车）" if question.optional and not hint else hint
    while True:
        try:
            answer = input(f"{question.words}{hint}：").strip() or question.suggestion
        except EOFError:
            raise typer.Abort from None
        if not answer and question.optional:
            return ""
        if answer not in values and answer.isdecimal() and 0 < int(answer) <= len(values):
            return values[int(answer) - 1]
        try:
            return question.taken(answer)
        except ValueError as error:
            typer.echo(f"  {error}。请再填一次。")
