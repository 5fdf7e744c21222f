import boto3
import httpx
import hvac
import requests


def requests_functions(url):
    requests.get(url, verify=False)  # expect: tls-verification
    requests.post(url, verify=False)  # expect: tls-verification
    requests.put(url, verify=False)  # expect: tls-verification
    requests.patch(url, verify=False)  # expect: tls-verification
    requests.delete(url, verify=False)  # expect: tls-verification
    requests.head(url, verify=False)  # expect: tls-verification
    requests.options(url, verify=False)  # expect: tls-verification
    requests.request("GET", url, verify=False)  # expect: tls-verification


def httpx_functions(url):
    httpx.get(url, verify=False)  # expect: tls-verification
    httpx.post(url, verify=False)  # expect: tls-verification
    httpx.put(url, verify=False)  # expect: tls-verification
    httpx.patch(url, verify=False)  # expect: tls-verification
    httpx.delete(url, verify=False)  # expect: tls-verification
    httpx.head(url, verify=False)  # expect: tls-verification
    httpx.options(url, verify=False)  # expect: tls-verification
    httpx.request("GET", url, verify=False)  # expect: tls-verification
    httpx.stream("GET", url, verify=False)  # expect: tls-verification


def httpx_clients():
    httpx.Client(verify=False)  # expect: tls-verification
    httpx.AsyncClient(verify=False)  # expect: tls-verification
    httpx.HTTPTransport(verify=False)  # expect: tls-verification
    httpx.AsyncHTTPTransport(verify=False)  # expect: tls-verification


def of_some_session(session, url):
    session.get(url, verify=False)  # expect: tls-verification
    session.post(url, verify=False)  # expect: tls-verification
    session.put(url, verify=False)  # expect: tls-verification
    session.patch(url, verify=False)  # expect: tls-verification
    session.delete(url, verify=False)  # expect: tls-verification
    session.head(url, verify=False)  # expect: tls-verification
    session.options(url, verify=False)  # expect: tls-verification
    session.request("GET", url, verify=False)  # expect: tls-verification


def amazon(session):
    boto3.client("s3", verify=False)  # expect: tls-verification
    boto3.resource("s3", verify=False)  # expect: tls-verification
    session.client("s3", verify=False)  # expect: tls-verification
    session.resource("s3", verify=False)  # expect: tls-verification


def vault(url):
    return hvac.Client(url, verify=False)  # expect: tls-verification
