from flask import Blueprint, request

from blog.connections import get_db, open_archive

bp = Blueprint("blog", __name__)


@bp.route("/posts")
def posts():
    tag = request.args["tag"]
    return {"posts": get_db().execute(f"SELECT * FROM posts WHERE tag = '{tag}'").fetchall()}  # expect: sql-injection


@bp.route("/archive")
def archive():
    year = request.args["year"]
    return {"posts": open_archive().execute(f"SELECT * FROM old WHERE year = {year}").fetchall()}  # expect: sql-injection
