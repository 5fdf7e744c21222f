import sqlite3

from decorators import retried


@retried
def songs_by(artist):
    return sqlite3.connect("songs.db").execute(f"SELECT * FROM songs WHERE artist = '{artist}'").fetchall()  # expect: sql-injection from views.py
