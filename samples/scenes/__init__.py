"""The scenes, one a file; each makes one shot."""
