import bcrypt

DUMMY_HASH = "$2b$12$KIXQ4Q1hQ1l1bZ1Q1hQ1lOe"
password_hash = bcrypt.hashpw(b"x", bcrypt.gensalt())
