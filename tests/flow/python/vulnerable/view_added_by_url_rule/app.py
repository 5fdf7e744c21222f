from flask import Flask

import articles

app = Flask(__name__)
app.add_url_rule("/articles/by/<column>", view_func=articles.sorted_by)
