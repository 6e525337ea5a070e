"""``heshu check`` and ``heshu rules`` as a user calls them, with everything that users do wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from command_line import CLEAN, HESHU, WRONG, Ended, environment, heshu, put

EXAMPLES = Path(__file__).parent.parent / "examples" / "documents"
COMMANDS = ("check", "run", "gate", "diff", "rules", "nightly")


def blank_pdf(path: Path) -> Path:
    """A page without a character, as a scan has it."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(path)
    return path


def test_a_clean_document_passes(tmp_path: Path) -> None:
    ended = heshu("check", put(tmp_path / "a.txt"))
    assert ended.code == 0
    assert ended.out.splitlines()[-1] == "通过"


def test_a_wrong_number_is_shown_with_its_place_and_computation(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG)
    ended = heshu("check", "a.txt", cwd=tmp_path)
    assert ended.code == 1
    assert "a.txt:2:" in ended.out
    assert "增长9.8%" in ended.out
    assert "8.8%" in ended.out
    assert "不通过：a.txt" in ended.out


def test_all_files_are_checked_whatever_one_of_them_is(tmp_path: Path) -> None:
    put(tmp_path / "in/1.txt", "")
    put(tmp_path / "in/2.docx", b"PK\x03\x04 torn")
    put(tmp_path / "in/3.txt", WRONG)
    put(tmp_path / "in/4.txt")
    ended = heshu("check", "in", "--format", "json", cwd=tmp_path)
    assert ended.code == 1
    told = json.loads(ended.out)
    assert {document["path"]: document["verdict"] for document in told["documents"]} == {
        "in/1.txt": "fail",
        "in/2.docx": "fail",
        "in/3.txt": "fail",
        "in/4.txt": "pass",
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"  \r\n\t\n"),
        ("binary.txt", bytes(range(256)) * 8),
        ("program.docx", b"\x7fELF\x02\x01\x01" + bytes(200)),
        ("text.pdf", CLEAN.encode()),
        ("torn.pdf", b"%PDF-1.4\n1 0 obj"),
        ("torn.docx", (EXAMPLES / "06-budget.docx").read_bytes()[:700]),
        ("undecodable.txt", "全年完成投资12".encode() + b"\xff\xfe\xff" + "亿元。".encode()),
        ("half.txt", CLEAN.encode()[:-2]),
    ],
)
def test_what_cannot_be_read_is_a_finding_with_a_reason(tmp_path: Path, name: str, content: bytes) -> None:
    put(tmp_path / name, content)
    ended = heshu("check", name, cwd=tmp_path)
    assert ended.code == 1
    first = ended.out.splitlines()[0]
    assert first.startswith(f"{name} 错误 R01 ")
    assert ended.err == ""


def test_a_scan_without_text_is_told_as_one(tmp_path: Path) -> None:
    ended = heshu("check", blank_pdf(tmp_path / "scan.pdf"))
    assert ended.code == 1
    assert "R01" in ended.out
    assert "OCR" in ended.out


