"""Rules on fixed expressions of formal prose."""
