import json
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import Form
from odoo.tests.common import HttpCase, tagged

from .people import PeopleCase

CLOCK = "odoo.addons.lettrage.wizards.lettrage_pairing.time.time"
PANEL = "https://panel.example"


@tagged("post_install", "-at_install")
class TestPairing(PeopleCase):
    def setUp(self):
        super().setUp()
        self.pairing = self.env["lettrage.pairing"].sudo()

    def code(self):
        return self.pairing.action_show_code()["context"]["default_code"]

    def test_the_code_gives_everything_once(self):
        code = self.code()
        paired = self.pairing._redeem(code.lower().replace("-", ""), PANEL)
        self.assertEqual(paired["secret"], self.parameters.get_param("lettrage.secret"))
        self.assertEqual(paired["issuer"], self.parameters.get_param("database.uuid"))
        self.assertEqual(paired["companies"][0]["id"], self.env.company.id)
        self.assertEqual(self.pairing._redeem(code, PANEL), {"refused": "expired"})

    def test_the_code_stands_on_the_form_that_opens(self):
        shown = self.pairing.action_show_code()["context"]
        form = Form(self.pairing.with_context(**shown))
        self.assertEqual(form.code, shown["default_code"])
        self.assertTrue(form.until)

    def test_the_code_is_kept_as_a_hash_only(self):
        code = self.code()
        kept = self.parameters.get_param("lettrage.pairing")
        self.assertNotIn(code, kept)
        self.assertNotIn(code.replace("-", ""), kept)

    def test_the_code_is_good_for_ten_minutes(self):
        code = self.code()
        until = json.loads(self.parameters.get_param("lettrage.pairing"))["until"]
        with patch(CLOCK, return_value=until):
            self.assertEqual(self.pairing._redeem(code, PANEL), {"refused": "expired"})
        code = self.code()
        with patch(CLOCK, return_value=until - 1):
            self.assertIn("secret", self.pairing._redeem(code, PANEL))

    def test_guessing_ends_the_code(self):
        code = self.code()
        for _try in range(5):
            self.assertEqual(self.pairing._redeem("WRONG", PANEL), {"refused": "wrong"})
        self.assertEqual(self.pairing._redeem(code, PANEL), {"refused": "expired"})

    def test_a_new_code_ends_the_one_before(self):
        first = self.code()
        second = self.code()
        self.assertEqual(self.pairing._redeem(first, PANEL), {"refused": "wrong"})
        self.assertIn("secret", self.pairing._redeem(second, PANEL))

    def test_only_an_origin_is_a_panel(self):
        for panel in ("", "panel", "javascript:alert(1)", "https://a@b.example", f"{PANEL}/x"):
            with self.subTest(panel=panel):
                self.assertEqual(self.pairing._redeem(self.code(), panel), {"refused": "panel"})

    def test_the_panel_works_with_least_rights_and_a_key_that_ends_with_the_next(self):
        first = self.pairing._redeem(self.code(), PANEL)
        second = self.pairing._redeem(self.code(), PANEL)
        user = self.env["res.users"].search([("login", "=", second["user"])])
        self.assertTrue(user.has_group("base.group_partner_manager"))
        for group in ("account.group_account_manager", "base.group_system"):
            self.assertFalse(user.has_group(group))
        keys = self.env["res.users.apikeys"]
        self.assertEqual(keys._check_credentials(scope="rpc", key=second["key"]), user.id)
        self.assertFalse(keys._check_credentials(scope="rpc", key=first["key"]))
        self.pairing.action_unpair()
        self.assertFalse(keys._check_credentials(scope="rpc", key=second["key"]))
        self.assertFalse(self.panel._is_paired())

    def test_only_an_administrator_pairs(self):
        user = self.person("ann", "account.group_account_manager")
        pairing = self.env["lettrage.pairing"].with_user(user)
        for act in (pairing.action_show_code, pairing.action_unpair):
            with self.assertRaises(AccessError):
                act()


@tagged("post_install", "-at_install")
class TestPairingRoute(HttpCase):
    def ask(self, body):
        headers = {"Content-Type": "application/json"}
        return self.url_open("/lettrage/pair", data=body, headers=headers)

    def test_the_route_answers_the_code_and_nothing_else(self):
        shown = self.env["lettrage.pairing"].sudo().action_show_code()
        given = {"code": shown["context"]["default_code"], "panel": PANEL}
        self.assertEqual(self.ask(json.dumps({**given, "code": "WRONG"})).status_code, 403)
        answer = self.ask(json.dumps(given))
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.json()["database"], self.env.cr.dbname)
        self.assertEqual(self.ask(json.dumps(given)).status_code, 403)

    def test_what_is_no_request_is_refused(self):
        for body in ("", "[]", "{}", '{"code": 1, "panel": 2}', "x" * 5000):
            with self.subTest(body=body[:20]):
                self.assertEqual(self.ask(body or " ").status_code, 400)
