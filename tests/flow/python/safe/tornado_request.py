import sqlite3

import tornado.web

db = sqlite3.connect("shop.db")


class Item(tornado.web.RequestHandler):
    def get(self, item_id):
        self.write({"item": db.execute(f"SELECT * FROM items WHERE id = {item_id}").fetchone()})


class Named(tornado.web.RequestHandler):
    def get(self, year, slug):
        page = int(self.get_query_argument("page", "1"))
        db.execute(f"INSERT INTO log VALUES ('{self.request.method}')")
        rows = db.execute(f"SELECT * FROM items_{year} WHERE slug = ? LIMIT 10 OFFSET {page * 10}", (slug,))
        self.write({"items": rows.fetchall()})

    def post(self, year, slug):
        db.execute("INSERT INTO items VALUES (?, ?)", (slug, self.get_body_argument("name")))


app = tornado.web.Application([
    (r"/items/([0-9]+)", Item),
    tornado.web.url(r"/about", tornado.web.RequestHandler),
    (r"/items/(?P<year>\d{4})/(?P<slug>[^/]+)", Named),
])
