from flask import Flask, request

from decorators import logged, timed, with_db

app = Flask(__name__)


@with_db
def find(db, table, name):
    return db.execute(f"SELECT * FROM {table} WHERE name = ?", (name,))


@timed
def count(db, table, name):
    return db.execute(f"SELECT count(*) FROM {table} WHERE name = ?", (name,))


@logged("info")
def clause(column, *, city=""):
    return f"{column} = ?"


@app.route("/users")
def users():
    find("users", request.args["name"])
    return ""


@app.route("/cities")
@logged("info")
@with_db
def cities(db):
    city = request.args["city"]
    count(db, "users", city)
    db.execute(f"SELECT * FROM users WHERE {clause('city', city=city)}", (city,))
    return ""
