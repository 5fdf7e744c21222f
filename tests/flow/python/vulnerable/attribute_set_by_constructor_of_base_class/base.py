import pymysql


class Gateway:
    def __init__(self):
        self.reader = pymysql.connect(host="db", database="crm").cursor()
