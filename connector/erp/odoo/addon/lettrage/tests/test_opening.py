from odoo import fields
from odoo.tests.common import tagged

from .people import PeopleCase


@tagged("post_install", "-at_install")
class TestOpening(PeopleCase):
    def setUp(self):
        super().setUp()
        self.journal = self.env["account.journal"].create(
            {"name": "Lettrage bank", "code": "LETB", "type": "bank"}
        )
        self.parent = self.env["res.partner"].create({"name": "Dupont", "is_company": True})
        self.contact = self.env["res.partner"].create(
            {"name": "Claire", "parent_id": self.parent.id}
        )

    def line(self):
        return self.env["account.bank.statement.line"].create(
            {
                "journal_id": self.journal.id,
                "date": fields.Date.today(),
                "payment_ref": "VIR DUPONT",
                "amount": 12.5,
            }
        )

    def test_each_record_opens_the_panel_where_it_is(self):
        line = self.line()
        for record, model, name in (
            (self.contact, "res.partner", str(self.parent.id)),
            (self.journal, "account.journal", "LETB"),
            (line, "account.bank.statement.line", str(line.id)),
            (line.move_id, "account.bank.statement.line", str(line.id)),
        ):
            with self.subTest(record=record):
                action = record.action_open_lettrage()
                self.assertEqual(action["tag"], "lettrage.panel")
                self.assertEqual(action["params"], {"model": model, "id": name})

    def test_the_number_counts_what_waits_in_the_companies_that_are_ticked(self):
        user = self.person("ann", "account.group_account_user")
        users = self.env["res.users"].with_user(user)
        before = users.lettrage_count()
        self.line()
        self.assertEqual(users.lettrage_count(), before + 1)
        other = self.env["res.company"].create({"name": "Other"})
        user.company_ids = [(4, other.id)]
        self.assertEqual(users.with_context(allowed_company_ids=[other.id]).lettrage_count(), 0)

    def test_the_menu_is_for_people_with_rights_in_accounting(self):
        menu = self.env.ref("lettrage.menu_lettrage")
        seen = self.env["ir.ui.menu"].with_user(self.person("ann", "account.group_account_invoice"))
        self.assertIn(menu.id, seen._visible_menu_ids())
        seen = self.env["ir.ui.menu"].with_user(self.person("bob"))
        self.assertNotIn(menu.id, seen._visible_menu_ids())
