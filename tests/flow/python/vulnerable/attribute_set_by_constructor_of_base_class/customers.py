from flask import request
from flask.views import MethodView

from base import Gateway


class CustomerGateway(Gateway):
    def by_city(self, city):
        self.reader.execute(f"SELECT * FROM customers WHERE city = '{city}'")  # expect: sql-injection
        return self.reader.fetchall()


class Customers(MethodView):
    def get(self):
        return {"customers": CustomerGateway().by_city(request.args["city"])}
