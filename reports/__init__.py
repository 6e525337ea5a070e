"""What people and machines are told: tables, pages, files."""
