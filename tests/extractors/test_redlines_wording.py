"""Red lines by the words that they are told in: who warns, who would act, and what would follow."""

from __future__ import annotations

import pytest

from extracted import drawn, lines, only


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            (
                "Without a withdrawal from the delta there will be no Peruvian ambassador in Chile, Peruvian "
                "Foreign Minister Ana Paz said."
            ),
            "Without a withdrawal from the delta",
            "there will be no Peruvian ambassador in Chile",
        ),
        (
            (
                "Peru would resume artillery fire the day after Chile leaves the council, Peruvian "
                "Defence Minister Ana Paz said."
            ),
            "the day after Chile leaves the council",
            "Peru would resume artillery fire",
        ),
        (
            (
                "The loan will not be renewed if Chile arrests the fishermen, Peruvian Finance Minister Ana "
                "Paz said."
            ),
            "if Chile arrests the fishermen",
            "The loan will not be renewed",
        ),
        (
            (
                "Peru will keep the embargo in place until Chile frees the crew, Peruvian Trade Minister Ana "
                "Paz said."
            ),
            "until Chile frees the crew",
            "Peru will keep the embargo in place",
        ),
        (
            "Peru will shelve the pact if Chile arms the rebels, Peruvian Prime Minister Ana Paz said.",
            "if Chile arms the rebels",
            "Peru will shelve the pact",
        ),
        (
            (
                "Another landing on the island would cost Chile the last of its goodwill in Peru, Peruvian "
                "Foreign Minister Ana Paz said."
            ),
            "Another landing on the island",
            "would cost Chile the last of its goodwill in Peru",
        ),
    ],
)
def test_what_would_follow(text: str, condition: str, consequence: str) -> None:
    line = only(text)
    assert [span.text for span in line.condition.spans] == [condition]
    assert [span.text for span in line.consequence.spans] == [consequence]


@pytest.mark.parametrize(
    ("text", "warner", "authority"),
    [
        (
            (
                "“If Chile fires again, we will close the border,” said Rosa Huaman, who chairs the Peruvian "
                "parliament’s security panel."
            ),
            "Rosa Huaman",
            "other",
        ),
        (
            (
                "Peru will close the border if Chile fires again, the Peruvian army’s spokesman, Colonel "
                "Rosa Huaman, said."
            ),
            "Rosa Huaman",
            "spokesperson",
        ),
        (
            "Peruvian officials said Peru would close the border if Chile fires again.",
            None,
            "other",
        ),
    ],
)
def test_who_may_warn(text: str, warner: str | None, authority: str) -> None:
    line = only(text)
    assert line.warner is not None
    assert (line.warner.resolved, line.authority) == (warner, authority)


def test_a_whole_people_is_its_state() -> None:
    line = only(
        "“If the Danes shut the strait, we will sink the ferry,” Peruvian envoy Rosa Huaman said."
    )
    assert line.warned is not None
    assert line.warned.resolved == "Denmark"


@pytest.mark.parametrize(
    "text",
    [
        "Without rain there will be no grain in Peru, Peruvian Trade Minister Ana Paz said.",
        "Peru resumed artillery fire the day after Chile left the council, its army said.",
        "The dockers will walk out if pay is cut, Peruvian Labour Minister Ana Paz said.",
        "The airline will stop flights to Chile if fuel runs short, its manager said.",
        "Farmers said Peru would close the market if Chile sends cheap rice.",
        "Only if the river falls will the boats sail, Peruvian Transport Minister Ana Paz said.",
    ],
)
def test_nature_the_past_and_farmers_draw_no_lines(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "warner", "warned"),
    [
        (
            "Lima let it be known that it would recall its envoy if Chile shut the port.",
            "Peru",
            "Chile",
        ),
        (
            "Peru has made it plain to Chile that it would close the border if the road is built.",
            "Peru",
            "Chile",
        ),
        (
            "Peru’s ultimatum to Chile expires on Friday: free the crew or face sanctions.",
            "Peru",
            "Chile",
        ),
        (
            "The deadline that Peru set Chile ends on Friday: free the crew or face sanctions.",
            "Peru",
            None,
        ),
        (
            "Peru gave Chile until May to free the crew, failing which Lima would close the border.",
            "Peru",
            "Chile",
        ),
        (
            (
                "Yonhap, citing the newspaper Rodong Sinmun, said that Pyongyang would close the border if "
                "the Japanese sent a patrol."
            ),
            "Rodong Sinmun",
            "Japan",
        ),
        (
            (
                "“If Chile shuts the port,” Peruvian Foreign Minister Ana Paz told the agency Andina, “we "
                "will close the border.”"
            ),
            "Ana Paz",
            "Chile",
        ),
        (
            "Peru will suspend the joint fishing pact if Chilean patrol boats enter the bay again: foreign minister",
            None,
            "Chile",
        ),
    ],
)
def test_how_it_is_told(text: str, warner: str | None, warned: str | None) -> None:
    line = only(text)
    assert line.warner is not None
    assert line.warner.resolved == warner
    assert (line.warned.resolved if line.warned else None) == warned


