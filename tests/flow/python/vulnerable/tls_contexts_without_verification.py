import ssl

import tornado.httpclient
import urllib3
from OpenSSL import SSL


def pools(proxy, host):
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # expect: tls-verification
    urllib3.ProxyManager(proxy, cert_reqs="NONE")  # expect: tls-verification
    urllib3.HTTPSConnectionPool(host, cert_reqs=ssl.CERT_NONE)  # expect: tls-verification
    urllib3.connection_from_url(proxy, cert_reqs=ssl.VerifyMode.CERT_NONE)  # expect: tls-verification
    urllib3.ProxyManager(proxy, assert_hostname=False)  # expect: tls-verification
    urllib3.HTTPSConnectionPool(host, assert_hostname=False)  # expect: tls-verification
    urllib3.connection_from_url(proxy, assert_hostname=False)  # expect: tls-verification


def other_pools(library, proxy, host):
    library.PoolManager(cert_reqs="CERT_NONE")  # expect: tls-verification
    library.ProxyManager(proxy, cert_reqs="CERT_NONE")  # expect: tls-verification
    library.HTTPSConnectionPool(host, cert_reqs="CERT_NONE")  # expect: tls-verification


def socket(connection):
    return ssl.wrap_socket(connection, cert_reqs=ssl.CERT_NONE)  # expect: tls-verification


def given(context, other):
    context.verify_mode = ssl.CERT_NONE  # expect: tls-verification
    other.verify_mode = ssl.VerifyMode.CERT_NONE  # expect: tls-verification


def openssl(connection):
    connection.set_verify(SSL.VERIFY_NONE)  # expect: tls-verification


async def fetch(url, client):
    tornado.httpclient.HTTPRequest(url, validate_cert=False)  # expect: tls-verification
    tornado.httpclient.HTTPClient().fetch(url, validate_cert=False)  # expect: tls-verification
    await client.fetch(url, validate_cert=False)  # expect: tls-verification
