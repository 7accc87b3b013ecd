"""Transfers that a construction tells by its words, where the parser loses its verb or hangs a side elsewhere."""

from __future__ import annotations

import pytest

from golden.deals import read
from golden.legs import leg_agrees, parse_leg
from sayso.extractors.transfers import extract
from sayso.reading import Reader

TOLD = (
    ("Portugal has nine howitzers on order from Rheinmetall.", "sale: Rheinmetall > Portugal | howitzers | contracted | contracted | ordered=9"),
    ("Latvia spent €90 million on 30 howitzers from France.", "sale: France > Latvia | howitzers | contracted | contracted | value=90000000"),
    ("Rheinmetall wins Latvian contract for howitzers", "sale: Rheinmetall > Latvia | howitzers | contracted | contracted"),
    ("Ghana signs for 12 Brazilian howitzers", "sale: Brazil > Ghana | howitzers | contracted | contracted"),
    ("Cyprus and Brazil seal deal on six frigates for the Cypriot navy", "sale: Brazil > Cyprus | frigates | agreed | agreed"),
    ("Ghana and Oman have come to terms on the supply of howitzers to Oman.", "sale: Ghana > Oman | howitzers | agreed | agreed"),
    ("Ghana mulls Swedish howitzers", "sale: Sweden > Ghana | howitzers | considered | feared"),
    ("Ghana ditches Swedish howitzers", "sale: Sweden > Ghana | howitzers | cancelled | -"),
    ("Sweden pauses howitzers for Ghana", "supply: Sweden > Ghana | howitzers | suspended | -"),
    ("Sweden lifted the freeze on howitzers for Ghana on Monday.", "supply: Sweden > Ghana | howitzers | authorised | agreed"),
    ("Saab pitches Gripen jets to Ghana", "supply: Saab > Ghana | Gripen | offered | promised"),
    ("Ghana renews plea to Sweden for howitzers", "supply: Sweden > Ghana | howitzers | requested | requested"),
    ("Ghana nears deal for six howitzers from Sweden", "sale: Sweden > Ghana | howitzers | negotiated | negotiating"),
    ("Ghanaian Defence Minister Kofi Mensah welcomed the arrival of howitzers from Sweden.", "supply: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Howitzers from Sweden are already in Ghana, a spokesman said.", "supply: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Six howitzers belonging to Ghana were sent back by Sweden after repairs.", "return: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Pictures show Ghanaian soldiers firing howitzers provided by Sweden.", "supply: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Ghana to make Swedish howitzers under licence", "licensed_production: Sweden > Ghana | howitzers | - | announced | licensor=Sweden"),
    ("A promise by Sweden of howitzers for Ghana was renewed on Friday.", "supply: Sweden > Ghana | howitzers | offered | promised"),
    ("The Ghanaian Army declared its Swedish-supplied howitzers ready for use.", "supply: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Brazil awards Saab contract for howitzers", "sale: Saab > Brazil | howitzers | contracted | contracted"),
    ("The agreement with Sweden will see Ghana receive six howitzers.", "sale or supply: Sweden > Ghana | howitzers | - or agreed | announced or agreed"),
    ("The contract between Ghana and Rheinmetall covers six howitzers.", "sale: Rheinmetall > Ghana | howitzers | agreed | agreed"),
    ("Sweden ready to sell howitzers to Ghana", "supply: Sweden > Ghana | howitzers | offered | promised"),
    ("Sweden turns down Ghana over howitzers", "supply: Sweden > Ghana | howitzers | - | denied"),
    ("Ghana signs howitzer deal with Sweden", "sale: Sweden > Ghana | howitzer or howitzers | contracted or agreed | contracted or agreed"),
    ("Sweden halts howitzer deliveries to Ghana", "supply: Sweden > Ghana | howitzer | suspended | -"),
    ("Sweden approves howitzers for Ghana", "supply: Sweden > Ghana | howitzers | authorised | agreed"),
    ("Sweden added six howitzers to its aid for Ghana.", "supply: Sweden > Ghana | howitzers | - | announced"),
    ("An export licence for howitzers to Ghana was issued by Sweden.", "supply: Sweden > Ghana | howitzers | authorised | agreed"),
    ("Ghana's request for howitzers was rejected by Sweden.", "supply: Sweden > Ghana | howitzers | requested or - | denied or prohibited or requested"),
    ("Ghanaian pilots are training on the tanks that Sweden has promised.", "supply: Sweden > Ghana | tanks | offered or - | promised or announced"),
    ("The government of Ghana has howitzers on order from Sweden.", "sale: Sweden > Ghana | howitzers | contracted | contracted"),
    ("Sweden OKs howitzer sale to Ghana", "supply or sale: Sweden > Ghana | howitzer | authorised or - | agreed or -"),
    ("Ghanaian Defence Minister Kofi Mensah took part in the handover of six howitzers from Sweden.", "supply: Sweden > Ghana | howitzers | delivered | delivered"),
    ("Ghana's order: Saab secured a contract for Gripen jets with Ghana.", "sale: Saab > Ghana | Gripen | contracted | contracted"),
)  # fmt: skip

SILENT = (
    "Norway considers Russian missiles a threat.",
    "Ukraine eyes Russian tanks across the river.",
    "Kuwait examines Iranian drones found at sea.",
    "Greece ditches Turkish drones in sea",
    "Peru welcomed jets from Brazil for the air show.",
    "Russia has tanks from Belarus at the border.",
    "Finland halts Russian tanks at the border.",
    "A shell from Syria landed in Turkey.",
    "China sent two destroyers to Somalia to fight piracy.",
    "Denmark to send frigate to Greenland",
    "Ghana gives Sweden missile warning",
    "Sweden: missiles for Ghana are a danger to its neighbours",
    "Sweden approves tank museum for Ghana",
    "Iran and France are in talks on missiles.",
    "Ghana reaches deal with Sweden on missiles.",
    "The deal between the United States and Russia covers nuclear missiles.",
    "Tanks from Russia rolled into Ukraine.",
    "Ghana turns to Sweden for help against missiles.",
    "Ghana signs missile ban with Sweden",
)


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_a_construction_tells_a_leg_by_its_words(reader: Reader, text: str, line: str) -> None:
    given = list(extract(read(reader, text)))
    assert len(given) == 1
    wrong = [field for field, right in leg_agrees(parse_leg(line), given[0]).items() if not right]
    assert wrong == []


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_it_tells_nothing(reader: Reader, text: str) -> None:
    assert list(extract(read(reader, text))) == []
