import sqlite3

from tornado.web import Application, RequestHandler

db = sqlite3.connect("shop.db")


class _Item(RequestHandler):
    async def get(self, slug):
        self.write({"item": db.execute(f"SELECT * FROM items WHERE slug = '{slug}'").fetchone()})  # expect: sql-injection

    def delete(self, slug):
        db.execute("DELETE FROM items WHERE slug = '%s'" % slug)  # expect: sql-injection


class _RoutedElsewhere(RequestHandler):
    def put(self, slug):
        db.execute("UPDATE items SET seen = 1 WHERE slug = '%s'" % slug)  # expect: sql-injection


app = Application([(r"/items/([^/]+)", _Item)])