@pytest.mark.parametrize(
    "text",
    [
        "Lima made it clear that the ferry will sail if the fog lifts.",
        "Peru’s deadline for the census ends on Friday: fill in the form or call the office.",
        "Let it be known that the port is open.",
        "The daily Correo said Peru would close the border if Chile shut the port.",
    ],
)
def test_what_is_told_so_and_draws_no_line(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Chile must leave the strait by Friday or Peru will close the canal, President Ana Paz said.",
        "Either the crew is freed or Peru will close its ports to Chile, its foreign minister said.",
        "Any Chilean landing would be crossing a red line, Peru’s foreign minister said.",
        "The army of Peru would not hesitate to use force if Chile armed the rebels, a general said.",
        "There will be serious consequences for Chile if the rebels take Arica, Peru’s president said.",
        "Chile would bear full responsibility if the road was not reopened, Peru’s foreign ministry said.",
        "A Peruvian militia threatened to resume attacks on Chilean bases if the troops did not leave.",
        "Peru said that Chile would face severe consequences should it attack Peruvian ships.",
        "Peru’s president has said he would bomb the camps again if Chile did not disarm the gangs.",
        "Peru’s envoy said Lima would consider any raid on its tankers an act of piracy.",
        "As long as Chile holds the crew, no talks will take place, said Peru’s foreign minister.",
    ],
)
def test_more_ways_to_draw_a_line(text: str) -> None:
    only(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dockers at Peru’s ports will strike if wages are not raised, their leader, Ana Paz, said.",
        "Either the ferry is repaired or the island will go without mail, the mayor said.",
        "The central bank of Peru must act by Friday or prices will rise, an economist said.",
        "He said he would resign if the party lost, Peru’s president told the paper.",
    ],
)
def test_what_only_looks_like_a_line(text: str) -> None:
    assert lines(text) == ()


def test_a_minister_of_no_known_state_is_not_of_the_one_that_is_warned() -> None:
    line = only(
        "As long as Chile shelters the gunmen, no grain will pass through the port, Tarkovia’s trade "
        "minister, Ana Paz, said."
    )
    assert line.warned is not None
    assert line.warned.resolved == "Chile"


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "“Meddle with our cables and we will close the sound,” Danish Foreign Minister Ida Holm told Russia.",
            "Meddle with our cables",
            "we will close the sound",
        ),
        (
            "“One more raid on Malmo and we will sink the boats,” Swedish Admiral Nils Berg told the Danes.",
            "One more raid on Malmo",
            "we will sink the boats",
        ),
        (
            "Oman told the Yemeni consul to leave by Monday or be arrested.",
            "to leave by Monday",
            "be arrested",
        ),
        (
            "Chad must stop arming the rebels or face a blockade, Nigerian President Ade Bello said.",
            "Chad must stop arming the rebels",
            "face a blockade",
        ),
        (
            "Until the last Lao soldier has gone there will be no trade, Thai Premier Arun Chai said.",
            "Until the last Lao soldier has gone",
            "there will be no trade",
        ),
        (
            "If Peru sinks the tug, Chile will ask its allies to bomb the port, Chilean President Eva Soto said.",
            "If Peru sinks the tug",
            "Chile will ask its allies to bomb the port",
        ),
        (
            "Kenya reserves the right to respond if Somali troops cross the Tana, Kenyan President Ruth Otieno said.",
            "if Somali troops cross the Tana",
            "to respond",
        ),
        (
            "Arming the islanders would cross a red line for Fiji, Fijian President Jone Tora said.",
            "Arming the islanders",
            "would cross a red line for Fiji",
        ),
        (
            "No Lao barge will be let into Thailand before Laos reopens the dam, Thai Premier Arun Chai said.",
            "before Laos reopens the dam",
            "No Lao barge will be let into Thailand",
        ),
        (
            "Were Serbia to reopen the rail line, Albanian envoy Arben Lushi told the Herald, it would face sanctions.",
            "Were Serbia to reopen the rail line",
            "it would face sanctions",
        ),
        (
            "Serbia risks losing its seat if it closes the bridge, the council’s president, Ana Kos, said.",
            "if it closes the bridge",
            "losing its seat",
        ),
        (
            "“The moment their jets appear over Lima, our rockets fly,” Peruvian General Raul Paz said.",
            "The moment their jets appear over Lima",
            "our rockets fly",
        ),
    ],
)
def test_orders_and_states_that_last(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "“If Chad frees the pilots, we will lift the embargo,” Sudanese President Omar Ali said.",
        "Milk quotas are a red line for Latvia, Latvian Agriculture Minister Ilze Kalna said.",
        "The premier of Norway said he would veto the budget unless nurses got more money.",
        "There will be no change until the Danes have voted, Swedish Premier Nils Berg said.",
        "“Premier Holm will review all permits once he takes office,” his spokesman, Jens Bro, said.",
        "A panel will meet before deciding whether sanctions are due, Swedish envoy Nils Berg said.",
        "Danish Premier Ida Holm said she had no choice but to act if Denmark was to avoid ruin.",
    ],
)
def test_kindness_bargaining_and_home_affairs_are_no_lines(text: str) -> None:
    assert lines(text) == ()


