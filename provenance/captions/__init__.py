"""Text to claims: dates, places and credits; and claims held against claims."""
