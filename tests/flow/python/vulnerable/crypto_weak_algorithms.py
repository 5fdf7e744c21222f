import hashlib
import hmac

import Crypto.PublicKey.DSA
import Cryptodome.PublicKey.RSA
import Cryptodome.PublicKey.DSA
import rsa
from Crypto.Cipher import AES, ARC2, ARC4, CAST, DES, Blowfish, ChaCha20, ChaCha20_Poly1305
from Cryptodome.Cipher import AES as AES2
from cryptography.hazmat.primitives.asymmetric import dsa
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305


def passwords(password):
    hashlib.md5(password)  # expect: weak-crypto
    hashlib.sha1(password)  # expect: weak-crypto
    hashlib.sha224(password)  # expect: weak-crypto
    hashlib.sha256(password)  # expect: weak-crypto
    hashlib.sha384(password)  # expect: weak-crypto
    hashlib.sha512(password)  # expect: weak-crypto
    hashlib.sha3_224(password)  # expect: weak-crypto
    hashlib.sha3_256(password)  # expect: weak-crypto
    hashlib.sha3_384(password)  # expect: weak-crypto
    hashlib.sha3_512(password)  # expect: weak-crypto
    hashlib.blake2b(password)  # expect: weak-crypto
    hashlib.blake2s(password)  # expect: weak-crypto


def secrets(api_key, session_id):
    hashlib.sha1(api_key)  # expect: weak-crypto
    hashlib.md5(session_id)  # expect: weak-crypto


def results(text):
    signature = hashlib.sha1(text).hexdigest()  # expect: weak-crypto
    return signature


def codes(key, text):
    hmac.HMAC(key, text, "md5")  # expect: weak-crypto
    hmac.digest(key, text, hashlib.md5)  # expect: weak-crypto


def ciphers(key, nonce):
    DES.new(key)  # expect: weak-crypto
    ARC4.new(key)  # expect: weak-crypto
    ARC2.new(key)  # expect: weak-crypto
    Blowfish.new(key)  # expect: weak-crypto
    CAST.new(key)  # expect: weak-crypto
    algorithms.TripleDES(key)  # expect: weak-crypto
    algorithms.ARC4(key)  # expect: weak-crypto
    algorithms.Blowfish(key)  # expect: weak-crypto
    algorithms.IDEA(key)  # expect: weak-crypto
    algorithms.CAST5(key)  # expect: weak-crypto
    algorithms.SEED(key)  # expect: weak-crypto
    AES2.new(key, AES2.MODE_ECB)  # expect: weak-crypto


def vectors(key):
    AES2.new(key, AES2.MODE_CBC, b"0123456789abcdef")  # expect: weak-crypto
    ChaCha20.new(key=key, nonce=b"01234567")  # expect: weak-crypto
    ChaCha20_Poly1305.new(key=key, nonce=b"012345678901")  # expect: weak-crypto
    modes.CTR(b"0123456789abcdef")  # expect: weak-crypto
    modes.GCM(b"0123456789abcdef")  # expect: weak-crypto
    modes.OFB(b"0123456789abcdef")  # expect: weak-crypto
    modes.CFB(b"0123456789abcdef")  # expect: weak-crypto
    ChaCha20Poly1305(key).encrypt(b"012345678901", b"", None)  # expect: weak-crypto


def keys():
    dsa.generate_private_key(key_size=1024)  # expect: weak-crypto
    Crypto.PublicKey.DSA.generate(1024)  # expect: weak-crypto
    Cryptodome.PublicKey.RSA.generate(1024)  # expect: weak-crypto
    Cryptodome.PublicKey.DSA.generate(bits=1024)  # expect: weak-crypto
    rsa.newkeys(512)  # expect: weak-crypto
