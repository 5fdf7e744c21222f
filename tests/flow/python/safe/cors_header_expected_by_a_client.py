import requests


def probe(url):
    response = requests.get(url, timeout=5)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    return response.headers.get("Access-Control-Allow-Origin") == "*"
