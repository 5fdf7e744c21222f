from string import Template

QUERY = Template("SELECT * FROM $table WHERE name = %s")


def find(cursor, name):
    cursor.execute(QUERY.substitute(table="people"), (name,))
