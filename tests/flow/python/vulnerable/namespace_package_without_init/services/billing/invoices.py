import pymysql


def search_invoices(text):
    connection = pymysql.connect(host="localhost", database="billing")
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM invoices WHERE note LIKE '%%%s%%'" % text)  # expect: sql-injection from main.py
        return cursor.fetchall()
