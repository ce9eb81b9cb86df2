"""The shared library of the installed Tesseract, called in this process through its C interface (capi.h, since 4.1).

Distributions ship the program as a thin shell around this library, so it reads the same words; what is spared is the
start of a program for each image, a fifth of a second, most of which goes to tables that reading never asks for.
"""

from __future__ import annotations

import ctypes
import os
import weakref
from collections.abc import Mapping
from ctypes import c_char_p, c_int, c_void_p
from functools import cache
from typing import TYPE_CHECKING, Any

from vanban.errors import TesseractMissing

if TYPE_CHECKING:
    from PIL.Image import Image

_LSTM = 1
_NAMES = ("libtesseract.so.5", "libtesseract.so.4", "libtesseract.5.dylib", "libtesseract-5.dll")
_FUNCTIONS: Mapping[str, tuple[Any, tuple[Any, ...]]] = {
    "TessVersion": (c_char_p, ()),
    "TessBaseAPICreate": (c_void_p, ()),
    "TessBaseAPIDelete": (None, (c_void_p,)),
    "TessBaseAPIInit2": (c_int, (c_void_p, c_char_p, c_char_p, c_int)),
    "TessBaseAPISetVariable": (c_int, (c_void_p, c_char_p, c_char_p)),
    "TessBaseAPISetPageSegMode": (None, (c_void_p, c_int)),
    "TessBaseAPISetImage": (None, (c_void_p, c_char_p, c_int, c_int, c_int, c_int)),
    "TessBaseAPISetSourceResolution": (None, (c_void_p, c_int)),
    "TessBaseAPIRecognize": (c_int, (c_void_p, c_void_p)),
    "TessBaseAPIGetTsvText": (c_void_p, (c_void_p, c_int)),
    "TessBaseAPIClear": (None, (c_void_p,)),
    "TessDeleteText": (None, (c_void_p,)),
    "TessMonitorCreate": (c_void_p, ()),
    "TessMonitorDelete": (None, (c_void_p,)),
    "TessMonitorSetDeadlineMSecs": (None, (c_void_p, c_int)),
}
"""What is called of the library: the type of the answer and those of the arguments."""


@cache
def library() -> Any:
    """The library; ``None`` where there is none with all the functions that are called."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # read once, when the library is loaded: pages side by side are quicker
    for name in _NAMES:
        try:
            found = ctypes.CDLL(name)
            for function, (answer, arguments) in _FUNCTIONS.items():
                called = getattr(found, function)
                called.restype, called.argtypes = answer, arguments
        except (OSError, AttributeError):
            continue
        return found
    return None


def version() -> str:
    """Version of the library. Raises :class:`~vanban.errors.TesseractMissing` where there is none."""
    found = library()
    if found is None:
        raise TesseractMissing(reason="libtesseract")
    return str(found.TessVersion().decode())


class Copy:
    """A loaded model. One thread at a time uses it."""

    def __init__(self, folder: str, language: str, variables: Mapping[str, str]) -> None:
        found = library()
        if found is None:
            raise TesseractMissing(reason="libtesseract")
        self._library = found
        self._handle = found.TessBaseAPICreate()
        weakref.finalize(self, found.TessBaseAPIDelete, self._handle)
        if found.TessBaseAPIInit2(self._handle, os.fsencode(folder), language.encode(), _LSTM):
            raise TesseractMissing(reason=f"libtesseract: {language} in {folder}")
        for name, value in variables.items():  # what was set before is lost at the start
            found.TessBaseAPISetVariable(self._handle, name.encode(), value.encode())

    def tsv(self, grey: Image, *, psm: int, dpi: int, milliseconds: int) -> bytes | None:
        """The words of a grey image as Tesseract's TSV without headings; ``None`` when time is up.

        Raises ``RuntimeError`` when the library gives nothing.
        """
        made, handle = self._library, self._handle
        monitor = made.TessMonitorCreate()
        try:
            made.TessBaseAPISetPageSegMode(handle, psm)
            made.TessBaseAPISetImage(handle, grey.tobytes(), grey.width, grey.height, 1, grey.width)
            made.TessBaseAPISetSourceResolution(handle, dpi)
            made.TessMonitorSetDeadlineMSecs(monitor, milliseconds)
            if made.TessBaseAPIRecognize(handle, monitor):
                return None
            return self._told(made.TessBaseAPIGetTsvText(handle, 0))
        finally:
            made.TessBaseAPIClear(handle)
            made.TessMonitorDelete(monitor)

    def _told(self, text: int | None) -> bytes:
        if not text:
            raise RuntimeError("no TSV")
        try:
            return ctypes.string_at(text)
        finally:
            self._library.TessDeleteText(text)
