import tornado.web


def _check_origin(origin, allowed):
    if isinstance(allowed, list):
        if origin in allowed:
            return origin
    elif allowed == origin:
        return allowed
    return None


class _Api(tornado.web.RequestHandler):
    def set_default_headers(self):
        origin = self.request.headers.get("Origin")
        allowed = _check_origin(origin, self.settings["origins"])
        if allowed:
            self.set_header("Access-Control-Allow-Origin", allowed)
