import json
import logging
import secrets
import threading
import time

import requests

from odoo import api, models

from ..signing import sign

_logger = logging.getLogger(__name__)

TOKEN_SECONDS = 300
NOTICE_SECONDS_MAX = 3


class LettragePanel(models.AbstractModel):
    _name = "lettrage.panel"
    _description = "The panel of Lettrage as this database knows it"

    @api.model
    def _address(self):
        return self._parameter("panel_url")

    @api.model
    def _is_paired(self):
        return bool(self._address() and self._parameter("secret"))

    @api.model
    def _token(self, claims):
        """A token for the panel and for nobody else, good once and for five minutes."""
        now = int(time.time())
        stamped = {
            "iss": self.env["ir.config_parameter"].sudo().get_param("database.uuid"),
            "aud": self._address(),
            "iat": now,
            "exp": now + TOKEN_SECONDS,
            "jti": secrets.token_urlsafe(18),
        }
        return sign({**stamped, **claims}, self._parameter("secret"))

    @api.model
    def _revoke(self, users):
        """Tells the panel that the access of these users changed; what they hold there ends at once.

        The panel may be away: then what they hold ends within its five minutes, and Odoo does not wait.
        """
        if not users or not self._is_paired():
            return
        token = self._token({"use": "revoke", "subs": [str(it) for it in users.ids]})
        address = f"{self._address()}/api/host/revoke"

        def tell():
            threading.Thread(target=_post, args=(address, token), daemon=True).start()

        self.env.cr.postcommit.add(tell)

    @api.model
    def _parameter(self, name):
        return self.env["ir.config_parameter"].sudo().get_param(f"lettrage.{name}")

    @api.model
    def _open(self, model, record_id):
        """The client action that opens the panel where this record is."""
        action = self.env["ir.actions.client"]._for_xml_id(
            "lettrage.action_lettrage_panel"
        )
        return {**action, "params": {"model": model, "id": str(record_id)}}


def _post(address, token):
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": secrets.token_hex(16),
    }
    try:
        requests.post(
            address,
            data=json.dumps({"token": token}),
            headers=headers,
            timeout=NOTICE_SECONDS_MAX,
            allow_redirects=False,
        )
    except requests.RequestException as error:
        _logger.info("Lettrage was not told: %s", type(error).__name__)
