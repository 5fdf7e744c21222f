def connect(host, user="root", password="r00t-p4ssw0rd"):  # expect: hardcoded-secret
    return open_connection(host, user, password)
