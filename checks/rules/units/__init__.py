"""Rules on units and magnitude: what is printed after a numeral, and how the numeral is written."""
