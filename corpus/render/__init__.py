"""Renders a manuscript to the kinds of files that offices keep: text, Markdown, PDF, Word."""

from __future__ import annotations

import random
from typing import Literal

from corpus.manuscript import Manuscript, Rendering
from corpus.render import markdown, pdf, text, word
from corpus.render.blanked import as_printed

__all__ = ["Kind", "as_printed", "render"]

Kind = Literal["txt", "md", "pdf", "docx"]

_RENDERERS = {"txt": text.render, "md": markdown.render, "pdf": pdf.render, "docx": word.render}


def render(manuscript: Manuscript, kind: Kind, rng: random.Random) -> Rendering:
    """The manuscript as a file of the kind; what the form leaves open is chosen by ``rng``.

    The same manuscript, kind and state of ``rng`` give the same bytes. What a hand writes is blank in every kind.
    """
    return _RENDERERS[kind](manuscript, rng)
