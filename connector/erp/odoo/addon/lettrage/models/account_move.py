from odoo import models


class AccountMove(models.Model):
    _inherit = "account.move"

    def action_open_lettrage(self):
        """A bank line's entry opens at the line, everything else at the customer."""
        self.ensure_one()
        if self.statement_line_id:
            return self.statement_line_id.action_open_lettrage()
        customer = self.commercial_partner_id
        return self.env["lettrage.panel"]._open("res.partner", customer.id)
