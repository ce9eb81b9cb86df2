"""The parts of the report, in order. A part is a function from a run and the folder of plots to Markdown.

To add one (rows of another calibration, a comparison of models), write a module with such a function and name it here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.run import Run
from evaluation.sections.fields import fields
from evaluation.sections.grades import grades
from evaluation.sections.material import material
from evaluation.sections.targets import targets
from evaluation.sections.trust import trust

Section = Callable[[Run, Path], str]

SECTIONS: tuple[Section, ...] = (material, targets, fields, grades, trust)
