"""Verdicts to text, JSON and HTML. Pure: values in, text out."""
