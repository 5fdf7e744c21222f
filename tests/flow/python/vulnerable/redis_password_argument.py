import redis

cache = redis.Redis(host="cache", port=6379, password="kq83-Lmz0-22x")  # expect: hardcoded-secret
