import sqlite3


class Event:
    path = "events.db"

    @staticmethod
    def on_day(day):
        return sqlite3.connect("events.db").execute(f"SELECT * FROM events WHERE day = '{day}'").fetchall()  # expect: sql-injection from calendar_views.py

    @classmethod
    def of_kind(cls, kind):
        return sqlite3.connect(cls.path).execute(f"SELECT * FROM events WHERE kind = '{kind}'").fetchall()  # expect: sql-injection from calendar_views.py
