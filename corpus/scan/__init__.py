"""Scans of synthetic documents: born-digital PDFs made into the pictures that offices send."""

from corpus.scan.grades import GRADES
from corpus.scan.scanner import scan

__all__ = ["GRADES", "scan"]
