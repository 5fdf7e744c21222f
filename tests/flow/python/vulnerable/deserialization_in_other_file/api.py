from flask import Flask, request

from storage.blobs import unpack

app = Flask(__name__)


@app.post("/restore")
def restore():
    state = unpack(request.cookies["state"])
    return {"restored": len(state)}
