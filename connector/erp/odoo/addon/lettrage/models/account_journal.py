from odoo import models


class AccountJournal(models.Model):
    _inherit = "account.journal"

    def action_open_lettrage(self):
        self.ensure_one()
        return self.env["lettrage.panel"]._open("account.journal", self.code)
