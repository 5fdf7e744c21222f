import psycopg2
import psycopg2.extras
from flask import Blueprint, request

bp = Blueprint("reports", __name__)
conn = psycopg2.connect("dbname=reports")


@bp.get("/reports/<region>")
def report(region):
    cur = conn.cursor(cursor_factory=psycopg2.extras.RealDictCursor)
    cur.execute("SELECT * FROM sales WHERE region = '%s' LIMIT 10" % (region,))  # expect: sql-injection
    return {"rows": cur.fetchall()}
