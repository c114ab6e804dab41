"""The pages of officers, heads and admins, under `/s`: signed in by a link from the chat.

`site.py` puts them together; every row of `ROUTES` in the other modules is one page. A view reads,
an act calls the same operation as the chat, inside the Writer; both get rights from there.
"""
