"""Identity of a finding across edits elsewhere in the document and across nights."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from extract.late import late

_BLANKS = late(r"\s+")


def normal(words: str) -> str:
    """Fold width and drop blanks, so that re-wrapping a line does not change an identity; digits stay."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", words))


def fingerprint(rule: str, quote: str, sentence: str, others: Iterable[str], ordinal: int) -> str:
    """Hash what a finding is about, never where it stands.

    Args:
        rule: Code of the rule.
        quote: The words it points at.
        sentence: The sentence around them.
        others: The words of the other places; their order does not count.
        ordinal: Number among findings that are equal in everything else, from 0.

    Returns:
        32 hexadecimal digits. Each field goes in with its length, so no two lists of fields look alike.
    """
    digest = hashlib.blake2b(digest_size=16, person=b"heshu-finding-1")
    for field in (
        rule,
        normal(quote),
        normal(sentence),
        *sorted(normal(other) for other in others),
        str(ordinal),
    ):
        data = field.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
