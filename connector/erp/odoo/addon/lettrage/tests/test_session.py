import base64
import hashlib
import hmac
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests.common import tagged

from .people import PeopleCase

ROLES = [
    ("account.group_account_readonly", "reader"),
    ("account.group_account_invoice", "reader"),
    ("account.group_account_user", "bookkeeper"),
    ("account.group_account_manager", "manager"),
]


@tagged("post_install", "-at_install")
class TestSession(PeopleCase):
    def session_of(self, user, **context):
        return self.env["res.users"].with_user(user).with_context(**context).lettrage_session()

    def test_rights_in_accounting_are_the_role_there(self):
        for group, role in ROLES:
            with self.subTest(group=group):
                session = self.session_of(self.person(f"l-{group}", group))
                self.assertEqual(self.claims_of(session["token"])["role"], role)

    def test_where_an_implied_group_outlives_its_reason_accounting_alone_is_the_role(self):
        implied = patch.object(type(self.env["res.users"]), "_lettrage_implied_ends", return_value=False)
        with implied:
            for group, role in ROLES:
                with self.subTest(group=group):
                    session = self.session_of(self.person(f"i-{group}", group))
                    self.assertEqual(self.claims_of(session["token"])["role"], role)
            left = self.person("left", "lettrage.group_lettrage_manager")
            with self.assertRaises(AccessError):
                self.session_of(left)
            lowered = self.person(
                "lowered", "lettrage.group_lettrage_manager", "account.group_account_invoice"
            )
            session = self.session_of(lowered)
            self.assertEqual(self.claims_of(session["token"])["role"], "reader")

    def test_a_manager_who_administrates_is_administrator(self):
        user = self.person("boss", "account.group_account_manager", "base.group_system")
        self.assertEqual(self.claims_of(self.session_of(user)["token"])["role"], "administrator")

    def test_without_rights_in_accounting_there_is_no_token_and_no_number(self):
        user = self.person("nobody")
        with self.assertRaises(AccessError):
            self.session_of(user)
        self.assertIs(self.env["res.users"].with_user(user).lettrage_count(), False)

    def test_the_token_is_signed_for_the_panel_and_short(self):
        user = self.person("ann", "account.group_account_user")
        user.write({"lang": "en_US", "tz": "Europe/Paris"})
        token = self.session_of(user)["token"]
        head, body, tail = token.split(".")
        expected = hmac.new(b"s" * 43, f"{head}.{body}".encode(), hashlib.sha256).digest()
        self.assertEqual(base64.urlsafe_b64decode(tail + "="), expected)
        claims = self.claims_of(token)
        self.assertEqual(claims["aud"], "https://panel.example")
        self.assertEqual(claims["iss"], self.parameters.get_param("database.uuid"))
        self.assertEqual((claims["sub"], claims["use"]), (str(user.id), "session"))
        self.assertEqual((claims["lang"], claims["tz"]), ("en_US", "Europe/Paris"))
        self.assertEqual(claims["exp"] - claims["iat"], 300)
        self.assertNotEqual(claims["jti"], self.claims_of(self.session_of(user)["token"])["jti"])

    def test_the_companies_are_those_that_are_ticked(self):
        other = self.env["res.company"].create({"name": "Other"})
        user = self.person("ann", "account.group_account_user")
        user.company_ids = [(4, other.id)]
        both = [other.id, self.env.company.id]
        claims = self.claims_of(self.session_of(user, allowed_company_ids=both)["token"])
        self.assertEqual((claims["cid"], claims["cids"]), (other.id, both))
        one = self.claims_of(self.session_of(user, allowed_company_ids=[other.id])["token"])
        self.assertEqual(one["cids"], [other.id])

    def test_there_is_no_token_before_the_pairing(self):
        self.parameters.set_param("lettrage.secret", False)
        user = self.person("ann", "account.group_account_user")
        self.assertEqual(self.session_of(user), {"url": False, "token": False})

    def test_the_secret_is_for_administrators(self):
        user = self.person("ann", "account.group_account_manager")
        with self.assertRaises(AccessError):
            self.env["ir.config_parameter"].with_user(user).search([]).mapped("value")

    def test_the_panel_is_told_whose_access_changed(self):
        user = self.person("ann", "account.group_account_user")
        for vals in ({"active": False}, {"password": "another-one-of-hers"}):
            with patch.object(type(self.panel), "_revoke") as told:
                user.write(vals)
            self.assertEqual(told.call_args.args[-1], user)
        with patch.object(type(self.panel), "_revoke") as told:
            user.write({"signature": "Ann"})
        told.assert_not_called()

    def test_a_panel_that_is_away_does_not_hold_odoo_up(self):
        user = self.person("ann", "account.group_account_user")
        with patch("odoo.addons.lettrage.models.lettrage_panel.threading.Thread") as thread:
            self.panel._revoke(user)
            self.env.cr.postcommit.run()
        (address, token) = thread.call_args.kwargs["args"]
        self.assertEqual(address, "https://panel.example/api/host/revoke")
        self.assertEqual(self.claims_of(token)["subs"], [str(user.id)])
        self.assertTrue(thread.call_args.kwargs["daemon"])
