"""Strangers' files are opened in a process that is trusted with nothing."""
