"""Writes documents/06-budget.docx: as small as the format allows, and the same bytes every time."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PARAGRAPHS = (
    "临江区2025年度部门决算情况说明（摘要）",
    "一、收入支出总体情况",
    "2025年度收入总计3862.4万元，支出总计3862.4万元。与上年相比，收、支总计各增加214.6万元，增长5.9%。",
    "本年支出3705.8万元，其中：基本支出2418.3万元，占65.3%；项目支出1287.5万元，占34.7%。",
    "二、一般公共预算财政拨款支出情况",
    "一般公共预算财政拨款支出年初预算为3450.0万元，支出决算为3582.6万元，完成年初预算的103.8%。",
    "三、“三公”经费情况",
    "“三公”经费支出决算为46.2万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费31.8万元，公务接待费16.4万元。"
    "全年国内公务接待92批次、856人次。",
)
ROWS = (
    ("科目", "年初预算（万元）", "支出决算（万元）"),
    ("一般公共服务支出", "2180.0", "2243.1"),
    ("社会保障和就业支出", "768.0", "801.7"),
    ("卫生健康支出", "502.0", "537.8"),
    ("合计", "3450.0", "3582.6"),
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table without borders."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    grid = "<w:gridCol/>" * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body>'
    + "".join(map(paragraph, PARAGRAPHS))
    + table(ROWS)
    + "<w:sectPr/></w:body></w:document>",
}

with ZipFile(Path(__file__).parent / "documents" / "06-budget.docx", "w", ZIP_DEFLATED) as archive:
    for name, content in PARTS.items():
        stamped = ZipInfo(name, (2026, 1, 1, 0, 0, 0))
        stamped.compress_type = ZIP_DEFLATED
        archive.writestr(stamped, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
