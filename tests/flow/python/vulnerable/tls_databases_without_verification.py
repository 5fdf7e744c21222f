import ssl

import opensearchpy
import redis
import redis.asyncio
from elasticsearch import AsyncElasticsearch
from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import AsyncMongoClient


def search(host):
    AsyncElasticsearch(host, verify_certs=False)  # expect: tls-verification
    opensearchpy.OpenSearch(host, verify_certs=False)  # expect: tls-verification
    opensearchpy.AsyncOpenSearch(host, verify_certs=False)  # expect: tls-verification


def documents(url):
    AsyncMongoClient(url, tlsInsecure=True)  # expect: tls-verification
    AsyncMongoClient(url, tlsAllowInvalidCertificates=True)  # expect: tls-verification
    AsyncMongoClient(url, tlsAllowInvalidHostnames=True)  # expect: tls-verification
    AsyncIOMotorClient(url, tlsInsecure=True)  # expect: tls-verification
    AsyncIOMotorClient(url, tlsAllowInvalidCertificates=True)  # expect: tls-verification
    AsyncIOMotorClient(url, tlsAllowInvalidHostnames=True)  # expect: tls-verification


def store(url):
    redis.StrictRedis(url, ssl=True, ssl_cert_reqs="none")  # expect: tls-verification
    redis.from_url(url, ssl_cert_reqs=None)  # expect: tls-verification
    redis.Redis.from_url(url, ssl_cert_reqs=ssl.CERT_NONE)  # expect: tls-verification
    redis.asyncio.Redis(host=url, ssl=True, ssl_cert_reqs=None)  # expect: tls-verification
    redis.asyncio.from_url(url, ssl_cert_reqs=None)  # expect: tls-verification
