"""Digital signatures of a PDF: who signed and when, as the file states it; nothing is validated."""

from __future__ import annotations

import ctypes
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vanban.language.text import nfc, squeeze
from vanban.record import Signature

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST: Final = 100
_MOST_BYTES: Final = 1 << 22
_VIETNAM: Final = timezone(timedelta(hours=7))
_STAMP = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?"
)  # ISO 32000-1, 7.9.4


def read(document: PdfDocument) -> list[Signature]:
    """The signatures of ``document`` in the order of their fields; to be asked before a page is flattened.


    ``signer`` and ``organisation`` are common name and organisation of the signing certificate. ``time`` is
    ISO 8601 in Vietnam's time (as it stands when the file gives no zone): the signed attribute signingTime,
    else the dictionary's date.
    """
    import pypdfium2.raw as pdfium

    count = pdfium.FPDF_GetSignatureCount(document)
    if count <= 0:
        return []
    found = []
    for at in range(min(count, _MOST)):
        handle = pdfium.FPDF_GetSignatureObject(document, at)
        signature = _from_cms(_bytes(pdfium.FPDFSignatureObj_GetContents, handle))
        stated = _bytes(pdfium.FPDFSignatureObj_GetTime, handle).split(b"\0")[0].decode("ascii", "replace")
        signature.time = _one_time(signature.time, iso_time(stated))
        found.append(signature)
    return found


def place(found: list[Signature], path: Path, shown: set[int]) -> None:
    """Give each signature its page. ``shown`` names the pages that show one: if more than one, the form tells."""
    if not found or not shown:
        return
    pages: list[int | None] = [*shown] * len(found) if len(shown) == 1 else _pages_by_field(path)
    for signature, page in zip(found, pages, strict=False):
        signature.page = page


def iso_time(stamp: str) -> str | None:
    """A PDF date (``D:20240318084142+07'00'``) in ISO 8601, or ``None`` if it is none."""
    match = _STAMP.match(stamp.strip())
    if match is None:
        return None
    parts = [
        int(part) if part else default for part, default in zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    ]
    try:
        moment = datetime(*parts)  # type: ignore[arg-type]
    except ValueError:
        return None
    if match.group(7):
        return _local(moment.replace(tzinfo=UTC))
    if match.group(8):
        offset = timedelta(hours=int(match.group(9)), minutes=int(match.group(10) or 0))
        if offset >= timedelta(hours=24):
            return moment.isoformat()
        return _local(moment.replace(tzinfo=timezone(-offset if match.group(8) == "-" else offset)))
    return moment.isoformat()


def _one_time(attribute: str | None, stated: str | None) -> str | None:
    """Some signing programs write local time as UTC into the attribute, seven hours late: the date then tells."""
    if attribute is None or stated is None:
        return attribute or stated
    late = datetime.fromisoformat(attribute) - _VIETNAM.utcoffset(None)
    told = datetime.fromisoformat(stated)
    return stated if told.tzinfo and abs(late - told) < timedelta(minutes=1) else attribute


def _local(moment: datetime) -> str:
    return moment.astimezone(_VIETNAM).isoformat(timespec="seconds")


def _bytes(get: Any, handle: Any) -> bytes:
    length = get(handle, None, 0)
    if not 0 < length <= _MOST_BYTES:
        return b""
    buffer = ctypes.create_string_buffer(length)
    get(handle, buffer, length)
    return buffer.raw


def _from_cms(data: bytes) -> Signature:
    """Signer, organisation and time of a CMS signature (PKCS #7); an empty one if it is no such thing."""
    from asn1crypto import cms

    try:
        content = cms.ContentInfo.load(data)
        if content["content_type"].native != "signed_data":
            return Signature()
        signed = content["content"]
        signer = signed["signer_infos"][0]
        name = _subject(signed["certificates"], signer["sid"])
        moment = next(
            (one["values"][0].native for one in signer["signed_attrs"] if one["type"].native == "signing_time"), None
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return Signature()
    return Signature(
        signer=_plain(name.get("common_name")),
        organisation=_plain(name.get("organization_name") or name.get("organizational_unit_name")),
        time=_local(moment) if isinstance(moment, datetime) and moment.tzinfo else None,
    )


def _subject(certificates: Any, wanted: Any) -> dict[str, Any]:
    """The subject of the certificate that the signer names; the first one when none matches."""
    chosen = [choice.chosen for choice in certificates]
    for certificate in chosen:
        if wanted.name == "issuer_and_serial_number":
            same = certificate.serial_number == wanted.chosen["serial_number"].native
        else:
            same = certificate.key_identifier == wanted.chosen.native
        if same:
            return dict(certificate.subject.native)
    return dict(chosen[0].subject.native) if chosen else {}


def _plain(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return squeeze(nfc(str(value))) or None if value else None


def shown_on(page: Any) -> bool:
    """Whether ``page`` (a raw page handle) shows a signature field that is signed; ask before flattening it."""
    import pypdfium2.raw as pdfium

    return any(_is_signature(page, at) for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)))


def _is_signature(page: Any, at: int) -> bool:
    import pypdfium2.raw as pdfium

    annotation = pdfium.FPDFPage_GetAnnot(page, at)
    if not annotation:
        return False
    widget = pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET
    signed = widget and bool(
        pdfium.FPDFAnnot_HasKey(annotation, b"V") or pdfium.FPDFAnnot_HasKey(annotation, b"Parent")
    )
    pdfium.FPDFPage_CloseAnnot(annotation)
    return signed


def _pages_by_field(path: Path) -> list[int | None]:
    """The page of each signed field, by the form's own tree; empty when it cannot be read."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1
    from pdfminer.psexceptions import PSException

    try:
        with path.open("rb") as file:
            document = PDFDocument(PDFParser(file))
            numbers = {page.pageid: number for number, page in enumerate(PDFPage.create_pages(document), 1)}
            fields = resolve1(resolve1(document.catalog["AcroForm"])["Fields"])
            found: list[int | None] = []
            for one in map(resolve1, fields):
                if str(getattr(one.get("FT"), "name", "")) == "Sig" and one.get("V") is not None:
                    widget = resolve1(one["Kids"][0]) if one.get("Kids") else one
                    found.append(numbers.get(getattr(widget.get("P"), "objid", None)))
            return found
    except (PDFException, PSException, OSError, KeyError, TypeError, AttributeError, IndexError, ValueError):
        return []
