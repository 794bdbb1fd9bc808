"""A page to try Republish with: written for this project, by an outlet that does not exist."""

EXAMPLE = """Night trains return to the coast line after eleven years

The first night train in eleven years left Saltmarsh station at 22:40 on Friday with 212 people on board, the operator said.

“We sold every berth in four days,” said Marit Oske, who plans the timetable. “People told us that they would rather sleep through the journey than drive through the dark.”

The train runs three times a week until the end of March. Two carriages were taken from a museum line and fitted with new brakes, which took a workshop in the old depot fourteen months.

The town council, which paid for the longer platform, expects some 9,000 travellers by spring. It will decide in April whether the train goes on.


Articles by: Coastline News Collective

Disclaimer: The authors alone are responsible for what this article says. The Coastline News Collective is not responsible for any inaccurate or incorrect statement in it. The Coastline News Collective grants permission to cross-post its articles on community internet sites as long as the source and the copyright are acknowledged together with a hyperlink to the original article. For publication in print or on commercial internet sites, contact: [email protected]

www.coastline-collective.example contains copyrighted material the use of which has not always been specifically authorized by the copyright owner. We make such material available under the provisions of "fair use", without profit, to those who have expressed a prior interest in receiving it for research and educational purposes. If you wish to use such material for purposes other than "fair use", you must request permission from the copyright owner.

For media inquiries: [email protected]
"""  # noqa: E501 -- a page as an editor would copy it: one paragraph, one line
