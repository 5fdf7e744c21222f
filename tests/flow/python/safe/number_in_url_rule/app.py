from flask import Flask

import articles

app = Flask(__name__)
app.add_url_rule("/articles/<int:number>", "article", articles.show)
