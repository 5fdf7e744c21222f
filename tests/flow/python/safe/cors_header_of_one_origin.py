def headers(response, settings):
    response.headers["Access-Control-Allow-Origin"] = "https://app.corp.net"
    response.headers["Access-Control-Allow-Origin"] = settings.origin
    response.headers["Access-Control-Allow-Headers"] = "*"
    response.headers["Vary"] = "*"
