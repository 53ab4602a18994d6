from odoo import models


class AccountBankStatementLine(models.Model):
    _inherit = "account.bank.statement.line"

    def action_open_lettrage(self):
        """Of several lines, the first."""
        line = self[:1]
        return self.env["lettrage.panel"]._open(line._name, line.id)
