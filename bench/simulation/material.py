"""What the invented news is made of: matters, people, newsrooms. None of it was ever said or printed."""

from __future__ import annotations

from typing import NamedTuple


class Matter(NamedTuple):
    """What somebody says, in three wordings (as uttered, as rewritten, as translated back), and its field.

    Each is a clause that fits behind "that". `near` is nearly the same and another matter; `background` is
    what newsrooms fill up with, two sentences for each time that it is said.
    """

    wordings: tuple[str, str, str]
    near: str
    background: tuple[str, ...]


class Speaker(NamedTuple):
    """Somebody with access of one's own, and for whom he or she speaks."""

    name: str
    role: str
    principal: str
    pronoun: str


MATTERS = (
    Matter(
        (
            "the ferry line between Ancona and Zadar will open again in May",
            "the ferry route from Ancona to Zadar will reopen in May",
            "ferries between Ancona and Zadar are to sail again from May",
        ),
        "the ferry line between Ancona and Zadar will not open again in May",
        (
            "The crossing takes nine hours.",
            "Lorries have gone by road since the autumn.",
            "Hotels on both shores had asked for the line.",
            "Two ships were sold last year.",
            "A ticket used to cost ninety euros.",
            "Fishermen fear for their moorings.",
            "The quay was dredged in February.",
            "Tourism feeds every fourth household on the islands.",
        ),
    ),
    Matter(
        (
            "forty containers of cobalt are missing from the port of Beira",
            "40 cobalt containers have gone missing from the port in Beira",
            "from the port of Beira forty containers with cobalt have disappeared",
        ),
        "sixty containers of cobalt are missing from the port of Beira",
        (
            "Cobalt is needed for batteries.",
            "The harbour has two gates and one railway.",
            "An inspection in March had found nothing.",
            "Guards work in three shifts.",
            "A tonne is worth some thirty thousand dollars.",
            "Most of the ore comes from inland mines.",
            "The cranes are older than the republic.",
            "Police have sealed one warehouse.",
        ),
    ),
    Matter(
        (
            "the dam at Rusumo lost a third of its water in April",
            "the Rusumo dam lost one third of its water in April",
            "in April a third of the water behind the Rusumo dam was lost",
        ),
        "the dam at Rusumo lost a third of its power in April",
        (
            "Three countries draw power from the dam.",
            "Rain came late this year.",
            "Farmers downstream have been told to wait with sowing.",
            "The wall is forty metres high.",
            "Engineers have measured the level since 1974.",
            "Fish markets have been quiet.",
            "One turbine was taken out for repair.",
            "A commission meets twice a year.",
        ),
    ),
    Matter(
        (
            "two frigates passed the strait of Bab el-Mandeb without lights on Monday",
            "two frigates went through the Bab el-Mandeb strait unlit on Monday",
            "on Monday two frigates crossed the strait of Bab el-Mandeb with their lights out",
        ),
        "two frigates passed the strait of Hormuz without lights on Monday",
        (
            "Most tankers now take the longer way.",
            "Insurers raised their rates twice this year.",
            "The strait is eighteen miles wide at its narrowest.",
            "A lighthouse stands on the island in the middle.",
            "Pilots speak of heavy traffic at night.",
            "Two cables lie on the bottom.",
            "Fog is rare at this time of the year.",
            "The patrol was doubled in winter.",
        ),
    ),
    Matter(
        (
            "the vaccine from the Pune plant must not be used before June",
            "vaccine made at the Pune plant must not be given before June",
            "until June nobody may use the vaccine of the plant in Pune",
        ),
        "the vaccine from the Pune plant must not be stored before June",
        (
            "The plant fills two million doses a week.",
            "Clinics keep them in cold rooms.",
            "A second plant is being built.",
            "Nine hundred people work there.",
            "The filling line came from Denmark.",
            "Schools had planned their own rounds.",
            "Glass for the vials is scarce.",
            "The company has made serums for sixty years.",
        ),
    ),
    Matter(
        (
            "six thousand tonnes of wheat were turned back at the border near Giurgiulesti",
            "6,000 tonnes of wheat were sent back at the border by Giurgiulesti",
            "near Giurgiulesti the border turned six thousand tonnes of wheat away",
        ),
        "six thousand tonnes of maize were turned back at the border near Giurgiulesti",
        (
            "The harvest was the best in nine years.",
            "Drivers slept in their cabs.",
            "Prices in the port fell by a tenth.",
            "Mills on the other bank are idle.",
            "The bridge has two lanes.",
            "Papers are checked by hand.",
            "A silo burned down last summer.",
            "Bakers buy most of it in advance.",
        ),
    ),
    Matter(
        (
            "the pipeline to Burgas carried no gas for eleven days",
            "no gas flowed through the Burgas pipeline for eleven days",
            "for eleven days the pipeline to Burgas was without gas",
        ),
        "the pipeline to Burgas carried no gas for seventeen days",
        (
            "The line was laid in the eighties.",
            "Storage is nearly full.",
            "Winter is five months away.",
            "Two compressors stand in the hills.",
            "Glassworks use a fifth of it.",
            "The contract runs for four more years.",
            "Divers looked at the pipe in spring.",
            "Some towns heat with wood again.",
        ),
    ),
    Matter(
        (
            "the census in Tajikistan counted ten million people",
            "Tajikistan's census found ten million people",
            "in Tajikistan ten million people were counted in the census",
        ),
        "the census in Tajikistan missed ten million people",
        (
            "Counters went from door to door for three weeks.",
            "The last count was ten years ago.",
            "Many men work abroad.",
            "Half of them are younger than thirty.",
            "Mountain villages were counted from helicopters.",
            "The forms were printed in four languages.",
            "Teachers did most of the work.",
            "The figures decide how schools are paid.",
        ),
    ),
)

