"""The demonstration newsroom: an invented paper, complete, so that a newcomer sees the product at work.

Everything here is fiction written for this project: the town, the people, the sources, the figures. The texts are
TOML files; `reading.load()` turns them into frozen notes and refuses a file that does not add up; `drawing.draw()`
makes the pictures. Neither touches the database, the network or the clock: that is for `filling`, which acts as the desk
would, and for `manage.py demo`.
"""
