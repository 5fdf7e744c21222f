import base64
import binascii

from flask import Flask, request

app = Flask(__name__)


@app.get("/keys")
def keys(cursor):
    name = base64.b64decode(request.args["name"]).decode()
    cursor.execute(f"SELECT id FROM items WHERE key = '{name}'")  # expect: sql-injection
    code = binascii.unhexlify(request.args["code"]).decode()
    cursor.execute("SELECT id FROM items WHERE code = '" + code + "'")  # expect: sql-injection
