import re

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.exceptions import UserError

KEY = re.compile(r"^[A-Za-z0-9_-]{1,100}$")
# Not this module's name: what bears it and is none of its data is deleted with an update.
KEYS = "lettrage_decision"


class RefusedError(Exception):
    """Nothing is written; the answer says which fact is not as it was decided on."""

    def __init__(self, refused, **facts):
        super().__init__(refused)
        self.answer = {"refused": refused, **facts}


class LettrageDecision(models.AbstractModel):
    _name = "lettrage.decision"
    _description = "A decision of Lettrage, written whole or not at all"

    # By this field the panel knows that this database takes decisions whole, and in which form.
    form_1 = fields.Boolean()

    @api.model
    def answer_of(self, key):
        """What the decision of this key was answered, false for one that was not written here."""
        self._check_key(key)
        known = (
            self.env["ir.model.data"]
            .sudo()
            .search([("module", "=", KEYS), ("name", "=", key)], limit=1)
        )
        if not known:
            return False
        move = known.res_id if known.model == "account.move" else False
        return {"move": move, "again": True}

    @api.model
    def post_decision(self, decision):
        """Writes a decision in one transaction, with its note; a second call with its key changes nothing.

        `key`; `line`: the bank line whose entry takes the parts, or false; else `entry` has journal, date and ref.
        `parts`: values of journal items, the item that each settles and how much of it, in the item's currency.
        `joins`: debit, credit, amount. `releases`: partials that come off first. `items`: what is settled, as it
        was decided on. `by`: who decided, or false. Everything is done with the rights of who asks.
        """
        answered = self.answer_of(decision["key"])
        if answered:
            return answered
        try:
            with self.env.cr.savepoint():
                move = self._write_decision(decision)
        except RefusedError as refused:
            return refused.answer
        self._remember(decision, move)
        spoken = self.with_context(lang=self.env.user.lang)
        noted = spoken._leave_notes(decision, move)
        return {"move": move.id or False, "again": False, "noted": noted}

    @api.model
    def _check_key(self, key):
        if not isinstance(key, str) or not KEY.match(key):
            raise UserError(_("A decision of Lettrage has a key of letters and digits."))

    @api.model
    def _write_decision(self, decision):
        items = self._checked_items(decision["items"])
        partials = self.env["account.partial.reconcile"].browse(decision["releases"])
        partials.exists().unlink()
        if decision["line"]:
            move, lines = self._write_on_line(decision)
        elif decision["parts"]:
            move, lines = self._write_entry(decision)
        else:
            move, lines = self.env["account.move"], self.env["account.move.line"]
        if len(lines) != len(decision["parts"]):
            raise UserError(_("Odoo made other lines of the entry than Lettrage asked for."))
        for part, line in zip(decision["parts"], lines, strict=True):
            if part["settles"]:
                self._match(line, items[part["settles"]], part["wanted"])
        for debit, credit, amount in decision["joins"]:
            self._match(items[debit], items[credit], amount, in_company_currency=True)
        return move

    @api.model
    def _checked_items(self, expected):
        """The lines by id, locked until the end, each as it was when it was decided."""
        lines = self.env["account.move.line"].browse([it["id"] for it in expected])
        if lines:
            self.env.flush_all()
            self.env.cr.execute(
                "SELECT id FROM account_move_line WHERE id IN %s ORDER BY id FOR UPDATE",
                [tuple(lines.ids)],
            )
            lines.invalidate_recordset()
        standing = lines.exists()
        for it in expected:
            line = self.env["account.move.line"].browse(it["id"])
            if line not in standing:
                raise RefusedError("item-moved", document=f"#{it['id']}", what="deleted")
            name = line.move_name or f"#{line.id}"
            if line.company_id != self.env.company:
                raise RefusedError("item-moved", document=name, what="company")
            if line.parent_state != "posted":
                raise RefusedError("item-draft", document=name)
            if (line.partner_id.id or False) != it["partner"]:
                raise RefusedError("item-moved", document=name, what="customer")
            open_now = (line.amount_residual, line.amount_residual_currency)
            expected_now = (it["residual"], it["residual_currency"])
            currencies = (line.company_currency_id, line.currency_id)
            for currency, now, then in zip(currencies, open_now, expected_now, strict=True):
                if then is not False and currency.compare_amounts(now, then) != 0:
                    raise RefusedError("item-moved", document=name, what="residual")
        return {line.id: line for line in standing}

    @api.model
    def _write_on_line(self, decision):
        line = self.env["account.bank.statement.line"].browse(decision["line"]).exists()
        if not line or line.company_id != self.env.company:
            raise RefusedError("line-decided")
        if line.state != "posted":
            raise RefusedError("item-draft", document=line.move_id.name)
        liquidity, suspense, _others = line._seek_for_lines()
        total = sum(part["values"]["balance"] for part in decision["parts"])
        currency = self.env.company.currency_id
        is_open = len(liquidity) == 1 and len(suspense) == 1
        if not is_open or currency.compare_amounts(suspense.balance, total) != 0:
            raise RefusedError("line-decided")
        before = line.move_id.line_ids
        payer = {"partner_id": decision["payer"]} if decision["payer"] else {}
        commands = [
            (1, liquidity.id, payer),
            (2, suspense.id, 0),
            *((0, 0, part["values"]) for part in decision["parts"]),
        ]
        line.with_context(force_delete=True).write({"line_ids": commands})
        return line.move_id, (line.move_id.line_ids - before).sorted("id")

    @api.model
    def _write_entry(self, decision):
        values = decision["entry"]
        move = self.env["account.move"].create(
            {
                "move_type": "entry",
                "journal_id": values["journal"],
                "date": values["date"],
                "ref": values["ref"],
                "line_ids": [(0, 0, part["values"]) for part in decision["parts"]],
            }
        )
        lines = move.line_ids.sorted("id")
        move.action_post()
        # Under a lock Odoo moves the day of an entry without a word.
        if move.state != "posted" or str(move.date) != values["date"]:
            raise RefusedError("period-locked", until=values["date"])
        return move, lines

    @api.model
    def _match(self, line, item, wanted, in_company_currency=False):
        """Matches two lines by just so much, in the item's currency or the company's, or refuses all."""
        (line + item).reconcile()
        partials = (line.matched_debit_ids + line.matched_credit_ids).filtered(
            lambda it: item in it.debit_move_id + it.credit_move_id
        )
        currency = item.company_currency_id if in_company_currency else item.currency_id
        own = [
            partial.amount
            if in_company_currency
            else partial.debit_amount_currency
            if partial.debit_move_id == item
            else partial.credit_amount_currency
            for partial in partials
        ]
        if currency.compare_amounts(sum(own), wanted) != 0:
            raise RefusedError("match-rival", document=item.move_name)

    @api.model
    def _remember(self, decision, move):
        items = [it["id"] for it in decision["items"]]
        model, record = ("account.move", move.id) if move else ("account.move.line", items[0])
        # A name alone, of no business content: who asks may not write these by themselves.
        self.env["ir.model.data"].sudo().create(
            {
                "module": KEYS,
                "name": decision["key"],
                "model": model,
                "res_id": record,
                "noupdate": True,
            }
        )

    @api.model
    def _leave_notes(self, decision, move):
        """Who decided, in the trail of each entry that was touched; the books are right without it too."""
        if not decision["by"]:
            return True
        said = _(
            "Lettrage: decided by %(name)s (decision %(decision)s).",
            name=decision["by"],
            decision=decision["key"],
        )
        items = self.env["account.move.line"].browse([it["id"] for it in decision["items"]])
        body = Markup("<p>%s</p>") % said
        try:
            with self.env.cr.savepoint():
                for each in move | items.move_id:
                    # As a log: before 19 a message is refused to a user without an email address.
                    each._message_log(body=body)
        except UserError:
            return False
        return True
