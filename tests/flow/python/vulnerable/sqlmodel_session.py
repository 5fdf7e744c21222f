from sqlmodel import Session, create_engine, text

store = create_engine("postgresql:///shop")


def find(name):
    with Session(store) as work:
        work.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
        work.execute(text(f"SELECT * FROM archive WHERE name = '{name}'"))  # expect: sql-injection


def count(name):
    with store.connect() as work:
        return work.scalar(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection
