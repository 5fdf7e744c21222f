import pandas as pd
import sqlite3
from flask import Flask, request

app = Flask(__name__)


@app.get("/frame")
def frame():
    conn = sqlite3.connect("stats.db")
    data = pd.read_sql(f"SELECT * FROM stats WHERE country = '{request.args['country']}'", conn)  # expect: sql-injection
    return data.to_json()
