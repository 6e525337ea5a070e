"""A policy is followed to the letter or refused with the place and the right word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.baseline import baseline_text
from checks.policy import PolicyError, find_policy, load_policy, parse_policy, require_known_codes
from flows.policies import read_policy
from reports.told_rules import told_rules

README = Path(__file__).parents[1] / "README.md"


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_everything_that_can_be_said_is_kept() -> None:
    policy = parse_policy(
        {
            "select": ["A", "I"],
            "ignore": ["A02"],
            "severity": {"A": "warning", "A01": "info"},
            "per-file-ignores": {"drafts/*": ["I01"]},
            "block": ["error", "warning"],
            "least-explained": 1,
            "allow-masks": True,
            "indicators": {"城镇化率": {"unit": "%", "low": 0, "high": 100.5}},
        },
        "heshu.toml",
    )
    assert [policy.runs(code, "a.txt") for code in ("A01", "A02", "B01")] == [True, False, False]
    assert [policy.runs("I01", source) for source in ("a.txt", "drafts/a.txt")] == [True, False]
    assert [policy.severity_of(code, "error") for code in ("A01", "A03", "B01")] == [
        "info",
        "warning",
        "error",
    ]
    assert policy.block == ("error", "warning")
    assert (policy.least_explained, policy.allow_masks) == (1.0, True)
    assert policy.indicators["城镇化率"].high == 100.5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('selct = ["A"]', "'select'"),
        ('select = "A01"', "字符串列表"),
        ('ignore = [""]', "字符串列表"),
        ('severity = "error"', "severity 应为表"),
        ('severity = { A01 = "bad" }', "severity.A01"),
        ('per-file-ignores = ["drafts/*"]', "per-file-ignores 应为表"),
        ('per-file-ignores = { "*" = "A01" }', "字符串列表"),
        ('block = ["warn"]', "'warn'"),
        ("least-explained = 2", "least-explained"),
        ("least-explained = nan", "least-explained"),
        ("least-explained = true", "least-explained"),
        ("allow-masks = 1", "allow-masks"),
        ('baseline = ""', "baseline"),
        ('baseline = "none.json"', "none.json：文件不存在"),
        ("indicators = 3", "indicators 应为表"),
        ('indicators = { "城镇化率" = 3 }', "indicators.城镇化率"),
        ('indicators = { "城镇化率" = { unit = 3 } }', "indicators.城镇化率.unit"),
        ('indicators = { "城镇化率" = { uint = "%" } }', "'unit'"),
        ('indicators = { "城镇化率" = { low = true } }', "indicators.城镇化率.low"),
        ('indicators = { "城镇化率" = { high = nan } }', "indicators.城镇化率.high"),
        ('indicators = { "城镇化率" = { low = 3, high = 1 } }', "大于 high"),
        ('select = ["A99"]', "'A99' 不是规则编号"),
        ('ignore = ["part-sum-mismatch"]', "heshu rules"),
        ('severity = { "a01" = "info" }', "'a01' 不是规则编号"),
        ('per-file-ignores = { "*" = ["I0x"] }', "per-file-ignores 里的 'I0x'"),
        ("select = [", "TOML"),
        ("indicators = { 城镇化率 = {} }", "中文的键要加引号"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_place(tmp_path: Path, line: str, words: str) -> None:
    path = write(tmp_path / "heshu.toml", line + "\n")
    with pytest.raises(PolicyError) as caught:
        read_policy(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_the_policy_of_the_readme_can_be_followed(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    write(tmp_path / "known.json", baseline_text([]))
    write(tmp_path / "our-words.txt", "一河两岸\n")
    (policy,) = (read_policy(write(tmp_path / "heshu.toml", block)) for block in blocks)
    assert policy.indicators["城镇化率"].unit == "%"


@pytest.mark.parametrize("code", ["A", "A01", "R01", "S02", "C11", "C12"])
def test_every_code_that_a_finding_carries_can_be_named(code: str) -> None:
    require_known_codes(parse_policy({"ignore": [code]}, "heshu.toml"), told_rules(), "heshu.toml")


def test_files_that_are_no_policy(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# \xff\n")
    for name, words in (("none.toml", "文件不存在"), (".", "这是文件夹"), ("latin.toml", "UTF-8")):
        with pytest.raises(PolicyError, match=words):
            load_policy(tmp_path / name)


def test_the_nearest_policy_counts(tmp_path: Path) -> None:
    below = tmp_path / "one" / "two"
    below.mkdir(parents=True)
    project = write(tmp_path / "pyproject.toml", '[tool.heshu]\nignore = ["A01"]\n')
    write(tmp_path / "one" / "pyproject.toml", "[tool.other]\nkey = 1\n")
    assert find_policy(below) == project
    assert load_policy(project).ignore == ("A01",)
    own = write(tmp_path / "one" / "heshu.toml", "")
    assert find_policy(below) == own


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool\n", "[tool.other]\n"])
def test_the_project_file_of_another_tool_is_passed_over(tmp_path: Path, text: str) -> None:
    nearest = write(tmp_path / "heshu.toml", "")
    below = tmp_path / "below"
    below.mkdir()
    write(below / "pyproject.toml", text)
    assert find_policy(below) == nearest


def test_a_project_file_whose_own_table_is_none(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"tool\.heshu 应为表"):
        load_policy(write(tmp_path / "pyproject.toml", "[tool]\nheshu = 3\n"))
