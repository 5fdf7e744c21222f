import importlib

from flask import Flask, request

app = Flask(__name__)

EXPORTERS = {"csv": "exporters.csv", "json": "exporters.json"}


@app.post("/export")
def export():
    name = request.form["format"]
    if name not in EXPORTERS:
        return "", 400
    importlib.import_module(f"exporters.{name}")
    return importlib.import_module(EXPORTERS[name]).export()
