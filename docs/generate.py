"""Writes the generated documentation: docs/rules/, one page per rule and a list.

python docs/generate.py            writes what is out of date
python docs/generate.py --check    changes nothing; exits 1 with a sentence when something is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path

from provenance.rules.catalog import RULES
from provenance.rules.manual import index_page, page

DOCS = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Every generated page, by its path below the documentation folder."""
    rules = Path("rules")
    return {rules / "README.md": index_page(), **{rules / f"{rule.id}.md": page(rule) for rule in RULES}}


def out_of_date(docs: Path) -> list[Path]:
    """The pages that are missing, differ, or belong to no rule any more."""
    wanted = pages()
    changed = [path for path, text in wanted.items() if _text(docs / path) != text]
    left_over = [path.relative_to(docs) for path in sorted((docs / "rules").glob("*.md"))]
    return changed + [path for path in left_over if path not in wanted]


def write(docs: Path) -> None:
    """Write the pages that are out of date, and remove those that belong to no rule any more."""
    wanted = pages()
    (docs / "rules").mkdir(exist_ok=True)
    for path in out_of_date(docs):
        if path in wanted:
            (docs / path).write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            (docs / path).unlink()


def main(arguments: list[str], docs: Path = DOCS) -> int:
    """0, or 1 where `--check` finds something out of date, or 2 for other arguments."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("Usage: python docs/generate.py [--check]\n")
        return 2
    if not arguments:
        write(docs)
        return 0
    stale = out_of_date(docs)
    if stale:
        names = ", ".join(path.as_posix() for path in stale)
        sys.stderr.write(f"Out of date in docs: {names}. Run: python docs/generate.py\n")
    return 1 if stale else 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