def test_a_general_of_a_state_that_nobody_names_warns_the_one_that_he_names() -> None:
    line = only(
        "“If the Finns mine the strait, we will bomb their ports,” General Igor Belov said."
    )
    assert line.warned is not None
    assert line.warned.resolved == "Finland"


@pytest.mark.parametrize(
    "text",
    [
        "Peru has told Chile that taking the jets would mean exclusion from the Andean fleet.",
        "Peru will not stand by if Chile declares independence for Arica, Peru’s foreign minister said.",
        "Peru’s president said that the annexation of Arica was a red line for Lima.",
        "The Shining Path said they would attack foreign troops who stayed in the valley.",
        "Peru said it would shoot down any drone launched from Chile.",
        "The truce is off unless Chile withdraws its troops from Arica, Peru’s president said.",
    ],
)
def test_still_more_ways_to_draw_a_line(text: str) -> None:
    assert only(text).consequence is not None


@pytest.mark.parametrize(
    "text",
    [
        "Peru’s foreign minister said Lima would respond to the offer if Chile put it in writing.",
        "Peru said it would suspend the licence if the company missed the deadline.",
        "Peru’s defence minister said the army would withdraw from Arica if the militia disarmed.",
        "Peru’s foreign minister said that the attack was an act of aggression.",
    ],
)
def test_offers_licences_and_ways_home_are_no_lines(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Peru put Chile on notice that further dredging off Arica would be answered with force.",
            "further dredging off Arica",
            "would be answered with force",
        ),
        (
            "Peru served notice on Chile: if the rig moves south again, the fishing accord is dead.",
            "if the rig moves south again",
            "the fishing accord is dead",
        ),
        (
            (
                "“The moment one Chilean tug enters the bay,” Peruvian Navy Minister Ana Paz said, “we will "
                "seize it.”"
            ),
            "The moment one Chilean tug enters the bay",
            "we will seize it",
        ),
        (
            (
                "Peru will block Chile’s entry to the bank for as long as Santiago holds the pilots, Peruvian "
                "Finance Minister Ana Paz said."
            ),
            "for as long as Santiago holds the pilots",
            "block Chile’s entry",
        ),
        (
            "“Were Chile to annex the reef, we would close our ports,” Peruvian President Ana Paz said.",
            "Were Chile to annex the reef",
            "we would close our ports",
        ),
        (
            "“You burn our nets, we sink your trawlers,” Peruvian Admiral Luis Mora told the Chileans.",
            "You burn our nets",
            "we sink your trawlers",
        ),
        (
            "There will be a reply to every landing on the reef, Peru’s foreign minister said.",
            "every landing on the reef",
            "There will be a reply",
        ),
        (
            "Peru will answer the seizure of its tugs with a blockade, President Ana Paz told Chile.",
            "the seizure of its tugs",
            "with a blockade",
        ),
        (
            "Chile cannot count on Peruvian gas if it arms the rebels, Peru’s energy minister said.",
            "if it arms the rebels",
            "cannot count on Peruvian gas",
        ),
        (
            "Should Peru’s trawlers return to the bay, the Chilean navy would sink them, President Ana Paz said.",
            "Should Peru’s trawlers return to the bay",
            "the Chilean navy would sink them",
        ),
        (
            "Peru warned Chile not to fence the islet or face a blockade.",
            "fence the islet",
            "face a blockade",
        ),
        (
            "Peru demanded that Chile return the tugs by Friday or face sanctions.",
            "Chile return the tugs",
            "face sanctions",
        ),
        (
            "Peru warned Chile on Tuesday of reprisals if it boards the trawlers.",
            "if it boards the trawlers",
            "reprisals",
        ),
        (
            "Peru and Bolivia said they would close their ports if Chile dammed the river.",
            "if Chile dammed the river",
            "they would close their ports",
        ),
    ],
)
def test_notices_instants_and_replies(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "If the guerrillas hand over their rifles, the army will stop bombing, Peru’s general said.",
        "Dockers in Chile’s harbours will strike unless their pay is raised, their leader, Ana Paz, said.",
        "Peru’s president said she would veto the fishing treaty unless the quotas were raised.",
        "Peru gave notice that it would leave the tin council in June.",
        "“Ana Paz will review all permits once she takes office,” Peru’s foreign minister said.",
    ],
)
def test_truces_strikes_and_vetoes_of_ones_own_are_no_lines(text: str) -> None:
    assert lines(text) == ()
