"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; what is asked of it first compiles it, and then everything is the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("finditer", "search", "match", "fullmatch", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used.

    Some thousand patterns read and check a document, and a text that a linter is called for needs half of them: the
    others, compiled all the same, would be a fifth of its time. ``match.re`` is the compiled pattern, never what this gives.

    Args:
        source: The regular expression.
        flags: Those of :func:`re.compile`.

    Raises:
        re.error: At its first use, if it is none; the tests use each.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
