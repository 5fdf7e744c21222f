import sqlalchemy as sa
from flask import Flask, request

app = Flask(__name__)
engine = sa.create_engine("sqlite:///app.db")


@app.delete("/rows")
def remove():
    with engine.begin() as conn:
        conn.exec_driver_sql("DELETE FROM rows WHERE id = %s" % request.args["id"])  # expect: sql-injection
    return "", 204
