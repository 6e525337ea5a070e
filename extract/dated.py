"""The date that a document gives itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.enumerators import han_number
from extract.late import late

Dated = tuple[int, int, int]

_YEAR = r"(?:(?P<year>(?:19|20)\d\d)|(?P<han_year>[一二][九〇零○0][〇零○0一二三四五六七八九]{2}))"
_HAN = r"[一二三四五六七八九十]{1,3}"
_DATE = late(
    rf"{_YEAR}\s?(?:年\s?(?P<month>\d{{1,2}}|{_HAN})\s?月(?:\s?(?P<day>\d{{1,2}}|{_HAN})\s?[日号])?"
    r"|(?P<mark>[-/.])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d))"
)
_TITLE_YEAR = late(rf"{_YEAR}\s?年")
_STAMP = late(r"[^\n]{0,6}(?:时间|日期|来源|发布|更新)")
_HEADER = 14
_FOOTER = 6
_LONGEST = 90


def dated(lines: Sequence[str], kinds: Sequence[str], title: str) -> Dated | None:
    """Find the date of a document.

    The date in its header counts first (below the title, in brackets, behind a dash), then the date of its signature,
    then a publishing stamp, then the year of its title.

    Args:
        lines: The paragraphs in order.
        kinds: What :func:`extract.chrome.furniture` says of each.
        title: The title as printed.

    Returns:
        Year, month and day, 0 for an unknown part; ``None`` where there is none.
    """
    stamp: Dated | None = None
    for line, kind in zip(lines[: _HEADER * 2], kinds, strict=False):
        if kind == "" and (len(line) > _LONGEST or line.rstrip().endswith(("：", ":", "。"))):
            break
        date = _date(line)
        if date is None:
            continue
        if kind == "" and not _STAMP.match(line) and _is_header(line):
            return date
        stamp = stamp or date
    for line, kind in zip(lines[-_FOOTER:], kinds[-_FOOTER:], strict=True):
        match = _DATE.fullmatch(line.strip("　 （）()"))
        if match is not None and kind == "":
            return _parts(match)
    if stamp is not None:
        return stamp
    match = _TITLE_YEAR.search(title)
    return (_year(match), 0, 0) if match is not None else None


def _is_header(line: str) -> bool:
    """Whether the line is about the document itself: a bare stamp with a clock time is the page's, not the text's."""
    return re.search(r"\d{1,2}[:：时]\d{2}", line) is None


def _date(line: str) -> Dated | None:
    match = _DATE.search(line[:_LONGEST])
    return _parts(match) if match is not None else None


def _parts(match: re.Match[str]) -> Dated:
    month = han_number(match["month"] or match["month2"] or "0")
    day = han_number(match["day"] or match["day2"] or "0")
    return (_year(match), month if month <= 12 else 0, day if day <= 31 else 0)


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    return han_number(match["han_year"].translate(str.maketrans("○0", "〇〇")))
