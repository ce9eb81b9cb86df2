"""What was run: documents and systems."""

from __future__ import annotations

from pathlib import Path

from evaluation.markdown import table
from evaluation.real import by_hand, set_aside
from evaluation.run import Run


def material(run: Run, plots: Path) -> str:
    """The sets with their sizes, the systems, and what could not be read."""
    del plots
    rows = [(part.name, str(len(part.examples)), ", ".join(part.grades) or "–") for part in run.sets]
    systems = "\n".join(
        f"- **{system.name}**" + (f" ({', '.join(system.fields)})" if system.fields else "") for system in run.systems
    )
    failures = "".join(f"- {name}: {reason}\n" for name, reason in run.failures.items())
    return (
        "## What was run\n\n"
        + table(["set", "documents", "grades"], rows)
        + "\nSystems, each over the same documents:\n\n"
        + systems
        + "\n\nThe regular expressions and underthesea.ner get the page text that vanban's reading and layout give, so "
        "their figures are those of extraction alone; bare Tesseract gets the page as rendered at 300 dpi, and "
        "vanban's layout and extraction after it.\n"
        + (_aside() if any(part.origin == "real" for part in run.sets) else "")
        + (f"\nNot read, so all that gold asks for counts as missing:\n\n{failures}" if failures else "")
    )


def _aside() -> str:
    told = (f"{len(item['documents'])} × {key} ({item['why']})" for key, item in set_aside().items())
    marked = (f"{len(names)} × {key}" for key, names in by_hand().items())
    return (
        f"\nHeader values of real documents that are not used: {'; '.join(told)}.\n"
        f"\nHeader values of real scans that the labels leave unmarked but the page shows in pen or stamp, by eye: "
        f"{', '.join(marked)} (`evaluation/by_hand.toml`). They count as filled by hand.\n"
    )
