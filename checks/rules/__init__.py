"""The rules, one file each, in a folder for each family of the taxonomy."""
