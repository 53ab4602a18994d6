import base64
import hashlib
import hmac
import json


def sign(claims, secret):
    """A JSON Web Token (RFC 7519) of these claims, signed by HMAC with SHA-256."""
    parts = [
        _part(json.dumps(it, separators=(",", ":")).encode())
        for it in ({"alg": "HS256", "typ": "JWT"}, claims)
    ]
    signature = hmac.new(secret.encode(), ".".join(parts).encode(), hashlib.sha256)
    return ".".join([*parts, _part(signature.digest())])


def _part(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
