"""Rules on dates, periods and five-year plans."""
