"""A file's bytes to pixels and facts. The only place that decodes anything."""
