"""Ingest, check, show, link, inspect: the only place where reading, matching, judging and remembering meet."""
