"""Words by which a page admits that text is left out, and by which a newspaper sends its reader to another page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.late import late

# Plain words only: a pattern whose branches all begin with a letter is scanned ten times as fast.
_TRIGGER = late(
    r"省略|未完|仅显示|当前显示|从略|下略|中略|后略|\(略|（略|【略|\[略|略\)|略）|略】|略去|余下|剩下|剩余|还有\d|阅读全文|查看全文|"
    r"完整阅读|阅读完整|查看完整|展开全文|显示全文|付费阅读|付费后|会员可|登录后|注册后|试读|后续内容|缺页|缺文|缺字|删节|会员可见|可见全文"
    r"|隐藏内容|内容隐藏|内容需|购买后"
)
_FORM = late(
    r"省略(?:了)?\s?[\d,]{1,10}\s?[个余多]{0,2}字|未完[,，、)）]|未完待续|全文共?\s?[\d,]{1,10}\s?字|仅显示\s?[\d,]{1,10}\s?字"
    r"|[(（【\[](?:以下|此处|下文|中间|后文|内容|原文|部分内容|有)?(?:略|下略|中略|后略|从略|省略|略去|未完)[)）】\]]"
    r"|(?:以下|此处|下文|中间|后文|余下)(?:的)?(?:内容|部分|文字)?(?:从略|省略|略去)"
    r"|[余剩]下(?:的)?(?:全文|内容|部分)|(?:剩余|还有)\s?[\d,]{1,10}\s?字"
    r"|(?:点击|登录|注册|付费|订阅|会员|请)[^。；\n]{0,12}(?:阅读|查看|展开|显示)[^。；\n]{0,4}(?:全文|完整|更多|全部|原文)"
    r"|(?:会员|付费|登录|注册)(?:后)?(?:即)?可?[^。；\n]{0,6}(?:完整)?(?:阅读|查看|查阅)|付费后|付费阅读|会员可见|购买后[^。\n]{0,4}(?:阅读|查看)|试读(?:已)?结束|(?:隐藏内容|内容隐藏)[^。\n]{0,12}(?:查看|可见|登录|付费)|后续内容[^。\n]{0,6}(?:付费|会员|登录)"
    r"|(?:展开|查看|阅读|显示)全文|[(（【\[](?:此处|以下|原文|原件|原稿|下文|底本|原书|有|部分)(?:内容|文字|有|略有)?(?:缺页|缺文|缺字|残缺|删节|删减|缺失)[^)）】\]\n]{0,6}[)）】\]]"
)
_AMOUNT = late(r"省略(?:了)?\s?([\d,]{1,10})|(?:剩余|还有)\s?([\d,]{1,10})\s?字")
_WHOLE = late(r"全文共?\s?([\d,]{1,10})\s?字")
_SHOWN = late(r"显示\s?([\d,]{1,10})\s?字")
_BORDER = "。！？；…\n"
_REACH = 60
_WIDEST = 50
_BESIDE = 12
_CLOSING = {"(": ")", "（": "）", "【": "】", "[": "]"}
_BRACKETS = frozenset("(（【[")
_TURN = late(
    r"(?:紧接|上接|接上|下转|转|下接|紧接着|接)第?[一二三四五六七八九十\dA-Z]{1,3}版[^\n。)）】\]]{0,8}[)）】\]]?"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """An admission that text is missing.

    Attributes:
        start: Offset of its first character in the analysis text.
        end: Offset after its last character.
        missing: Number of characters that it says are left out, 0 where it gives none.
    """

    start: int
    end: int
    missing: int


@lru_cache(maxsize=2)
def omissions(text: str) -> tuple[Notice, ...]:
    """Find the notices of omission of a text in order, each with the clause around it."""
    return tuple(_omissions(text))


def _omissions(text: str) -> Iterator[Notice]:
    after = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < after:
            continue
        first = max(after, trigger.start() - _REACH)
        form = _FORM.search(text, max(after, trigger.start() - 12), trigger.end() + 24)
        if form is None:
            continue
        start = max([first, *(text.rfind(border, first, form.start()) + 1 for border in _BORDER)])
        start = max([start, *(text.rfind(bracket, start, form.start()) for bracket in "(（【[")])
        end = min(
            (at for border in _BORDER if (at := text.find(border, form.end(), form.end() + _REACH)) >= 0),
            default=min(len(text), form.end() + _REACH),
        )
        closing = _CLOSING.get(text[start])
        if closing is not None:
            closed = text.find(closing, form.end() - 1, end + 1)
            end = closed + 1 if closed >= 0 else end
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        missing, after = _missing(text[start:end]), end
        if end - start > _WIDEST:  # no stop near by: the notice stands among other words
            start, end = max(start, form.start() - _BESIDE), min(end, form.end() + _BESIDE)
        yield Notice(start, end, missing)


def _missing(words: str) -> int:
    amount = _AMOUNT.search(words)
    if amount is not None:
        return _count(amount[1] or amount[2])
    whole, shown = _WHOLE.search(words), _SHOWN.search(words)
    if whole is not None and shown is not None:
        return max(0, _count(whole[1]) - _count(shown[1]))
    return 0


def _count(digits: str) -> int:
    return int(digits.replace(",", "") or 0)


def page_turns(text: str) -> Iterator[tuple[int, int]]:
    """Find （紧接第一版） and （下转第二版）."""
    for match in _TURN.finditer(text):
        opened = text[match.start() - 1 : match.start()] in _BRACKETS
        if opened or text[match.end() - 1] in ")）】]":
            yield match.start() - opened, match.end()
