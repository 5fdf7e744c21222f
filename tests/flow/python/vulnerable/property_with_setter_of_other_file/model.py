class Search:
    def __init__(self, name=""):
        self._name = name
        self._order = "id"

    @property
    def order(self):
        return self._order

    @order.setter
    def order(self, value):
        self._order = value.strip()

    @property
    def text(self):
        return f"SELECT * FROM users WHERE name = '{self._name}' ORDER BY {self.order}"
