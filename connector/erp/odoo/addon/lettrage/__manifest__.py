{
    "name": "Lettrage",
    "summary": "Match bank lines with open invoices without leaving Odoo",
    "version": "1.2.0",
    "category": "Accounting/Accounting",
    "website": "https://github.com/lettrage/lettrage",
    "author": "Lettrage",
    "license": "Other OSI approved licence",
    "application": True,
    "installable": True,
    "depends": ["account", "web"],
    "data": [
        "security/lettrage_groups.xml",
        "security/ir.model.access.csv",
        "views/lettrage_menus.xml",
        "views/res_partner_views.xml",
        "views/account_move_views.xml",
        "views/account_journal_views.xml",
        "views/account_bank_statement_line_views.xml",
        "wizards/lettrage_pairing_views.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "lettrage/static/src/**/*",
        ],
    },
    "post_init_hook": "post_init_hook",
    "uninstall_hook": "uninstall_hook",
}
