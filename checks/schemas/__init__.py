"""The schema of every table, enforced before a row is written (pandera).

A row that breaks its schema is never written: it is told in full as a finding of category ``schema``. So every check
here is one that a reader of the tables may rely on.
"""

from checks.schemas.breach import Breach, Context
from checks.schemas.expectations import expected
from checks.schemas.tables import TableName, table_schema, validate

__all__ = ["Breach", "Context", "TableName", "expected", "table_schema", "validate"]
