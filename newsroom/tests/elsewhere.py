"""Pages of other outlets for journeys, written for them: each as an editor would copy it."""

QUOTED = "The harbour master said that the sea had taken back what the council never paid for."

#: Someone else's text without a word of permission: what remains is to judge a use of it.
NOTHING_PERMITTED = f"""The wall that nobody would mend

By Fintan Roe

A storm in the night of 4 March opened eleven metres of the sea wall at Carrow. By morning the lower road was under water.

{QUOTED} Four reports since 1998 had asked for a new wall, and each had been filed without an answer.

The council's engineer, Maire Tolan, says that a repair would now cost nine times what it would have cost then.

Residents of the lower road have moved into the parish hall, where they have been told to expect to stay until the summer.

All rights reserved.
"""

#: The same, to be printed by permission of a letter.
ASKED_FOR = """How the net lofts were saved

For thirty years nobody wanted the net lofts behind the quay. Last winter four families asked the port for the keys.

They began with the roofs, one slate at a time, and with a ledger in which every hour of work was written down.

The port has now signed a lease of forty years, on the condition that two of the lofts stay open to visitors.

By Nuala Shee

© The Quayside Weekly. All rights reserved.
"""

#: The same outlet lets some sites take a text, and forbids them one thing.
FORBIDDEN = """A pier is painted for the last time

The pier master put the brush away on Friday. He had painted the same forty railings every spring since 1989.

The port will replace the railings with steel that needs no paint, and keeps one of the old ones for the museum.

By Nuala Shee

© The Quayside Weekly. Permission is granted to cross-post our articles on community internet sites as long as the source is acknowledged \
together with a hyperlink to the original article. This article may not be translated.
"""
