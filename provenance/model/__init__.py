"""The vocabulary: frozen values and enums. Standard library only; every value checks itself when it is made."""
