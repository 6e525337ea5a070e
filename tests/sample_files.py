"""Small files of each format, written byte by byte, for the tests of the readers."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Sequence
from io import BytesIO

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def make_zip(parts: dict[str, str | bytes]) -> bytes:
    """A zip of the given parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def make_docx(body: str, **others: str) -> bytes:
    """A .docx from the XML inside its body, and the XML inside the root of other parts (styles=…, numbering=…)."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in others.items():
        parts[f"word/{name}.xml"] = f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"
    return make_zip(parts)


def p(text: str, properties: str = "") -> str:
    """The XML of a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def make_pdf(
    pages: Sequence[Sequence[str]],
    *,
    mapped: bool = True,
    pictures: Collection[int] = (),
    encrypted: bool = False,
) -> bytes:
    """A PDF with the given lines on each page.

    Args:
        pages: The lines of each page.
        mapped: Whether the font says which character each of its codes is.
        pictures: The pages (from 0) that a picture covers.
        encrypted: Whether it claims to be encrypted, with a password nobody knows.

    Returns:
        The file's bytes.
    """
    characters = sorted({character for page in pages for line in page for character in line})
    codes = {character: code for code, character in enumerate(characters, 1)}
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R]"
        + (" /ToUnicode 5 0 R >>" if mapped else " >>"),
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 /FontDescriptor 6 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: _stream(_character_map(codes)),
        6: "<< /Type /FontDescriptor /FontName /F /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900"
        " /Descent -200 /CapHeight 700 /StemV 80 >>",
        7: _stream(
            "A",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
        8: f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    }
    kids = []
    for page, lines in enumerate(pages):
        picture = "q 595 0 0 842 0 0 cm /I Do Q\n" if page in pictures else ""
        shown = "".join(f"<{''.join(f'{codes[c]:04X}' for c in line)}> Tj 0 -20 Td\n" for line in lines)
        number = 9 + 2 * page
        kids.append(f"{number} 0 R")
        objects[number] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
            f" << /Font << /F 3 0 R >> /XObject << /I 7 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        objects[number + 1] = _stream(f"{picture}BT /F 12 Tf 60 780 Td\n{shown}ET")
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R" + (
        f" /Encrypt 8 0 R /ID [<{'43' * 16}> <{'43' * 16}>]" if encrypted else ""
    )
    return _with_offsets(objects, trailer)


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _character_map(codes: dict[str, int]) -> str:
    pairs = [f"<{code:04X}> <{character.encode('utf-16-be').hex()}>\n" for character, code in codes.items()]
    groups = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mappings = "".join(f"{len(group)} beginbfchar\n{''.join(group)}endbfchar\n" for group in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{mappings}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _with_offsets(objects: dict[int, str], trailer: str) -> bytes:
    file = b"%PDF-1.7\n"
    rows = [b"0000000000 65535 f \n"]
    for number in sorted(objects):
        rows.append(b"%010d 00000 n \n" % len(file))
        file += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    start = len(file)
    table = b"xref\n0 %d\n" % len(rows) + b"".join(rows)
    return file + table + f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
