import json
import sqlite3

import tornado.web

db = sqlite3.connect("shop.db")


class Base(tornado.web.RequestHandler):
    def find(self, name):
        return db.execute(f"SELECT * FROM items WHERE name = '{name}'").fetchall()  # expect: sql-injection


class Items(Base):
    def get(self):
        self.write({"items": self.find(self.get_argument("name"))})

    def post(self):
        data = json.loads(self.request.body)
        db.execute(f"INSERT INTO items VALUES ('{data['name']}')")  # expect: sql-injection
        db.execute("INSERT INTO seen VALUES ('" + self.request.headers["User-Agent"] + "')")  # expect: sql-injection
        db.execute("DELETE FROM items WHERE name = '" + self.path_args[0] + "'")  # expect: sql-injection
