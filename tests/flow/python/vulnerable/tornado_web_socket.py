import sqlite3

import tornado.websocket

db = sqlite3.connect("shop.db")


class _Search(tornado.websocket.WebSocketHandler):
    def on_message(self, message):
        self.write_message({"found": db.execute(f"SELECT * FROM items WHERE name = '{message}'").fetchall()})  # expect: sql-injection

    def open(self):
        db.execute(f"INSERT INTO seen VALUES ('{self.get_query_argument('who')}')")  # expect: sql-injection
