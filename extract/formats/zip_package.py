"""Opens the zip of an office document within bounds, and reads single parts of it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from extract.document import ReadingError

MAX_ENTRIES = 10_000
MAX_TOTAL_BYTES = 200 * 1024 * 1024
MAX_PART_BYTES = 64 * 1024 * 1024
# Documents of words compress ten to fifty times, one line over and over 200 times, a bomb a thousand times.
_RATIO_FROM_BYTES = 16 * 1024 * 1024
_MAX_RATIO = 500

_DAMAGED = (
    "文件已损坏或不完整（压缩结构读不出来），可能没有传完；请重新取得原件，或用 Word、WPS 打开后另存为 docx"
)
_ENCRYPTED = 0x1


class ZipPackage:
    """The parts of a zip, each unpacked only when asked for.

    Args:
        data: The file's bytes.

    Raises:
        ReadingError: The zip is damaged, encrypted, ambiguous or larger than the bounds.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, OSError) as problem:
            raise ReadingError(_DAMAGED) from problem
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise ReadingError(
                f"文件内的部件超过{MAX_ENTRIES}个（上限），不像正常的文档；请另存为新文件后重试"
            )
        if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
            raise ReadingError(
                f"文件解压后超过{MAX_TOTAL_BYTES >> 20}MB（上限），可能是压缩炸弹；如是正常文档，请压缩或删去图片后重试"
            )
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) != len(entries):
            raise ReadingError("文件内有重名的部件，无法确定哪一份是正文；请用 Word、WPS 打开后另存为新文件")

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Unpack one part.

        Args:
            name: Its name in the zip.

        Returns:
            Its bytes.

        Raises:
            ReadingError: The part is missing, damaged, encrypted or too large.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise ReadingError(f"文件内缺少 {name}，不是完整的文档；请用 Word、WPS 打开后另存为 docx")
        if entry.flag_bits & _ENCRYPTED:
            raise ReadingError("文件有密码；请去掉密码后重新提交")
        large = (
            f"文件内的 {name} 解压后超过{MAX_PART_BYTES >> 20}MB（上限），可能是压缩炸弹；请拆分成几个文件"
        )
        if entry.file_size > MAX_PART_BYTES:
            raise ReadingError(large)
        if entry.file_size > _RATIO_FROM_BYTES and entry.file_size > entry.compress_size * _MAX_RATIO:
            raise ReadingError(
                f"文件内的 {name} 压缩了{_MAX_RATIO}倍以上，可能是压缩炸弹；请用 Word、WPS 打开后另存为 docx"
            )
        try:
            with self._zip.open(entry) as part:
                content = part.read(MAX_PART_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
        ) as problem:
            raise ReadingError(_DAMAGED) from problem
        if len(content) > MAX_PART_BYTES:
            raise ReadingError(large)
        return content
