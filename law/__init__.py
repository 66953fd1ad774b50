"""What statutes fix: articles, terms and dated tables, each with its source. No arithmetic."""
