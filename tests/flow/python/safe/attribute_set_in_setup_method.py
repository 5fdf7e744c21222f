import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Report:
    def prepare(self, owner):
        self.owner = owner
        self.condition = "owner = ?"

    def rows(self, conn):
        return conn.execute("SELECT * FROM reports WHERE " + self.condition, (self.owner,))


@app.get("/reports")
def reports():
    report = Report()
    report.prepare(request.args["owner"])
    return {"rows": report.rows(sqlite3.connect("reports.db")).fetchall()}