def test_a_file_that_may_not_be_read_fails_alone(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt").chmod(0)
    put(tmp_path / "in/b.txt")
    ended = heshu("check", tmp_path / "in")
    assert ended.code == 1
    assert "没有权限" in ended.out
    assert "查了 2 个文件" in ended.out


def test_a_folder_that_may_not_be_read_is_told_as_a_document(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "locked/b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        told = json.loads(heshu("check", tmp_path, "--format", "json").out)["documents"]
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [(document["source"], document["verdict"]) for document in told] == [
        ("a.txt", "pass"),
        ("locked", "fail"),
    ]


@pytest.mark.parametrize("command", ["run", "nightly"])
def test_an_output_folder_that_may_not_be_written_is_told_at_once(tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(0o500)
    ended = heshu(command, put(tmp_path / "a.txt"), "--out", out)
    assert (ended.code, ended.err) == (2, f"heshu: {out}：没有写入权限，请检查文件夹权限或换一个文件夹\n")
    assert list(out.iterdir()) == []


def test_names_that_no_terminal_likes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in (
        "a\nb.txt",
        "q\"u'o.txt",
        "名" * 83 + ".txt",
        "\x1b[31mred.txt",
        os.fsdecode(b"\xb1\xa8.txt"),
    ):
        put(folder / name, WRONG)
    (folder / "loop").symlink_to(folder)
    for form in ("text", "json", "sarif", "github"):
        ended = heshu("check", folder, "--format", form)
        assert ended.code == 1, form
        assert "\x1b" not in ended.out
    documents = json.loads(heshu("check", folder, "--format", "json").out)["documents"]
    assert len({document["source"] for document in documents}) == 5
    assert heshu("check", folder / os.fsdecode(b"\xb1\xa8.txt")).code == 1


def test_formats_for_programs(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG)
    sarif = json.loads(heshu("check", "a.txt", "--format", "sarif", cwd=tmp_path).out)
    assert sarif["version"] == "2.1.0"
    (run,) = sarif["runs"]
    assert run["results"]
    github = heshu("check", "a.txt", "--format", "github", cwd=tmp_path)
    assert github.code == 1
    assert any(line.startswith("::error file=a.txt,line=2,") for line in github.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "缺少参数"),
        (("chek", "a.txt"), "是不是 check？"),
        (("check",), "缺少参数：PATH"),
        (("check", "a.txt", "--formt", "json"), "不认识的参数：--formt"),
        (("check", "a.txt", "--format", "xml"), "可用：text、json、sarif、github"),
        (("check", "a.txt", "--policy"), "后面要有一个值"),
        (("check", "missing.txt"), "文件不存在"),
        (("check", "empty-folder"), "没有可以审的文件"),
        (("check", "a.txt", "--policy", "missing.toml"), "missing.toml"),
        (("check", "a.txt", "--policy", "typo.toml"), "'ignore'"),
        (("check", "a.txt", "--policy", "torn.toml"), "TOML"),
        (("check", "a.txt", "--policy", "no-baseline.toml"), "no.json"),
        (("check", "a.txt", "--policy", "odd-baseline.toml"), "--write-baseline"),
        (("check", "a.txt", "--write-baseline", "empty-folder"), "empty-folder"),
        (("run", "a.txt"), "缺少参数：--out"),
        (("run", "a.txt", "--out", "o", "--workers", "0"), "1 到 256"),
        (("run", "missing.txt", "--out", "o"), "文件不存在"),
        (("run", "in", "--out", "in"), "--out"),
        (("run", "a.txt", "--out", "/proc/heshu"), "/proc/heshu"),
        (("run", "a.txt", "--out", "a.txt"), "a.txt"),
        (("run", "a.txt", "--out", "o", "--policy", "typo.toml"), "'ignore'"),
        (("run", "a.txt", "--out", "o", "--store", "nonsense"), "nonsense"),
        (("nightly", "a.txt", "--out", "o", "--cron", "soon"), "时间表"),
        (("nightly", "missing.txt", "--out", "o"), "文件不存在"),
        (("gate", "missing"), "missing"),
        (("rules", "Z99"), "没有规则"),
    ],
)
def test_a_job_that_cannot_be_done(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "in/a.txt")
    put(tmp_path / "typo.toml", 'ignor = ["A01"]\n')
    put(tmp_path / "torn.toml", "ignore = [")
    put(tmp_path / "no-baseline.toml", 'baseline = "no.json"\n')
    put(tmp_path / "odd-baseline.toml", 'baseline = "typo.toml"\n')
    (tmp_path / "empty-folder").mkdir()
    ended = heshu(*arguments, cwd=tmp_path)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("heshu: ")
    assert words in ended.err


def test_the_policy_of_the_folder_is_found(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG)
    put(tmp_path / "heshu.toml", 'ignore = ["A"]\n')
    (tmp_path / "sub").mkdir()
    assert heshu("check", "../a.txt", cwd=tmp_path / "sub").code == 0
    put(tmp_path / "sub/strict.toml", "")
    assert heshu("check", "../a.txt", "--policy", "strict.toml", cwd=tmp_path / "sub").code == 1


def test_a_baseline_leaves_only_what_is_new(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt", WRONG)
    written = heshu("check", "in", "--write-baseline", "known.json", cwd=tmp_path)
    assert (written.code, written.err) == (0, "")
    assert 'baseline = "known.json"' in written.out
    put(tmp_path / "heshu.toml", 'baseline = "known.json"\n')
    quiet = heshu("check", "in", cwd=tmp_path)
    assert quiet.code == 0
    assert "A06" not in quiet.out
    assert "处记在基线里" in quiet.out
    told = json.loads(heshu("check", "in", "--format", "json", cwd=tmp_path).out)
    assert {finding["state"] for finding in told["findings"]} == {"accepted"}
    assert "::error" not in heshu("check", "in", "--format", "github", cwd=tmp_path).out
    # The number that was accepted is not the one that stands there now.
    put(tmp_path / "in/a.txt", WRONG.replace("9.8%", "9.9%"))
    again = heshu("check", "in", cwd=tmp_path)
    assert again.code == 1
    assert "A06" in again.out


def test_a_baseline_does_not_accept_what_was_not_read(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG)
    put(tmp_path / "torn.docx", b"PK\x03\x04 torn")
    written = heshu("check", ".", "--write-baseline", "known.json", cwd=tmp_path)
    assert written.code == 1
    assert "torn.docx" in written.err
    put(tmp_path / "heshu.toml", 'baseline = "known.json"\n')
    ended = heshu("check", ".", cwd=tmp_path)
    assert ended.code == 1
    assert "不通过：torn.docx" in ended.out


def test_files_that_are_not_read_are_counted(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "b.doc")
    ended = heshu("check", tmp_path)
    assert ended.code == 0
    assert ".doc 1 个" in ended.err


def test_folders_of_the_user_do_not_shadow_the_packages(tmp_path: Path) -> None:
    for package in ("checks", "reports", "extract", "flows"):
        put(tmp_path / package / "__init__.py", "raise SystemExit(99)\n")
    put(tmp_path / "a.txt")
    assert heshu("check", "a.txt", cwd=tmp_path).code == 0


def test_a_terminal_without_chinese(tmp_path: Path) -> None:
    ended = heshu("check", put(tmp_path / "a.txt", WRONG), PYTHONIOENCODING="ascii")
    assert ended.code == 1
    assert "\\u4e0d\\u901a\\u8fc7" in ended.out


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG * 400)
    with subprocess.Popen(
        [HESHU, "check", "a.txt"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [("check", "a.txt"), ("rules",), ("--help",), ("check", "--help")])
def test_an_output_that_is_full_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    put(tmp_path / "a.txt", WRONG)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [HESHU, *arguments],
            cwd=tmp_path,
            env=environment(PYTHONUNBUFFERED=""),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (2, "heshu: 磁盘已满，写不下去，请清出空间后重试\n")


@pytest.mark.parametrize(("content", "code"), [(CLEAN, 0), (WRONG, 1)])
def test_nobody_need_read_the_output(tmp_path: Path, content: str, code: int) -> None:
    put(tmp_path / "a.txt", content)
    silent = f"'{HESHU}' check a.txt >&- 2>&-"
    assert (
        subprocess.run(["sh", "-c", silent], cwd=tmp_path, env=environment(), check=False).returncode == code
    )


def test_an_interrupt_is_told_and_nothing_else(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (
        subprocess.Popen(
            [HESHU, "check", "pipe"],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process,
        (tmp_path / "pipe").open("wb"),
    ):  # returns when the command waits for content
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert err.decode() == "heshu: 已中断\n"


def test_an_internal_error_is_a_message_and_on_demand_a_traceback(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    code = (
        "import sys, flows.commands.check as command\n"
        "from flows.cli import main\n"
        "def broken(arguments): raise ZeroDivisionError('odd')\n"
        "command.execute = broken\n"
        "sys.exit(main())\n"
    )

    def run(*more: str, **changes: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-c", code, "check", str(tmp_path / "a.txt"), *more],
            env=environment(**changes),
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    plain = run()
    assert plain.code == 2
    assert plain.err == "heshu: 内部错误（ZeroDivisionError：odd）；加 --debug 可以看到细节\n"
    assert "Traceback" in run("--debug").err
    assert "Traceback" in run(HESHU_DEBUG="1").err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    ended = heshu(command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"用法：heshu {command} ")
    assert "usage" not in ended.out


def test_the_help_names_every_command() -> None:
    ended = heshu("--help")
    assert ended.code == 0
    assert all(f"\n  {command} " in ended.out for command in COMMANDS)
    assert heshu("--version").out.startswith("heshu ")


def test_every_rule_is_listed_and_explained() -> None:
    from checks.rule import all_rules

    listed = {line.split()[0] for line in heshu("rules").out.splitlines()}
    rules = all_rules()
    assert {rule.code for rule in rules} <= listed
    rule = rules[0]
    explained = heshu("rules", rule.code.lower())
    assert explained.code == 0
    for words in (rule.title, rule.what, rule.why, rule.bad[0].text, rule.good[0], rule.near[0]):
        assert words.strip().splitlines()[0] in explained.out
    assert heshu("rules", rule.name).out == explained.out
