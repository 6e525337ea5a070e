"""Real documents beside the repository go through: exact offsets, no internal error, the relations that are known to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Audit, audit

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDERS = (
    "samples",
    "corpus/local_report",
    "corpus/national_report",
    "corpus/news",
    "corpus/speech",
    "corpus/raw",
    "corpus/other",
)

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with its real documents is not here")


def documents(folder: str) -> list[Path]:
    return sorted(path for path in (SHARED / folder).rglob("*") if path.suffix in (".txt", ".tmx"))


def assert_exact(result: Audit) -> None:
    document, reading = result.document, result.reading
    assert document is not None
    assert reading is not None
    text, prose = document.text, reading.prose
    assert [f.rule for f in result.findings if f.rule in ("R01", "R02")] == []
    for finding in result.findings:
        for place in (finding.place, *finding.related):
            assert text[place.start : place.end] == place.quote, finding
            assert 0 <= place.start < place.end <= len(text), finding
    for placed in result.relations:
        for place in placed.places:
            assert text[place.start : place.end] == place.quote, placed
    for claim in reading.claims:
        start, end = prose.raw(claim.start, claim.end)
        assert 0 <= start < end <= len(text)
    covered = bytearray(len(prose.text))
    for quantity in reading.quantities:
        covered[quantity.span[0] : quantity.span[1]] = b"\1" * (quantity.span[1] - quantity.span[0])
        covered[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
    bare = [
        prose.text[max(0, at - 10) : at + 10]
        for at, character in enumerate(prose.text)
        if character in "0123456789" and not covered[at]
    ]
    assert bare == [], "Arabic digits outside every number"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_document_goes_through(folder: str) -> None:
    paths = documents(folder)
    assert paths, f"no documents in ../shared/{folder}"
    for path in paths:
        result = audit(path.name, path.read_bytes())
        if path.suffix == ".tmx":
            continue
        assert_exact(result)


def test_sample_relations_that_hold_are_tested_and_hold() -> None:
    result = audit("000.txt", (SHARED / "samples/000.txt").read_bytes())
    held = [
        (placed.relation.kind, [place.quote for place in placed.places])
        for placed in result.relations
        if placed.relation.state == "holds"
    ]

    def holds(kind: str, *quotes: str) -> bool:
        return any(
            kind == found and all(any(quote in place for place in places) for quote in quotes)
            for found, places in held
        )

    assert holds("sum", "1500亿元", "500亿元", "300亿元", "200亿元")
    assert holds("ratio", "6.8:45.2:48") or holds("sum", "6.8:45.2:48")
    assert holds("threshold", "26个", "3个", "351.6亿元")
    assert holds("rank", "44名", "56个")
    assert holds("part", "56.37亿元", "96.46亿元")
    assert not [finding for finding in result.findings if finding.category in ("arithmetic", "conflict")]
