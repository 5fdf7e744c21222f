import base64
import binascii

from flask import Flask, request

app = Flask(__name__)


@app.get("/keys")
def keys(cursor):
    name = request.args["name"]
    key = base64.urlsafe_b64encode(name.encode()).decode()
    cursor.execute(f"SELECT id FROM items WHERE key = '{key}'")
    code = binascii.hexlify(name.encode()).decode("ascii")
    cursor.execute("SELECT id FROM items WHERE code = '" + code + "'")
