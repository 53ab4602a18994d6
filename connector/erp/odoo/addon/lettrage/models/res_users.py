from odoo import _, api, models
from odoo.exceptions import AccessError

from ..hooks import BOOKKEEPER, MANAGER, MAPPING, READER

# What of a user decides on their access; the form of older versions writes groups under names that begin so.
ACCESS_FIELDS = {"active", "group_ids", "groups_id", "company_ids", "login", "password"}
ACCESS_PREFIXES = ("in_group_", "sel_groups_")
COUNT_MAX = 1000


class ResUsers(models.Model):
    _inherit = "res.users"

    @api.model
    def lettrage_session(self):
        """Where the panel is, and a token by which it knows who asks; no token while the two are not paired."""
        role = self._lettrage_role()
        if not role:
            raise AccessError(
                _("Lettrage is for people with rights in accounting; ask an administrator.")
            )
        panel = self.env["lettrage.panel"]
        if not panel._is_paired():
            return {"url": False, "token": False}
        user = self.env.user
        claims = {
            "use": "session",
            "sub": str(user.id),
            "name": user.name,
            "role": role,
            "cid": self.env.company.id,
            "cids": self.env.companies.ids,
            "lang": user.lang or "fr_FR",
            "tz": user.tz or None,
        }
        return {"url": panel._address(), "token": panel._token(claims)}

    @api.model
    def lettrage_count(self):
        """Bank lines that wait to be matched; false for whom it does not concern."""
        if not self._lettrage_role():
            return False
        domain = [
            ("is_reconciled", "=", False),
            ("company_id", "in", self.env.companies.ids),
        ]
        lines = self.env["account.bank.statement.line"].sudo()
        return lines.search_count(domain, limit=COUNT_MAX)

    @api.model
    def _lettrage_role(self):
        if self._lettrage_holds(MANAGER):
            return "administrator" if self.env.user.has_group("base.group_system") else "manager"
        if self._lettrage_holds(BOOKKEEPER):
            return "bookkeeper"
        return "reader" if self._lettrage_holds(READER) else False

    @api.model
    def _lettrage_holds(self, own):
        user = self.env.user
        if self._lettrage_implied_ends():
            return user.has_group(own)
        return any(user.has_group(accounting) for accounting, gives in MAPPING if gives == own)

    @api.model
    def _lettrage_implied_ends(self):
        """Whether a group goes with the one that implied it: before 19 it stays, and says nothing of rights any more."""
        return "all_group_ids" in self._fields

    def write(self, vals):
        result = super().write(vals)
        if any(it in ACCESS_FIELDS or it.startswith(ACCESS_PREFIXES) for it in vals):
            self.env["lettrage.panel"]._revoke(self)
        return result

    def unlink(self):
        self.env["lettrage.panel"]._revoke(self)
        return super().unlink()
