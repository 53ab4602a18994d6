from odoo import api, models

# Of the panel's records, not of this module's data; no module bears this name.
OWN = "lettrage_bank"
MODELS = ("account.bank.statement", "account.bank.statement.line", "account.move")


class IrModelData(models.Model):
    _inherit = "ir.model.data"

    def init(self):
        """At each installation and update, before Odoo deletes what bears this module's name and is none of its data."""
        result = super().init()
        self._lettrage_keep_bank_lines()
        return result

    @api.model
    def _lettrage_keep_bank_lines(self):
        """Statements, bank lines and their entries, which older panels named as this module's data, bear another name."""
        cr = self.env.cr
        theirs = "module = 'lettrage' AND model IN %s AND (name LIKE 'stl\\_%%' OR name LIKE 'stmt\\_%%')"
        cr.execute(
            f"""
            UPDATE ir_model_data old SET module = %s WHERE {theirs}
            AND NOT EXISTS (
                SELECT 1 FROM ir_model_data new WHERE new.module = %s AND new.name = old.name
            )
            """,
            [OWN, MODELS, OWN],
        )
        renamed = cr.rowcount
        # One that was made under both names keeps the new one: only the old name goes, never its record.
        cr.execute(f"DELETE FROM ir_model_data WHERE {theirs}", [MODELS])
        if renamed or cr.rowcount:
            self.env.registry.clear_cache()
