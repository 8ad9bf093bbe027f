"""What the archive remembers. The only place that knows SQL, or which engine keeps it."""
