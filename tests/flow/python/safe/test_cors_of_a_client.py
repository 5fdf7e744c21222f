import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

import client


class Wide(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()


class ClientTest(unittest.TestCase):
    def test_wildcard_is_understood(self):
        server = HTTPServer(("127.0.0.1", 0), Wide)
        headers = {"Access-Control-Allow-Origin": "*"}
        self.assertEqual(client.probe(server.server_port), headers)
