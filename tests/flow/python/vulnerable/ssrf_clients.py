import urllib.request

import aiohttp
import httpx
import pycurl
import requests
import urllib3
from flask import Flask, request
from requests.sessions import Session

app = Flask(__name__)
pool = urllib3.PoolManager()


@app.get("/sync")
def sync():
    url = request.args["url"]
    requests.request("GET", url)  # expect: ssrf
    requests.session().post(url=url)  # expect: ssrf
    Session().get(url)  # expect: ssrf
    httpx.get("https://" + request.args["host"])  # expect: ssrf
    httpx.request("GET", f"http://{request.args['host']}/status")  # expect: ssrf
    urllib.request.urlopen(url)  # expect: ssrf
    pool.request("GET", url)  # expect: ssrf
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)  # expect: ssrf
    return {}


async def later(request: aiohttp.web.Request):
    async with aiohttp.ClientSession() as session:
        await session.get(request.query["url"])  # expect: ssrf
