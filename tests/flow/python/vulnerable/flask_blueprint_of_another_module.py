from flask import jsonify

from app.database import shop
from app.routes import bp


@bp.route("/items/<name>")
def show(name):
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return jsonify(cursor.fetchone())
