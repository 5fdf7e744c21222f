from http.server import BaseHTTPRequestHandler, HTTPServer


class Wide(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")  # expect: permissive-headers
        self.end_headers()


if __name__ == "__main__":
    HTTPServer(("0.0.0.0", 8080), Wide).serve_forever()
