from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests.common import tagged

from .people import PeopleCase


@tagged("post_install", "-at_install")
class TestDecision(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.customer = cls.env["res.partner"].create({"name": "Dupont", "is_company": True})
        cls.journal = cls.env["account.journal"].search(
            [("type", "=", "bank"), ("company_id", "=", cls.env.company.id)], limit=1
        )
        cls.decisions = cls.env["lettrage.decision"].with_user(
            cls.person("ann", "account.group_account_user")
        )

    def invoice(self, amount, move_type="out_invoice", post=True):
        values = {"name": "Travaux", "price_unit": amount, "tax_ids": [(5, 0, 0)]}
        move = self.env["account.move"].create(
            {
                "move_type": move_type,
                "partner_id": self.customer.id,
                "invoice_date": fields.Date.today(),
                "invoice_line_ids": [(0, 0, values)],
            }
        )
        if post:
            move.action_post()
        return move.line_ids.filtered(
            lambda it: it.account_id.account_type == "asset_receivable"
        )

    def bank_line(self, amount):
        return self.env["account.bank.statement.line"].create(
            {
                "journal_id": self.journal.id,
                "date": fields.Date.today(),
                "payment_ref": "VIR DUPONT",
                "amount": amount,
            }
        )

    def item(self, line):
        return {
            "id": line.id,
            "partner": line.partner_id.id,
            "residual": line.amount_residual,
            "residual_currency": False,
        }

    def part(self, line, amount):
        values = {
            "account_id": line.account_id.id,
            "partner_id": line.partner_id.id,
            "name": "Dupont",
            "balance": amount,
        }
        return {"values": values, "settles": line.id, "wanted": abs(amount)}

    def decision(self, key, items, **more):
        base = {"line": False, "payer": False, "entry": False, "parts": [], "joins": []}
        expected = [self.item(it) for it in items]
        return {**base, "key": key, "releases": [], "items": expected, "by": "Ann <b>", **more}

    def paid_by(self, key, amount=100.0):
        item = self.invoice(amount)
        line = self.bank_line(amount)
        given = self.decision(
            key, [item], line=line.id, payer=self.customer.id, parts=[self.part(item, -amount)]
        )
        return item, line, given

    def test_a_line_pays_an_invoice_once_with_a_note(self):
        item, line, given = self.paid_by("d-1")
        answer = self.decisions.post_decision(given)
        self.assertEqual(answer, {"move": line.move_id.id, "again": False, "noted": True})
        self.assertEqual((item.amount_residual, line.partner_id), (0.0, self.customer))
        self.assertTrue(line.is_reconciled)
        lines = line.move_id.line_ids
        again = self.decisions.post_decision(given)
        self.assertEqual(again, {"move": line.move_id.id, "again": True})
        self.assertEqual(line.move_id.line_ids, lines)
        self.assertEqual(self.decisions.answer_of("d-1"), again)
        self.assertIs(self.decisions.answer_of("d-2"), False)
        notes = [str(it.body) for it in item.move_id.message_ids]
        self.assertEqual(len([it for it in notes if "Ann &lt;b&gt;" in it]), 1)

    def test_what_is_not_as_it_was_decided_on_is_refused_and_nothing_is_written(self):
        item, line, given = self.paid_by("d-3")
        draft = self.invoice(100, post=False)
        other = self.env["res.partner"].create({"name": "Legrand"})
        expected = given["items"][0]
        cases = (
            ("item-moved", {"items": [{**expected, "residual": 90.0}]}),
            ("item-moved", {"items": [{**expected, "partner": other.id}]}),
            ("item-draft", {"items": [expected, self.item(draft)]}),
            ("item-moved", {"items": [expected, {**expected, "id": 0}]}),
            ("line-decided", {"parts": [self.part(item, -90.0)]}),
            ("match-rival", {"parts": [{**given["parts"][0], "wanted": 60.0}]}),
        )
        for refused, changed in cases:
            with self.subTest(refused=refused, changed=list(changed)):
                answer = self.decisions.post_decision({**given, **changed})
                self.assertEqual(answer["refused"], refused)
                self.assertEqual(item.amount_residual, 100.0)
                self.assertFalse(line.is_reconciled)
                self.assertIs(self.decisions.answer_of("d-3"), False)

    def test_a_refusal_puts_back_what_was_released(self):
        item, _line, given = self.paid_by("d-4")
        self.decisions.post_decision(given)
        partial = item.matched_credit_ids
        second = self.bank_line(100)
        released = {**given, "key": "d-5", "line": second.id, "releases": partial.ids}
        released["items"] = [self.item(item)]
        refused = self.decisions.post_decision({**released, "parts": [self.part(item, -80.0)]})
        self.assertEqual((refused["refused"], item.matched_credit_ids), ("line-decided", partial))
        self.decisions.post_decision(released)
        self.assertEqual(item.matched_credit_ids.credit_move_id.move_id, second.move_id)

    def test_an_entry_is_posted_and_matched_whole(self):
        item, refund = self.invoice(100), self.invoice(30, "out_refund")
        journal = self.env["account.journal"].search(
            [("type", "=", "general"), ("company_id", "=", self.env.company.id)], limit=1
        )
        entry = {"journal": journal.id, "date": str(fields.Date.today()), "ref": "LETTRAGE/d-6"}
        given = self.decision(
            "d-6",
            [item, refund],
            entry=entry,
            parts=[self.part(item, -20.0), self.part(refund, 20.0)],
            joins=[[item.id, refund.id, 10.0]],
        )
        answer = self.decisions.post_decision(given)
        self.assertEqual((item.amount_residual, refund.amount_residual), (70.0, 0.0))
        self.assertEqual(self.env["account.move"].browse(answer["move"]).state, "posted")

    def test_lines_are_joined_without_an_entry(self):
        item, refund = self.invoice(100), self.invoice(30, "out_refund")
        given = self.decision("d-7", [item, refund], joins=[[item.id, refund.id, 30.0]])
        self.assertEqual(self.decisions.post_decision(given)["move"], False)
        self.assertEqual(item.amount_residual, 70.0)
        self.assertEqual(self.decisions.post_decision(given), {"move": False, "again": True})

    def test_nobody_gets_rights_by_it(self):
        item, _line, given = self.paid_by("d-8")
        for group in ("account.group_account_readonly", "base.group_user"):
            user = self.person(f"x-{group}", group)
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.env["lettrage.decision"].with_user(user).post_decision(given)
        self.assertEqual(item.amount_residual, 100.0)

    def test_a_key_is_letters_and_digits(self):
        _item, _line, given = self.paid_by("d-9")
        with self.assertRaises(UserError):
            self.decisions.post_decision({**given, "key": "a'; drop"})
