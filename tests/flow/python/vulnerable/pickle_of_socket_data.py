import pickle
import socket


def serve(sock: socket.socket):
    conn, _ = sock.accept()
    payload = conn.recv(4096)
    return pickle.loads(payload)  # expect: insecure-deserialization
