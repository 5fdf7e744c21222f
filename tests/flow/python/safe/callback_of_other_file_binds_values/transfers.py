from flask import Flask, request

from transactions import in_transaction

app = Flask(__name__)


@app.post("/transfers")
def transfer():
    note = request.form["note"]

    def insert(writer):
        writer.execute("INSERT INTO transfers (note) VALUES (%s)", (note,))

    in_transaction(insert)
    return "", 204