SPEAKERS = (
    Speaker("Davor Brekalo", "the transport minister of Croatia", "HRV", "he"),
    Speaker("Lucia Ferrante", "the deputy transport minister of Italy", "ITA", "she"),
    Speaker("Amina Chissano", "the trade minister of Mozambique", "MOZ", "she"),
    Speaker("Per Lindqvist", "the foreign minister of Sweden", "SWE", "he"),
    Speaker("Grace Mukamana", "the water minister of Rwanda", "RWA", "she"),
    Speaker("Joseph Mkapa", "the energy minister of Tanzania", "TZA", "he"),
    Speaker("Tariq Haddad", "the defence minister of Jordan", "JOR", "he"),
    Speaker("Ingrid Solheim", "the defence minister of Norway", "NOR", "she"),
)
# A second voice of a speaker's own state, by the state.
COLLEAGUES = {
    "HRV": Speaker("Mirela Kovac", "a spokeswoman for the Croatian government", "HRV", "she"),
    "ITA": Speaker("Paolo Ricci", "a spokesman for the Italian government", "ITA", "he"),
    "MOZ": Speaker("Rosa Matsinhe", "a spokeswoman for the Mozambican government", "MOZ", "she"),
    "SWE": Speaker("Karin Ahlgren", "a spokeswoman for the Swedish government", "SWE", "she"),
    "RWA": Speaker("Eric Habimana", "a spokesman for the Rwandan government", "RWA", "he"),
    "TZA": Speaker("Neema Mushi", "a spokeswoman for the Tanzanian government", "TZA", "she"),
    "JOR": Speaker("Rania Khoury", "a spokeswoman for the Jordanian government", "JOR", "she"),
    "NOR": Speaker("Lars Hovland", "a spokesman for the Norwegian government", "NOR", "he"),
}

AGENCIES = ("Reuters", "Agence France-Presse", "Associated Press", "Kyodo News", "Anadolu Agency")
OUTLETS = (
    "Lisvane Post",
    "Harbour Courier",
    "Ostrava Telegraph",
    "Meridian Daily",
    "Tamsin Herald",
    "Northern Observer",
    "Kestrel Times",
    "Salt Road Gazette",
    "Vale Tribune",
    "Inland Echo",
    "Quay Journal",
    "Lantern Mail",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
