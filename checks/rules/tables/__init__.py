"""Tables: the arithmetic between the columns and the rows of a document's tables."""
