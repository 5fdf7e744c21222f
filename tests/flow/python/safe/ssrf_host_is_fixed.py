from urllib.parse import urlparse, urlsplit

import pycurl
import requests
from flask import Flask, abort, request

app = Flask(__name__)
BASE = "https://api.example.com/"


@app.get("/fixed")
def fixed():
    name = request.args["name"]
    requests.get(f"https://api.example.com/users/{name}")
    requests.get(BASE + name)
    requests.get("https://api.example.com/search?q=" + name)
    requests.get("https://api.example.com/search", params={"q": name})
    requests.get("https://api.example.com" + request.full_path)
    curl = pycurl.Curl()
    curl.setopt(pycurl.USERAGENT, name)
    return {}


@app.get("/compared")
def compared():
    url = request.args["url"]
    host = urlparse(url).hostname
    if host != "images.example.com":
        abort(400)
    return requests.get(url).json()


@app.get("/parts")
def parts():
    parsed = urlsplit(request.args["url"])
    return requests.get("https://images.example.com" + parsed.path).json()


def is_known(url):
    return urlparse(url).netloc in ("images.example.com", "static.example.com")


@app.get("/helper")
def helper():
    url = request.args["url"]
    if is_known(url):
        return requests.get(url).json()
    return {}
