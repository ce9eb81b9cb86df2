"""OCR: scanned pages to words with boxes and confidence.

>>> from vanban.reading.ocr import ScanJob, read_scans
"""

from vanban.reading.ocr.engine import Engine, Seen, TesseractEngine
from vanban.reading.ocr.scans import ScanJob, read_scans

__all__ = ["Engine", "ScanJob", "Seen", "TesseractEngine", "read_scans"]
