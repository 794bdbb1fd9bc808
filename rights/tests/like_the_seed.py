"""A page in the form of the seed, written for these tests; and where the seed itself lies when the project's shared folder is beside us."""

from pathlib import Path

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "000_94edc1a8836838f6.txt"

#: The no-break space is the one that the seed's site puts into a hidden address.
TERMS = """Articles by: Coastal Studies News

Disclaimer: What this article says is the sole responsibility of its author(s). The Institute for Coastal Studies will not be \
responsible for any inaccurate or incorrect statement in it. The Institute of Coastal Studies grants permission to cross-post Coastal \
Studies articles on community internet sites as long the source and copyright are acknowledged together with a hyperlink to the \
original Coastal Studies article. For publication of Coastal Studies articles in print or other forms including commercial internet \
sites, contact: [email\u00a0protected]

www.coastal-studies.example contains copyrighted material the use of which has not always been specifically authorized by the \
copyright owner. We make it available to our readers under the provisions of "fair use" so that they may understand the life of the \
shore. The material on this site is distributed without profit to those who have expressed a prior interest in receiving it for \
research and educational purposes. If you wish to use copyrighted material for purposes other than "fair use" you must request \
permission from the copyright owner.

For media inquiries: [email\u00a0protected]"""

STORY = """Two harbours agree to share one tide station

Two harbours on the north shore agreed to share one tide station.

“This was the first visit of the harbour master to our town. We talked about many things and signed a paper,” said Edda Brink, who \
keeps the eastern pier, after the meeting in the customs house.

According to the harbour master, both sides looked for ways to widen the agreement and “add a second gauge above the weir”. He noted \
that the paper had been in the making for over six years.

“Our work covers all areas: storm warnings (the Shore Alert Group), pilots and surveys. The paper we signed today is about tides. It \
took a long time — over six years. It joins our gauges. It (the paper) will help our boats,” Brink said."""

PAGE = f"{STORY}\n\n\n{TERMS}"
