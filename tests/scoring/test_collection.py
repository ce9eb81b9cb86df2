"""Which documents belong to which gold, and what is told about the rest."""

from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from vanban.errors import FolderUnreadable, GoldInvalid
from vanban.scoring.collection import collect


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_pairs_by_name_and_tells_what_is_left(tmp_path: Path) -> None:
    made = {"g/a.json": '{"type": "KH", "note": 1}', "g/b.json": '{"type": null}', "d/a.txt": "x", "d/c.pdf": "x"}
    lay(tmp_path, made)
    found = collect(tmp_path / "g", tmp_path / "d")
    assert [(one.name, one.path.name, one.gold.type, one.kind) for one in found.examples] == [
        ("a", "a.txt", "KH", None)
    ]
    assert (found.without_document, found.without_gold, found.unknown_keys) == (["b"], ["c"], ["note"])


def test_one_folder_with_a_manifest(tmp_path: Path) -> None:
    rows = [{"name": "a", "kind": "text"}, {"name": "b", "kind": "scan", "grade": 2}]
    manifest = "".join(json.dumps(row) + "\n" for row in rows)
    made = {"gold/a.json": '{"type": "KH"}', "gold/b.json": '{"type": "KH"}', "docs/a.txt": "x", "docs/b.pdf": "x"}
    found = collect(lay(tmp_path, made | {"manifest.jsonl": manifest}))
    assert [(one.name, one.kind, one.grade) for one in found.examples] == [("a", "text", None), ("b", "scan", "2")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "Expecting property name"),
        ("[]", "valid dictionary"),
        ("{}", "none of: genre"),
        ('{"subject": 5}', "subject: "),
        ('{"assignments": [{"assignees": []}]}', "assignments.0.text: Field required"),
        ('{"number": {"status": "lost"}}', "number.status: "),
    ],
)
def test_gold_that_cannot_be_used_is_told_with_file_key_and_reason(tmp_path: Path, text: str, told: str) -> None:
    lay(tmp_path, {"g/a.json": text, "d/a.txt": "x"})
    with pytest.raises(GoldInvalid) as caught:
        collect(tmp_path / "g", tmp_path / "d")
    assert "a.json" in caught.value.message("en")
    assert told in caught.value.message("en")


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    lay(tmp_path, {"g/a.json": '{"type": "KH"}', "d/a.txt": "x", "d/a.pdf": "x"})
    with pytest.raises(GoldInvalid, match=r"a\.pdf, a\.txt"):
        collect(tmp_path / "g", tmp_path / "d")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderUnreadable):
        collect(tmp_path / "none", tmp_path)


def test_a_manifest_that_is_no_text_is_told(tmp_path: Path) -> None:
    for folder in ("docs", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "manifest.jsonl").write_bytes(b"\xff\xfe\x00\x9f")
    with pytest.raises(GoldInvalid):
        collect(tmp_path)


def test_one_bad_gold_file_is_told_and_costs_that_document_alone(tmp_path: Path) -> None:
    made = {"g/a.json": "{", "g/b.json": '{"type": "KH"}', "g/c.json": '{"type": "KH"}'}
    lay(tmp_path, made | {"d/a.txt": "x", "d/b.txt": "x", "d/c.txt": "x", "d/c.pdf": "x"})
    broken: list[GoldInvalid] = []
    found = collect(tmp_path / "g", tmp_path / "d", broken=broken.append)
    assert [one.name for one in found.examples] == ["b"]
    assert [Path(str(error.params["path"])).name for error in broken] == ["a.json", "c.json"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_gold_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    lay(tmp_path, {"g/.keep": "", "d/a.txt": "x"})
    (tmp_path / "g" / "a.json").write_text('{"subject": "chống rét"}', encoding)
    assert collect(tmp_path / "g", tmp_path / "d").examples[0].gold.subject == "chống rét"


def test_names_pair_however_their_marks_are_written(tmp_path: Path) -> None:
    lay(tmp_path, {"g/văn bản.json": '{"type": "KH"}', f"d/{normalize('NFD', 'văn bản')}.txt": "x"})
    assert [one.name for one in collect(tmp_path / "g", tmp_path / "d").examples] == ["văn bản"]


def test_what_systems_hide_is_no_document_and_no_gold(tmp_path: Path) -> None:
    made = {"g/A.JSON": '{"type": "KH"}', "g/._A.json": "\0", "d/A.txt": "x", "d/.DS_Store": "x", "d/._A.txt": "x"}
    found = collect(lay(tmp_path, made) / "g", tmp_path / "d")
    assert ([one.name for one in found.examples], found.without_gold) == (["A"], [])


def test_lines_of_a_manifest_end_where_json_says(tmp_path: Path) -> None:
    manifest = json.dumps({"name": "a", "kind": "text", "note": "x\u2028y"}, ensure_ascii=False) + "\r\n\n"
    found = collect(lay(tmp_path, {"gold/a.json": '{"type": "KH"}', "docs/a.txt": "x", "manifest.jsonl": manifest}))
    assert found.examples[0].kind == "text"


def test_deep_json_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"g/a.json": '{"type": ' + "[" * 100_000, "d/a.txt": "x"})
    with pytest.raises(GoldInvalid):
        collect(tmp_path / "g", tmp_path / "d")


@pytest.mark.parametrize(
    ("gold", "judged"),
    [
        ('{"number": {"serial": "1"}}', False),
        ('{"places": {}, "type": null}', True),
        ('{"number": null}', False),
        ('{"citations": []}', True),
        ('{"signer": null}', True),
        ('{"urgency": null}', True),
        ('{"issuer_alt": ["UBND xã"]}', False),
    ],
)
def test_gold_that_no_rule_judges_is_named(tmp_path: Path, gold: str, judged: bool) -> None:
    lay(tmp_path, {"g/a.json": gold, "d/a.txt": "x"})
    assert collect(tmp_path / "g", tmp_path / "d").unjudged == ([] if judged else ["a"])
