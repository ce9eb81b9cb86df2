"""The record contract: its JSON is what its published schema says."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from vanban.record import Record, Source, json_schema

SOURCE = Source(name="a.txt", media_type="text/plain", bytes=1, pages=1, text="plain")
TOP = [
    "schema",
    "id",
    "source",
    "status",
    "genre",
    "type",
    "number",
    "issued",
    "issuer",
    "subject",
    "urgency",
    "secrecy",
    "recipients",
    "assignments",
    "citations",
    "statements",
    "back_references",
    "signer",
    "signatures",
    "fields",
    "review",
    "warnings",
]


def _record(**values: object) -> Record:
    return Record(id="sha256:00", source=SOURCE, genre="other", **values)


def test_keys_stand_in_the_contract_s_order() -> None:
    assert list(json.loads(_record().to_json())) == TOP


def test_page_texts_are_kept_but_not_in_the_json() -> None:
    record = _record(pages=["một", "hai"])
    assert record.pages == ["một", "hai"]
    assert "pages" not in json.loads(record.to_json())


def test_recipients_speak_of_copy() -> None:
    data = json.loads(_record(recipients={"copy": [{"text": "Như trên", "same_as": "to"}]}).to_json())
    assert data["recipients"]["copy"][0]["same_as"] == "to"


def test_record_reads_its_own_json() -> None:
    record = _record(subject="về việc thử", citations=[{"text": "Luật Thử", "pinpoint": {"article": "5"}}])
    assert Record.model_validate_json(record.to_json()).to_json() == record.to_json()


@pytest.mark.parametrize(
    "wrong", [{"genre": "novel"}, {"surprise": 1}, {"citations": [{"text": "x", "relation": "likes"}]}]
)
def test_what_the_contract_does_not_know_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Record.model_validate({"id": "sha256:00", "source": SOURCE, "genre": "other"} | wrong)


def test_schema_names_every_key_and_the_version() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(TOP)  # type: ignore[call-overload]
    assert schema["$id"] == "urn:vanban.record/1"
