from tornado.web import RequestHandler


class Slash(RequestHandler):
    def get(self):
        self.redirect(self.request.path + "/?" + self.request.query)
