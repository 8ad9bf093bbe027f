"""A document to captioned photo references: spreadsheet, sidecar, article, the fields inside a file."""
