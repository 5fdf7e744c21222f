import ssl

from OpenSSL import SSL


def contexts():
    ssl.SSLContext(ssl.PROTOCOL_SSLv2)  # expect: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_SSLv3)  # expect: tls-verification
    ssl.SSLContext(protocol=ssl.PROTOCOL_TLSv1)  # expect: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)  # expect: tls-verification


def sockets(connection):
    ssl.wrap_socket(connection, ssl_version=ssl.PROTOCOL_SSLv2)  # expect: tls-verification
    ssl.wrap_socket(connection, ssl_version=ssl.PROTOCOL_TLSv1)  # expect: tls-verification
    ssl.wrap_socket(connection, ssl_version=ssl.PROTOCOL_TLSv1_1)  # expect: tls-verification


def versions(context, other):
    context.minimum_version = ssl.TLSVersion.SSLv3  # expect: tls-verification
    context.maximum_version = ssl.TLSVersion.TLSv1  # expect: tls-verification
    other.minimum_version = ssl.TLSVersion.TLSv1_1  # expect: tls-verification


def openssl():
    SSL.Context(SSL.SSLv2_METHOD)  # expect: tls-verification
    SSL.Context(SSL.TLSv1_METHOD)  # expect: tls-verification
    SSL.Context(method=SSL.TLSv1_1_METHOD)  # expect: tls-verification
