"""Large lists: what can be read, what is passed over, and how their names are found."""

import json

import pytest

from kg.commands.world import add_arguments, run
from kg.text.document import analyse
from kg.world import gazetteer
from kg.world.bulk import write
from kg.world.dump import Listed, Passed, read_dump


@pytest.fixture(autouse=True)
def clean():
    yield
    gazetteer.forget_extra()


def kg_world(*args):
    import argparse

    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(a) for a in args]))


TSV = (
    "id\tlabel\taliases\ttype\tcountry\ten\n"
    "Q901\tنجع الورد\tنجع الورود|Nag\tcity\tEG\tNag\n"
    "Q902\tسالم الورداني الطويل\tسالم\thuman\tEG\t\n"
    "Q903\tالوردانة\t\tvillage\t\t\n"
    "Q904\tName\t\tcity\t\t\n"
    "Q905\tشيء\t\tgalaxy\t\t\n"
    "\tبلا رقم\t\tcity\t\t\n"
    "Q901\tنجع آخر\t\tcity\t\t\n"
)


def test_tsv(tmp_path, capsys):
    source, out = tmp_path / "list.tsv", tmp_path / "list.kgw"
    source.write_text(TSV, encoding="utf-8")
    assert kg_world("import", source, "-o", out) == 1  # some were passed over
    told = capsys.readouterr().err
    assert "3 entries" in told
    for reason in ("no Arabic name", "galaxy is not in", "no id", "id given twice"):
        assert reason in told
    assert "line 6" in told  # of the galaxy
    gazetteer.load_extra([str(out)])
    text = "قال سالم الورداني الطويل في نجع الورود، وسالم لا يعرف الوردانة، بل زار قرية الوردانة"
    found = gazetteer.find(analyse("t", text))
    assert [(text[n.start : n.end], n.world) for n in found] == [
        ("سالم الورداني الطويل", "Q902"),
        ("نجع الورود", "Q901"),
        ("الوردانة", "Q903"),
    ]
    assert found[2].start == text.rindex("الوردانة")  # a name of one word only after its class noun
    entry = gazetteer.entry("Q901")
    assert (entry.country, entry.name_en, entry.aliases) == ("Q79", "Nag", ("نجع الورود",))
    assert [e.id for e in gazetteer.lookup("نجع الورد")] == ["Q901"]


def test_clitics_before_names_of_large_lists(tmp_path):
    out = str(tmp_path / "x.kgw")
    write([Listed("X1", "Organization", "Company", ("الشركة الوردية الكبرى",), "", "")], out)
    gazetteer.load_extra([out])
    text = "وبالشركة الوردية الكبرى وللشركة الوردية الكبرى"
    assert [text[n.start : n.end] for n in gazetteer.find(analyse("t", text))] == [
        "الشركة الوردية الكبرى",
        "شركة الوردية الكبرى",
    ]


def test_our_entry_of_the_same_id_is_kept(tmp_path):
    out = str(tmp_path / "x.kgw")
    write([Listed("Q79", "Place", "Country", ("أرض الكنانة الطيبة",), "", "")], out)
    gazetteer.load_extra([out])
    text = "في أرض الكنانة الطيبة"
    assert [n.world for n in gazetteer.find(analyse("t", text))] == ["Q79"]
    assert gazetteer.entry("Q79").name == "مصر"


def test_json_lines_and_wikidata_dump(tmp_path):
    ours = tmp_path / "ours.jsonl"
    ours.write_text(
        json.dumps({"id": "Q1", "label": "نجع الورد", "type": "Place/City"}) + "\n{broken\n", encoding="utf-8"
    )
    first, second = read_dump(str(ours))
    assert first == Listed("Q1", "Place", "City", ("نجع الورد",), "", "")
    assert isinstance(second, Passed) and second.kind == "damaged" and second.place.endswith("line 2")

    def claim(id, rank="normal"):
        return {"rank": rank, "mainsnak": {"datavalue": {"value": {"id": id}}}}

    entity = {
        "id": "Q2",
        "labels": {"ar": {"value": "نجع"}, "en": {"value": "Naj"}},
        "aliases": {"ar": [{"value": "النجع"}]},
        "claims": {"P31": [claim("Q1"), claim("Q515")], "P17": [claim("Q30"), claim("Q79", "preferred")]},
    }
    dump = tmp_path / "dump.json"
    dump.write_text("[\n" + json.dumps(entity) + ",\n]\n", encoding="utf-8")
    assert list(read_dump(str(dump))) == [Listed("Q2", "Place", "City", ("نجع", "النجع"), "Naj", "Q79")]


def test_geonames(tmp_path):
    row = ["77", "Naj", "Naj", "Naj,نجع الورد,Nadsch", "1", "2", "P", "PPL", "EG", *[""] * 10]
    source = tmp_path / "EG.txt"
    source.write_text("\t".join(row) + "\n" + "\t".join([*row[:6], "U", "RDGU", *row[8:]]) + "\n", encoding="utf-8")
    good, bad = read_dump(str(source))
    assert good == Listed("geonames:77", "Place", "City", ("نجع الورد",), "Naj", "EG")
    assert isinstance(bad, Passed) and "U.RDGU" in bad.reason


def test_same_list_same_bytes(tmp_path):
    source = tmp_path / "list.tsv"
    source.write_text(TSV, encoding="utf-8")
    for name in ("a", "b"):
        write(read_dump(str(source)), str(tmp_path / name))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_no_list(tmp_path):
    source = tmp_path / "x.tsv"
    source.write_text("hello\tworld\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no column"):
        list(read_dump(str(source)))


def test_command_lookup(capsys):
    assert kg_world("lookup", "سورية") == 0
    assert capsys.readouterr().out.startswith("Q858\tPlace/Country\tسوريا\tSyria\t")
    assert kg_world("lookup", "لا", "أحد") == 1
