"""A case to findings. One rule, one file; the list stands in catalog.py."""
