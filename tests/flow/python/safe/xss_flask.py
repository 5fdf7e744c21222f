import json
from urllib.parse import quote

import bleach
import nh3
from flask import Flask, Response, escape, request
from markupsafe import Markup, escape_silent

app = Flask(__name__)


@app.get("/escaped")
def escaped():
    return f"<p>{escape(request.args['q'])}{escape_silent(request.args.get('r'))}</p>"


@app.get("/cleaned")
def cleaned():
    return "<p>" + bleach.clean(request.args["q"]) + nh3.clean(request.args["r"]) + "</p>"


@app.get("/formatted")
def formatted():
    return Markup("<p>%s</p>") % request.args["q"]


@app.get("/joined")
def joined():
    return Markup("<br>").join([request.args["q"], request.args["r"]])


@app.get("/link")
def link():
    return f'<a href="/search?q={quote(request.args["q"])}">again</a>'


@app.get("/object")
def as_object():
    return json.dumps({"q": request.args["q"]})


@app.get("/by-hand")
def by_hand():
    return "<p>" + request.args["q"].replace("&", "&amp;").replace("<", "&lt;") + "</p>"


@app.get("/text")
def text():
    return Response("q: " + request.args["q"], content_type="text/plain")
