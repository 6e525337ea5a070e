"""The number formats of automatic lists (ISO/IEC 29500-1, 17.18.59) that Chinese documents use."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def list_mark(number: int, style: str) -> str:
    """Render one number of an automatic list.

    Args:
        number: The number, from 0.
        style: The format's name (``w:numFmt``).

    Returns:
        The number as Word prints it; in Arabic digits for formats that are not known and numbers that a format has
        no sign for, empty for bullets and ``none``.
    """
    if style in {"bullet", "none"}:
        return ""
    render = _STYLES.get(style)
    return (render(number) if render is not None else "") or str(number)


def _chinese(number: int, digits: str, units: tuple[str, str, str]) -> str:
    """One to 9,999 with units, as 一百零三; 十二 without its one where the digits are everyday ones."""
    if not 0 < number < 10_000:
        return ""
    words = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            if gap and words:
                words += "零"
            words += digits[digit] + (units[power - 1] if power else "")
            gap = False
        else:
            gap = True
    if 10 <= number < 20 and digits == _DIGITS:
        return words[1:]
    return words


def _counting(number: int) -> str:
    return _chinese(number, _DIGITS, ("十", "百", "千"))


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counting_to_99(number: int) -> str:
    return _counting(number) if number < 100 else _digitwise(number)


def _letters(number: int) -> str:
    # Word goes on with aa, bb, cc after z.
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _roman(number: int) -> str:
    if not 0 < number < 4_000:
        return ""
    words = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        words += letters * count
    return words


def _signs(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode, from the one for 1."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "chineseCounting": _counting_to_99,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting_to_99,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL_SIMPLIFIED, ("拾", "佰", "仟")),
    "ideographLegalTraditional": lambda number: _chinese(number, _LEGAL_TRADITIONAL, ("拾", "佰", "仟")),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
}
