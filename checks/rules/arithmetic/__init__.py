"""Family A: the arithmetic of a document, number against number."""
