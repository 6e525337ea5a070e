"""What a document says: bytes to text, numbers and claims.

Every stage is a pure function of its arguments and can be called alone.
"""

from extract.document import Block, Document, ReadingError
from extract.reading import Reading, extract, read_document

__all__ = ["Block", "Document", "Reading", "ReadingError", "extract", "read_document"]
