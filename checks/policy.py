"""The policy of a desk: which rules run, how grave they are and what blocks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from checks.baseline import BaselineError, accepted_fingerprints
from checks.finding import FindingState, Severity
from checks.refusal import refusal
from checks.rules.expressions.own_list import OwnExpressions, OwnListError, parse_own_list

KEYS = (
    "select",
    "ignore",
    "severity",
    "per-file-ignores",
    "block",
    "least-explained",
    "allow-masks",
    "baseline",
    "expressions",
    "indicators",
)


class PolicyError(Exception):
    """A policy file that cannot be followed, with the file, the key and what was expected."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a desk knows about an indicator: its unit and the range of its values.

    Attributes:
        unit: Canonical unit, empty for any.
        low: Least value in canonical units, ``None`` for none.
        high: Greatest value, ``None`` for none.
    """

    unit: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy.

    Attributes:
        select: Codes, or beginnings of codes, of the rules that run; empty for all.
        ignore: Codes, or beginnings of codes, of the rules that do not.
        severity: Another severity for a code or the beginning of one; the longest match counts.
        per_file_ignores: Pattern of sources to codes that are ignored there.
        block: Severities that block publication.
        least_explained: Least share of numerals whose role must be known, from 0 to 1.
        allow_masks: Whether masked numbers may be published; they are then information.
        indicators: Expectations by canonical name of an indicator.
        expressions: The desk's own fixed expressions, besides those that come with heshu.
        accepted: Fingerprints of findings that the desk's baseline accepts.
        reveal: Whether findings print the values that arithmetic leaves to masks. No file sets it, so that no report
            that may be published holds them by accident.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    block: tuple[Severity, ...] = ("error",)
    least_explained: float = 0.0
    allow_masks: bool = False
    indicators: Mapping[str, Expectation] = field(default_factory=dict)
    expressions: OwnExpressions = field(default_factory=OwnExpressions)
    accepted: frozenset[str] = frozenset()
    reveal: bool = False

    def runs(self, code: str, source: str) -> bool:
        """Whether a rule runs on a document."""
        if self.select and not code.startswith(self.select):
            return False
        if self.ignore and code.startswith(self.ignore):
            return False
        return not any(
            fnmatchcase(source, pattern) and code.startswith(codes)
            for pattern, codes in self.per_file_ignores.items()
        )

    def severity_of(self, code: str, proven: Severity) -> Severity:
        """The severity that the desk gives to a finding of a rule."""
        for length in range(len(code), 0, -1):
            if code[:length] in self.severity:
                return self.severity[code[:length]]
        return proven

    def state_of(self, fingerprint: str) -> FindingState:
        """The state of a finding before any reviewer has decided about it."""
        return "accepted" if fingerprint in self.accepted else "open"


def load_policy(path: Path) -> Policy:
    """Read a policy file: ``heshu.toml``, or ``[tool.heshu]`` of a ``pyproject.toml``.

    Args:
        path: The file. A baseline and a list of expressions that it names are looked for beside it.

    Returns:
        The policy.

    Raises:
        PolicyError: If the file or another that it names cannot be read, or a key or value is not known; the message
            names the nearest right one.
    """
    try:
        with path.open("rb") as file:
            content = tomllib.load(file)
    except OSError as problem:
        raise PolicyError(f"{path}: 读不了策略文件：{refusal(problem)}") from problem
    except UnicodeDecodeError as problem:
        raise PolicyError(f"{path}: 策略文件不是 UTF-8 编码，请另存为 UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        hint = "；中文的键要加引号" if "character for a key" in str(problem) else ""
        raise PolicyError(f"{path}: 不是合法的 TOML：{problem}{hint}") from problem
    table = content
    if path.name == "pyproject.toml":
        table = _own_table(content) or {}
        if not isinstance(table, dict):
            raise PolicyError(f"{path}: tool.heshu 应为表，现为 {table!r}")
    policy = parse_policy(table, str(path))
    if "expressions" in table:
        policy = replace(policy, expressions=_expressions(table, path))
    return replace(policy, accepted=_accepted(table, path)) if "baseline" in table else policy


def find_policy(start: Path) -> Path | None:
    """The nearest ``heshu.toml`` or ``pyproject.toml`` with ``[tool.heshu]`` at or above a folder."""
    for folder in (start, *start.parents):
        own = folder / "heshu.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file():
            try:
                with project.open("rb") as file:
                    if _own_table(tomllib.load(file)) is not None:
                        return project
            except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
                continue  # another tool's broken file is not ours to judge
    return None


def _own_table(content: Mapping[str, Any]) -> Any:
    """What a ``pyproject.toml`` says under ``[tool.heshu]``, ``None`` for nothing."""
    tools = content.get("tool")
    return tools.get("heshu") if isinstance(tools, dict) else None


def parse_policy(table: Mapping[str, Any], where: str) -> Policy:
    """Check a policy's keys and values.

    Args:
        table: The keys as TOML gives them.
        where: Name of the file, for messages.

    Returns:
        The policy.

    Raises:
        PolicyError: If a key or value is not known.
    """
    for key in table:
        if key not in KEYS:
            raise PolicyError(f"{where}: 不认识的键 {key!r}{_nearest(key, KEYS)}")
    severities = get_args(Severity)
    graver = _subtable(table, "severity", '{ D11 = "warning" }', where)
    for code, severity in graver.items():
        if severity not in severities:
            raise PolicyError(f"{where}: severity.{code} 不能是 {severity!r}，可用：{'、'.join(severities)}")
    blocking = _strings(table, "block", where) if "block" in table else ("error",)
    for severity in blocking:
        if severity not in severities:
            raise PolicyError(f"{where}: block 里不能有 {severity!r}，可用：{'、'.join(severities)}")
    least = table.get("least-explained", 0.0)
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise PolicyError(f"{where}: least-explained 应为 0 到 1 之间的数，现为 {least!r}")
    masks = table.get("allow-masks", False)
    if not isinstance(masks, bool):
        raise PolicyError(f"{where}: allow-masks 应为 true 或 false，现为 {masks!r}")
    baseline = table.get("baseline", "")
    if not isinstance(baseline, str) or ("baseline" in table and not baseline):
        raise PolicyError(f'{where}: baseline 应为文件名，如 "heshu-baseline.json"，现为 {baseline!r}')
    expressions = table.get("expressions", "")
    if not isinstance(expressions, str) or ("expressions" in table and not expressions):
        raise PolicyError(f'{where}: expressions 应为文件名，如 "本单位用语.txt"，现为 {expressions!r}')
    ignores = _subtable(table, "per-file-ignores", '{ "drafts/*" = ["I01"] }', where)
    expectations = _subtable(table, "indicators", '{ "城镇化率" = { unit = "%" } }', where)
    return Policy(
        select=_strings(table, "select", where),
        ignore=_strings(table, "ignore", where),
        severity=dict(graver),
        per_file_ignores={pattern: _strings(ignores, pattern, where) for pattern in ignores},
        block=blocking,  # type: ignore[arg-type]
        least_explained=float(least),
        allow_masks=masks,
        indicators={name: _expectation(name, row, where) for name, row in expectations.items()},
    )


def require_known_codes(policy: Policy, known: Iterable[str], where: str) -> None:
    """Refuse a policy that names rules that do not exist: a misspelt code would switch checks off unnoticed.

    Args:
        policy: The policy.
        known: The codes of all rules.
        where: Name of the file, for messages.

    Raises:
        PolicyError: If a code is neither a rule's nor the beginning of one.
    """
    codes = tuple(known)
    named = {
        "select": policy.select,
        "ignore": policy.ignore,
        "severity": policy.severity,
        "per-file-ignores": chain.from_iterable(policy.per_file_ignores.values()),
    }
    for key, chosen in named.items():
        for code in chosen:
            if not any(one.startswith(code) for one in codes):
                raise PolicyError(
                    f"{where}: {key} 里的 {code!r} 不是规则编号{_nearest(code, codes, '用 heshu rules 看清单')}"
                )


def _accepted(table: Mapping[str, Any], where: Path) -> frozenset[str]:
    file = where.parent / table["baseline"]
    try:
        return accepted_fingerprints(file.read_bytes())
    except OSError as problem:
        raise PolicyError(f"{where}: 读不了 baseline 所指的 {file}：{refusal(problem)}") from problem
    except BaselineError as problem:
        raise PolicyError(f"{where}: baseline 所指的 {file} 用不了：{problem}") from problem


def _subtable(table: Mapping[str, Any], key: str, example: str, where: str) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise PolicyError(f"{where}: {key} 应为表，如 {example}，现为 {value!r}")
    return value


def _expressions(table: Mapping[str, Any], where: Path) -> OwnExpressions:
    file = where.parent / table["expressions"]
    try:
        return parse_own_list(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise PolicyError(f"{where}: 读不了 expressions 所指的 {file}：{refusal(problem)}") from problem
    except UnicodeDecodeError as problem:
        raise PolicyError(f"{where}: expressions 所指的 {file} 不是 UTF-8 编码的文本") from problem
    except OwnListError as problem:
        raise PolicyError(f"{where}: expressions 所指的 {file} 用不了：{problem}") from problem


def _strings(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise PolicyError(f'{where}: {key} 应为字符串列表，如 ["A01", "H"]，现为 {value!r}')
    return tuple(value)


def _expectation(name: str, row: object, where: str) -> Expectation:
    known = ("unit", "low", "high")
    if not isinstance(row, dict):
        raise PolicyError(f'{where}: indicators.{name} 应为表，如 {{ unit = "%", low = 0, high = 100 }}')
    for key in row:
        if key not in known:
            raise PolicyError(f"{where}: indicators.{name} 里不认识的键 {key!r}{_nearest(key, known)}")
    unit, low, high = row.get("unit", ""), row.get("low"), row.get("high")
    if not isinstance(unit, str):
        raise PolicyError(f'{where}: indicators.{name}.unit 应为单位，如 "%"，现为 {unit!r}')
    for key, limit in (("low", low), ("high", high)):
        # A limit that is no number (nan) would be kept by every value and by none.
        if limit is not None and (type(limit) not in (int, float) or limit != limit):
            raise PolicyError(f"{where}: indicators.{name}.{key} 应为数，现为 {limit!r}")
    if low is not None and high is not None and low > high:
        raise PolicyError(f"{where}: indicators.{name} 的 low（{low}）大于 high（{high}）")
    return Expectation(unit, low, high)


def _nearest(word: str, known: tuple[str, ...], otherwise: str = "") -> str:
    import difflib  # needed for a mistake only

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"，是不是 {close[0]!r}？" if close else f"，{otherwise or '可用：' + '、'.join(known)}"
