"""Units and proposals as TOML, one folder for each regional unit."""
