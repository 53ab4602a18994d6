import hashlib
import hmac
import inspect
import json
import secrets
import time
from datetime import timedelta
from urllib.parse import urlsplit

from odoo import _, api, fields, models
from odoo.exceptions import AccessError
from odoo.http import request

CODE_SECONDS = 600
TRIES_MAX = 5
# Without letters and figures that are read for each other.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
KEY_NAME = "Lettrage"
LOGIN = "lettrage"
# Least rights for the work; older versions have no "Basic".
WORK_GROUPS = [
    ("base.group_user",),
    ("account.group_account_basic", "account.group_account_user"),
    ("base.group_partner_manager",),
]


class LettragePairing(models.TransientModel):
    _name = "lettrage.pairing"
    _description = "Pairing with Lettrage"

    code = fields.Char(readonly=True)
    until = fields.Datetime(string="Good until", readonly=True)
    panel_url = fields.Char(string="Paired with", readonly=True)

    @api.model
    def action_show_code(self):
        """A new code, shown once; only its hash is kept, and an older code is worth nothing any more."""
        self._for_administrators()
        code = "".join(secrets.choice(ALPHABET) for _each in range(8))
        until = int(time.time()) + CODE_SECONDS
        waiting = {
            "hash": self._hash(code),
            "until": until,
            "tries": 0,
            "companies": self.env.companies.ids,
            "origin": self._page_origin(),
        }
        self._put("pairing", json.dumps(waiting))
        shown = {
            "default_code": f"{code[:4]}-{code[4:]}",
            "default_until": fields.Datetime.to_string(
                fields.Datetime.now() + timedelta(seconds=CODE_SECONDS)
            ),
            "default_panel_url": self.env["lettrage.panel"]._address() or False,
        }
        return {
            "type": "ir.actions.act_window",
            "name": _("Pair with Lettrage"),
            "res_model": self._name,
            "views": [(False, "form")],
            "target": "new",
            "context": shown,
        }

    def action_unpair(self):
        self._for_administrators()
        self._unpair()
        return {"type": "ir.actions.act_window_close"}

    @api.model
    def _for_administrators(self):
        if not self.env.is_system():
            raise AccessError(_("Only an administrator pairs Odoo with Lettrage."))

    @api.model
    def _redeem(self, code, panel):
        """What the panel works with, once, for the code in force; else the reason in one word."""
        waiting = json.loads(self._get("pairing") or "{}")
        if not waiting or waiting["until"] <= time.time():
            self._put("pairing", False)
            return {"refused": "expired"}
        if not hmac.compare_digest(self._hash(code), waiting["hash"]):
            waiting["tries"] += 1
            spent = waiting["tries"] >= TRIES_MAX
            self._put("pairing", False if spent else json.dumps(waiting))
            return {"refused": "wrong"}
        if not self._is_origin(panel):
            return {"refused": "panel"}
        self._put("pairing", False)
        secret = secrets.token_urlsafe(32)
        self._put("secret", secret)
        self._put("panel_url", panel)
        companies = self.env["res.company"].browse(waiting["companies"]).exists()
        user = self._work_user(companies)
        parameters = self.env["ir.config_parameter"]
        return {
            "secret": secret,
            "issuer": parameters.get_param("database.uuid"),
            "origin": waiting["origin"],
            "database": self.env.cr.dbname,
            "user": user.login,
            "key": self._key_of(user),
            "companies": [{"id": it.id, "name": it.name} for it in companies],
        }

    @api.model
    def _unpair(self):
        for name in ("pairing", "secret", "panel_url"):
            self._put(name, False)
        self._keys_of(self._found_user()).unlink()

    @api.model
    def _work_user(self, companies):
        """The user in whose name the panel's server reads and writes: made on the first pairing, with least rights."""
        groups = [
            next(it for it in map(self._ref, names) if it).id for names in WORK_GROUPS
        ]
        field = "group_ids" if "group_ids" in self.env["res.users"]._fields else "groups_id"
        vals = {
            field: [(4, it) for it in groups],
            "company_ids": [(4, it) for it in companies.ids],
        }
        user = self._found_user()
        if user:
            user.write({**vals, "active": True})
            return user
        first = companies[:1] or self.env.company
        return self.env["res.users"].with_context(no_reset_password=True).create(
            {**vals, "login": LOGIN, "name": "Lettrage", "company_id": first.id}
        )

    @api.model
    def _found_user(self):
        users = self.env["res.users"].sudo().with_context(active_test=False)
        return users.search([("login", "=", LOGIN)], limit=1)

    @api.model
    def _key_of(self, user):
        """A key of its own; the one of an earlier pairing ends."""
        self._keys_of(user).unlink()
        keys = self.env["res.users.apikeys"].with_user(user).sudo()
        # Since 18 a key says when it ends; never, when an administrator makes it.
        has_end = len(inspect.signature(keys._generate).parameters) > 2
        return keys._generate(None, KEY_NAME, *([False] if has_end else []))

    @api.model
    def _keys_of(self, user):
        domain = [("user_id", "=", user.id), ("name", "=", KEY_NAME)]
        return self.env["res.users.apikeys"].sudo().search(domain)

    @api.model
    def _ref(self, name):
        return self.env.ref(name, raise_if_not_found=False)

    @api.model
    def _hash(self, code):
        plain = code.replace("-", "").strip().upper()
        salt = self.env["ir.config_parameter"].sudo().get_param("database.uuid") or ""
        return hashlib.sha256(f"{salt}/{plain}".encode()).hexdigest()

    @api.model
    def _is_origin(self, text):
        try:
            parts = urlsplit(text)
        except ValueError:
            return False
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        return is_web and text == f"{parts.scheme}://{parts.netloc}" and "@" not in text

    @api.model
    def _page_origin(self):
        """Of Odoo's pages as the administrator's browser knows them, who looks at the code there."""
        if request:
            return request.httprequest.host_url.rstrip("/")
        return self.env["ir.config_parameter"].sudo().get_param("web.base.url")

    @api.model
    def _get(self, name):
        return self.env["ir.config_parameter"].sudo().get_param(f"lettrage.{name}")

    @api.model
    def _put(self, name, value):
        self.env["ir.config_parameter"].sudo().set_param(f"lettrage.{name}", value)
