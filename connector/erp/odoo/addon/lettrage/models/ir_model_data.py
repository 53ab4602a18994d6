from odoo import api, models

# Records of the panel, which are none of this module's data; no module bears their name.
MODELS = ("account.bank.statement", "account.bank.statement.line", "account.move")

RENAME = """
    UPDATE ir_model_data old SET module = 'lettrage_bank'
    WHERE module = 'lettrage' AND model IN %(models)s
    AND (name LIKE %(line)s OR name LIKE %(statement)s)
    AND NOT EXISTS (
        SELECT 1 FROM ir_model_data new
        WHERE new.module = 'lettrage_bank' AND new.name = old.name
    )
"""
# One that was made under both names keeps the new one: only the old name goes, never its record.
FORGET = """
    DELETE FROM ir_model_data
    WHERE module = 'lettrage' AND model IN %(models)s
    AND (name LIKE %(line)s OR name LIKE %(statement)s)
"""


class IrModelData(models.Model):
    _inherit = "ir.model.data"

    def init(self):
        """Before the end of each installation and update, when Odoo deletes what has this module's name only."""
        result = super().init()
        self._lettrage_keep_bank_lines()
        return result

    @api.model
    def _lettrage_keep_bank_lines(self):
        """Statements, bank lines and their entries that older panels gave this module's name get another."""
        names = {"models": MODELS, "line": r"stl\_%", "statement": r"stmt\_%"}
        changed = 0
        for query in (RENAME, FORGET):
            self.env.cr.execute(query, names)
            changed += self.env.cr.rowcount
        if changed:
            self.env.registry.clear_cache()
