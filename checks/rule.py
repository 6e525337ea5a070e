"""The rule: one fault, with its documentation and its examples."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checks.finding import Category, Hit, Severity
from checks.relation import Relation
from extract import Reading


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule judges.

    Attributes:
        text: The whole text, as a document of its own.
        quote: For a bad example, words of the text that the finding's place must touch; empty for a good one.
    """

    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault that heshu looks for.

    Exactly one of ``find``, ``relate`` and ``join`` is given: the first yields faults, the second yields relations, whose
    broken ones become findings, the third yields either from what the relations of all rules say together.

    Attributes:
        code: Code of the field guide's taxonomy, such as ``A01``; never used twice.
        name: A name in kebab case that says the fault (``part-sum-mismatch``).
        title: The fault in one Chinese phrase.
        category: Category of its findings.
        severity: Default severity; a hit or a relation may carry another one, by proof.
        what: What it checks, in Chinese.
        why: Why it matters, in Chinese, with the standard or source where there is one.
        silent: When it says nothing although it might seem to apply, in Chinese.
        bad: At least two texts with the fault.
        good: At least two texts without it.
        near: At least one text that looks like the fault and is none.
        reads: Which text the offsets of ``find`` count: the analysis text or the text as read.
        find: Yields the faults of a document.
        relate: Yields the relations of a document.
        join: Yields faults and relations from the relations that the other rules have found.
        facts: Rows of the official figures that the examples are held against, the headings first; empty for a rule that
            needs no sheet.
    """

    code: str
    name: str
    title: str
    category: Category
    severity: Severity
    what: str
    why: str
    silent: str
    bad: tuple[Example, ...]
    good: tuple[str, ...]
    near: tuple[str, ...]
    reads: Literal["prose", "text"] = "prose"
    find: Callable[[Reading], Iterable[Hit]] | None = None
    relate: Callable[[Reading], Iterable[Relation]] | None = None
    join: Callable[[Reading, Sequence[Relation]], Iterable[Relation | Hit]] | None = None
    facts: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package ``checks.rules``, by code: each module below it that has a ``RULE``.

    Raises:
        ValueError: If two rules carry one code or one name.
    """
    import checks.rules

    found: dict[str, Rule] = {}
    names: set[str] = set()
    for info in pkgutil.walk_packages(checks.rules.__path__, "checks.rules."):
        rule = getattr(importlib.import_module(info.name), "RULE", None)
        if rule is None:
            continue
        if rule.code in found or rule.name in names:
            raise ValueError(
                f"two rules are called {rule.code} {rule.name}: give {info.name} another code and name"
            )
        found[rule.code] = rule
        names.add(rule.name)
    return tuple(found[code] for code in sorted(found))
