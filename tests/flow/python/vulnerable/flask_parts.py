from flask import Blueprint, request
from flask.wrappers import Request

from app.database import shop

items = Blueprint("items", __name__)


@items.route("/items/<name>")
def show(name):
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return cursor.fetchone()


def find(incoming: Request):
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM items WHERE name = '{incoming.args['name']}'")  # expect: sql-injection
    for host in incoming.headers.getlist("X-Forwarded-For"):
        cursor.execute(f"INSERT INTO visits (host) VALUES ('{host}')")  # expect: sql-injection


def add():
    cursor = shop.cursor()
    item = request.form.to_dict()
    cursor.execute(f"INSERT INTO items (name) VALUES ('{item['name']}')")  # expect: sql-injection
