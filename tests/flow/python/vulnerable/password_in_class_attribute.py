class Config:
    DEBUG = False
    DB_PASSWORD = "Tr0ub4dor&3x"  # expect: hardcoded-secret
