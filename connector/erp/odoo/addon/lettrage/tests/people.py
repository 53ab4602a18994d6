import base64
import json

from odoo.tests.common import TransactionCase


class PeopleCase(TransactionCase):
    """Users by their rights in accounting, and a database that is paired."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.panel = cls.env["lettrage.panel"]
        cls.parameters = cls.env["ir.config_parameter"].sudo()
        cls.parameters.set_param("lettrage.panel_url", "https://panel.example")
        cls.parameters.set_param("lettrage.secret", "s" * 43)

    @classmethod
    def person(cls, login, *groups):
        field = "group_ids" if "group_ids" in cls.env["res.users"]._fields else "groups_id"
        ids = [cls.env.ref(it).id for it in ("base.group_user", *groups)]
        users = cls.env["res.users"].with_context(no_reset_password=True)
        return users.create({"name": login, "login": login, field: [(6, 0, ids)]})

    def claims_of(self, token):
        part = token.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
