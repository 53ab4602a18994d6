from odoo import models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def action_open_lettrage(self):
        self.ensure_one()
        customer = self.commercial_partner_id
        return self.env["lettrage.panel"]._open("res.partner", customer.id)
