"""Signature dictionaries, with a certificate and a CMS made here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.reading.drawn import MakePdf, spread
from vanban.reading import open_document
from vanban.reading.signatures import iso_time


def _cms(name: str, organisation: str, moment: datetime | None) -> bytes:
    """A CMS with one signer; its signature is empty, since nobody checks it."""
    from asn1crypto import algos, cms, core, keys, x509

    subject = x509.Name.build({"common_name": name, "organization_name": organisation, "country_name": "VN"})
    digest = algos.DigestAlgorithm({"algorithm": "sha256"})
    signing = algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"})
    key = keys.PublicKeyInfo.wrap(keys.RSAPublicKey({"modulus": 2**511 + 9, "public_exponent": 3}), "rsa")
    since = x509.Time({"utc_time": datetime(2024, 1, 1, tzinfo=UTC)})
    until = x509.Time({"utc_time": datetime(2029, 1, 1, tzinfo=UTC)})
    body = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": 4711,
            "signature": signing,
            "issuer": subject,
            "validity": x509.Validity({"not_before": since, "not_after": until}),
            "subject": subject,
            "subject_public_key_info": key,
        }
    )
    certificate = x509.Certificate(
        {"tbs_certificate": body, "signature_algorithm": signing, "signature_value": b"\0" * 64}
    )
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {"issuer_and_serial_number": cms.IssuerAndSerialNumber({"issuer": subject, "serial_number": 4711})}
            ),
            "digest_algorithm": digest,
            "signature_algorithm": signing,
            "signature": core.OctetString(b"\0" * 64),
        }
    )
    if moment is not None:
        time = cms.CMSAttribute({"type": "signing_time", "values": [cms.Time({"utc_time": moment.astimezone(UTC)})]})
        signer["signed_attrs"] = cms.CMSAttributes([time])
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def _sign(path: Path, signatures: list[tuple[bytes, str | None, int]]) -> Path:
    """The PDF at ``path`` with a signature field for each ``(cms, date, page)``."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, String

    with pikepdf.open(path) as pdf:
        fields = []
        for at, (data, date, page) in enumerate(signatures):
            value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"))
            value.Contents, value.ByteRange = String(data), Array([0, 1, 2, 3])
            if date is not None:
                value.M = String(date)
            widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(f"S{at}"), F=4)
            widget.Rect, widget.V, widget.P = [400, 780, 560, 820], pdf.make_indirect(value), pdf.pages[page - 1].obj
            field = pdf.make_indirect(widget)
            fields.append(field)
            holder = pdf.pages[page - 1]
            holder.Annots = Array([*holder.get("/Annots", []), field])
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(fields), SigFlags=3))
        signed = path.with_name("signed.pdf")
        pdf.save(signed)
    return signed


NOON = datetime(2024, 6, 11, 5, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attribute", "date", "time"),
    [
        (NOON, None, "2024-06-11T12:00:00+07:00"),
        (None, "D:20240611120000+07'00'", "2024-06-11T12:00:00+07:00"),
        (NOON, "D:20240611115959+07'00'", "2024-06-11T12:00:00+07:00"),
        (NOON + timedelta(hours=7), "D:20240611120000+07'00'", "2024-06-11T12:00:00+07:00"),
        (None, None, None),
    ],
    ids=["attribute", "date", "both", "local time written as UTC", "neither"],
)
def test_signatures_tell_who_and_when(
    make_pdf: MakePdf, attribute: datetime | None, date: str | None, time: str | None
) -> None:
    path = _sign(make_pdf([spread()]), [(_cms("Nguyễn Thị Mẫu", "Sở Thí dụ", attribute), date, 1)])
    (signature,) = open_document(path, isolated=False).signatures
    assert (signature.signer, signature.organisation) == ("Nguyễn Thị Mẫu", "Sở Thí dụ")
    assert (signature.time, signature.page) == (time, 1)


def test_signatures_on_several_pages_know_theirs(make_pdf: MakePdf) -> None:
    cms = [_cms(name, "Sở Thí dụ", NOON) for name in ("Một", "Hai", "Ba")]
    path = _sign(make_pdf([spread(), spread()]), [(cms[0], None, 2), (cms[1], None, 1), (cms[2], None, 2)])
    found = open_document(path, isolated=False).signatures
    assert [(one.signer, one.page) for one in found] == [("Một", 2), ("Hai", 1), ("Ba", 2)]


@pytest.mark.parametrize("data", [b"", b"\x30\x03\x02\x01\x01", b"junk" * 50])
def test_signatures_that_are_no_cms_still_count(make_pdf: MakePdf, data: bytes) -> None:
    path = _sign(make_pdf([spread()]), [(data, "D:20240611", 1)])
    (signature,) = open_document(path, isolated=False).signatures
    assert (signature.signer, signature.time) == (None, "2024-06-11T00:00:00")


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("D:20240318084142+07'00'", "2024-03-18T08:41:42+07:00"),
        ("D:20240318014142Z", "2024-03-18T08:41:42+07:00"),
        ("D:20240317204142-05'00", "2024-03-18T08:41:42+07:00"),
        ("D:20240318084142", "2024-03-18T08:41:42"),
        ("20240318", "2024-03-18T00:00:00"),
        ("D:20241318", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_time(stamp: str, time: str | None) -> None:
    assert iso_time(stamp) == time
    assert time is None or datetime.fromisoformat(time).tzinfo in (None, timezone(timedelta(hours=7)))
