"""A council's own sign-in, in this process: it answers as OpenID Connect Core 1.0 says, and checks what it is asked."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from requests.adapters import BaseAdapter

HOME = "https://sign-in.council.example"
PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "council",
                "name": "your council account",
                "client_id": "kith",
                "secret": "shared-secret",
                "settings": {"server_url": HOME, "oauth_pkce_enabled": True},
            }
        ],
    }
}


@dataclass
class FakeProvider(BaseAdapter):
    """Vouches for `claims`. What it was asked is kept in `asked`."""

    claims: dict[str, Any]
    challenge: str = ""
    back: str = ""
    asked: list[str] = field(default_factory=list)

    def session(self) -> requests.Session:
        """What Kith uses to reach the provider: every request comes here, none to a network."""
        session = requests.Session()
        session.trust_env = False
        session.mount("https://", self)
        return session

    def authorize(self, address: str) -> dict[str, str]:
        """What the browser would bring back from the provider's own page at `address`."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{HOME}/authorize?")
        assert (query["client_id"], query["response_type"], query["code_challenge_method"]) == (
            "kith",
            "code",
            "S256",
        )
        assert "openid" in query["scope"].split()
        self.challenge, self.back = query["code_challenge"], query["redirect_uri"]
        return {"code": "one-time", "state": query["state"]}

    def send(self, request: requests.PreparedRequest, **_options: Any) -> requests.Response:
        path = urlsplit(request.url or "").path
        self.asked.append(path)
        answers = {
            "/.well-known/openid-configuration": self._configuration,
            "/token": self._token,
            "/userinfo": self._userinfo,
        }
        return _answer(request, *answers[path](request))

    def _configuration(self, _request: requests.PreparedRequest) -> tuple[int, dict[str, Any]]:
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
        }
        return 200, {"issuer": HOME, "jwks_uri": f"{HOME}/keys"} | {
            k: f"{HOME}/{v}" for k, v in places.items()
        }

    def _token(self, request: requests.PreparedRequest) -> tuple[int, dict[str, Any]]:
        given = {name: values[0] for name, values in parse_qs(str(request.body)).items()}
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proved = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenge
        right = given.get("code") == "one-time" and given.get("redirect_uri") == self.back
        if not (proved and right and given.get("client_secret") == "shared-secret"):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "let-in", "token_type": "Bearer"}

    def _userinfo(self, request: requests.PreparedRequest) -> tuple[int, dict[str, Any]]:
        assert request.headers["Authorization"] == "Bearer let-in"
        return 200, self.claims

    def close(self) -> None:
        """Nothing is held open."""


def _answer(request: requests.PreparedRequest, status: int, data: dict[str, Any]) -> requests.Response:
    response = requests.Response()
    response.status_code, response.request, response.url = status, request, request.url or ""
    response.headers["Content-Type"] = "application/json"
    response.raw = io.BytesIO(json.dumps(data).encode())
    return response
