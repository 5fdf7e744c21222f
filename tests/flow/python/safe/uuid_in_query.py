import uuid


def create(cursor):
    cursor.execute(f"INSERT INTO jobs (id) VALUES ('{uuid.uuid4()}')")
