from sqlalchemy import create_engine

engine = create_engine("postgresql://svc:Wq8-kl2Zp9@db.internal:5432/shop")  # expect: hardcoded-secret
