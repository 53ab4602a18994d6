import json

from odoo import http
from odoo.http import request

BODY_BYTES_MAX = 4096


class LettragePair(http.Controller):
    @http.route(
        "/lettrage/pair",
        type="http",
        auth="public",
        methods=["POST"],
        csrf=False,
        save_session=False,
    )
    def pair(self):
        """Gives the panel's server, for the code that an administrator was shown, what it works with.

        The code and the answer travel in bodies, from server to server: never in an address, which servers log.
        """
        given = self._given()
        if given is None:
            return request.make_json_response({"refused": "malformed"}, status=400)
        pairing = request.env["lettrage.pairing"].sudo()
        answer = pairing._redeem(given["code"], given["panel"])
        return request.make_json_response(
            answer, status=403 if "refused" in answer else 200
        )

    def _given(self):
        body = request.httprequest
        if (body.content_length or 0) > BODY_BYTES_MAX:
            return None
        try:
            given = json.loads(body.get_data())
        except ValueError:
            return None
        is_whole = isinstance(given, dict) and all(
            isinstance(given.get(name), str) for name in ("code", "panel")
        )
        return given if is_whole else None
