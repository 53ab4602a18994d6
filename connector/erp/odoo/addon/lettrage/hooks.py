# What a version of Odoo has and another has not is looked up here, so that one set of data files serves all.
READER = "lettrage.group_lettrage_reader"
BOOKKEEPER = "lettrage.group_lettrage_bookkeeper"
MANAGER = "lettrage.group_lettrage_manager"

# Who has the left group in accounting has the right one here.
MAPPING = [
    ("account.group_account_readonly", READER),
    ("account.group_account_invoice", READER),
    ("account.group_account_basic", BOOKKEEPER),
    ("account.group_account_user", BOOKKEEPER),
    ("account.group_account_manager", MANAGER),
]


def post_init_hook(env):
    for accounting, own in MAPPING:
        group = env.ref(accounting, raise_if_not_found=False)
        if group:
            group.implied_ids = [(4, env.ref(own).id)]
    groups = env.ref(READER) + env.ref(BOOKKEEPER) + env.ref(MANAGER)
    category = env.ref("base.module_category_accounting", raise_if_not_found=False)
    if "privilege_id" in groups._fields:
        groups.privilege_id = env["res.groups.privilege"].create(
            {"name": "Lettrage", "category_id": category.id if category else False}
        )
    action = env.ref("lettrage.action_lettrage_panel")
    if "path" in action._fields:
        action.path = "lettrage"
    for name, group in [
        ("lettrage.action_account_bank_statement_line_open", READER),
        ("lettrage.action_lettrage_pairing", "base.group_system"),
    ]:
        server = env.ref(name)
        field = "group_ids" if "group_ids" in server._fields else "groups_id"
        server[field] = [(4, env.ref(group).id)]


def uninstall_hook(env):
    env["ir.model.data"]._lettrage_keep_bank_lines()
    env["lettrage.pairing"]._unpair()
    groups = env.ref(READER) + env.ref(BOOKKEEPER) + env.ref(MANAGER)
    if "privilege_id" in groups._fields:
        groups.privilege_id.filtered(lambda it: it.name == "Lettrage").unlink()
