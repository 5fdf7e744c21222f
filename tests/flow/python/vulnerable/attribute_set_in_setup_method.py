import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Report:
    def prepare(self, owner):
        self.condition = "owner = '" + owner + "'"

    def rows(self, conn):
        return conn.execute("SELECT * FROM reports WHERE " + self.condition)  # expect: sql-injection


@app.get("/reports")
def reports():
    report = Report()
    report.prepare(request.args["owner"])
    return {"rows": report.rows(sqlite3.connect("reports.db")).fetchall()}
