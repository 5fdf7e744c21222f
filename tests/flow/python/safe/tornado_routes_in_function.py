import pymysql
import tornado.web


class User(tornado.web.RequestHandler):
    def initialize(self, db):
        self.db = db

    def get(self, user_id):
        with self.db.cursor() as cursor:
            cursor.execute(f"SELECT * FROM users WHERE id = {user_id}")
            self.write({"user": cursor.fetchone()})


def make_app():
    db = pymysql.connect(host="localhost", user="app", database="app")
    return tornado.web.Application([
        (r"/users/(\d+)", User, {"db": db}),
    ])
