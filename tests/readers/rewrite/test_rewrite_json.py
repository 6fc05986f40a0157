"""JSON and JSON Lines, rewritten."""

from __future__ import annotations

from typing import Any

import pytest

BODY = {"ou&egrave;st": "ouèst", "A&amp;O": "A&O"}


def test_only_the_string_of_the_edited_value_changes(rewrite: Any) -> None:
    lines = [
        r'{ "n":1.50e+0,"b" : [1,  2],  "body":"A&amp;O\/x \u0041 \"q\"\ttab", "z": "\u00e9" }   ',
        "",
        '{"body": "broken A&amp;O',
        '{"title": "fine", "body": "untouched"}',
    ]
    raw, work = rewrite("c.jsonl", "\r\n".join(lines), BODY)
    assert raw.decode() == "\r\n".join([lines[0].replace("A&amp;O", "A&O"), *lines[1:]])
    assert len(work.made) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r'{"body": "\u00e0 l\u2019ou&egrave;st"}', r'{"body": "\u00e0 l\u2019ou\u00e8st"}'),
        (r'{"body": "à l’ou&egrave;st"}', r'{"body": "à l’ouèst"}'),
        (r'{"title": "\u00e0 droite", "body": "ou&egrave;st"}', r'{"title": "\u00e0 droite", "body": "ou\u00e8st"}'),
        (r'{"title": "à droite", "body": "ou&egrave;st"}', r'{"title": "à droite", "body": "ouèst"}'),
        (r'{"body": "ou&egrave;st \n \u001f"}', r'{"body": "ouèst \n \u001f"}'),
    ],
)
def test_a_new_letter_is_spelt_as_its_line_spells_letters(rewrite: Any, line: str, expected: str) -> None:
    assert rewrite("c.jsonl", line, BODY)[0].decode() == expected


def test_what_the_encoding_lacks_is_escaped(rewrite: Any) -> None:
    raw, _ = rewrite("c.jsonl", '{"body": "é: 3 EUR"}'.encode("latin-1"), {"EUR": "€ ê"}, encoding="latin-1")
    assert raw == '{"body": "é: 3 \\u20ac ê"}'.encode("latin-1")


def test_escapes_around_an_edit_count_as_one_character(rewrite: Any) -> None:
    line = r'{"body": "\ud83d\ude00\ud800\\\"😀 X\n\u00e9X"}'
    raw, _ = rewrite("c.jsonl", line, {"X": "\ny"})
    assert raw.decode() == line.replace("X", r"\ny")


def test_of_nested_keys_that_are_there_twice_the_last_is_repaired(rewrite: Any) -> None:
    line = '{"content": {"text": "A&amp;O first", "text": "A&amp;O last"}}'
    raw, _ = rewrite("c.jsonl", line, BODY, fields={"body": "content.text"})
    assert raw.decode() == line.replace("A&amp;O last", "A&O last")


def test_nested_and_named_fields(rewrite: Any) -> None:
    line = '{"text": "A&amp;O", "content": {"text": "[{\\"A&amp;O\\"}]", "n": [{"text": "A&amp;O"}]}}'
    raw, _ = rewrite("c.jsonl", line, BODY, fields={"body": "content.text"})
    assert raw.decode() == line.replace('[{\\"A&amp;O', '[{\\"A&O')


def test_two_fields_with_one_value_are_left_alone(rewrite: Any) -> None:
    line = b'{"text": "A&amp;O"}'
    raw, work = rewrite("c.jsonl", line, BODY, fields={"body": "text", "title": "text"})
    assert raw == line
    assert "are the same value" in work.refused[0][1]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_stays_and_one_inside_as_well(rewrite: Any, mark: bytes) -> None:
    line = b'{"body": "A&amp;O"}\n'
    raw, work = rewrite("c.jsonl", mark + line + b"\xef\xbb\xbf" + line, BODY)
    assert raw == (mark + line + b"\xef\xbb\xbf" + line).replace(b"&amp;", b"&")
    assert len(work.made) == 2


def test_lines_that_cannot_be_decoded_keep_their_bytes(rewrite: Any) -> None:
    data = b'{"body": "A&amp;O"}\n{"body": "A&amp;O \xff"}\n{"body": "A&amp;O"}'
    raw, _ = rewrite("c.jsonl", data, BODY)
    assert raw == b'{"body": "A&O"}\n{"body": "A&amp;O \xff"}\n{"body": "A&O"}'


RECORD = '{"id": %d, "body": "A&amp;O", "huge": %s}'


@pytest.mark.parametrize(
    "frame",
    [
        "%s",
        "\ufeff[\n  %s,\n\t%s\r\n]\n\n",
        '{"status": "A&amp;O", "articles": [%s , %s], "text_of": {}}',
        '{"data": {"x": [], "articles": [ %s,%s]}, "articles": "A&amp;O"}',
        "%s %s\n%s",
        "%s\n%s\n",
        "[%s, 3, null, %s",
    ],
)
def test_documents_of_every_shape(rewrite: Any, frame: str) -> None:
    records = [RECORD % (number, "9" * 5) for number in range(frame.count("%s"))]
    text = frame % tuple(records)
    raw, work = rewrite("c.json", text, BODY)
    assert raw.decode() == frame % tuple(record.replace("&amp;", "&") for record in records)
    assert len(work.made) == len(records)


def test_what_cannot_be_read_of_a_document_stays(rewrite: Any) -> None:
    data = b'[{"body": "A&amp;O"}, {"body": "A&amp;O \xff"}, {"body": "A&amp;O"}]'
    raw, _ = rewrite("c.json", data, BODY)
    assert raw == data.replace(b"&amp;", b"&", 1)


@pytest.mark.parametrize(
    "later",
    [
        b'{"body": "A&amp;O and more"}',
        b'{"body": 3}',
        b'{"bode": "A&amp;O"}',
        b'["A&amp;O"]',
        b"[{}, []]",
        b"3",
        b'"A&amp;O"',
        b'{"body": "A&am',
        b"\xff\n",
        b"",
        b"\n",
        b"{" * 100_000,
    ],
)
@pytest.mark.parametrize("name", ["c.jsonl", "c.json"])
def test_a_record_that_has_changed_is_left_alone(rewrite: Any, name: str, later: bytes) -> None:
    from newslint.errors import InputError

    try:
        raw, work = rewrite(name, b'{"body": "A&amp;O"}', BODY, later=later)
    except InputError:  # a file that is empty now is no longer read at all
        assert not later
        return
    assert (raw, work.made, len(work.refused)) == (later, [], 1)
