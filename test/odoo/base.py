# Read by `odoo shell`: a French company, the product's user with least rights and an API key, and an accountant who checks.
import odoo

modern = odoo.release.version_info[0] >= 17
groups = 'group_ids' if 'group_ids' in env['res.users']._fields else 'groups_id'
company = env.company
company.write({'name': 'Atelier Démo SARL', 'country_id': env.ref('base.fr').id})
if modern:
    env['account.chart.template'].try_loading('fr', company)
else:
    env.ref('l10n_fr.l10n_fr_pcg_chart_template').try_loading(company=company)
env.cr.commit()
# Loading a chart renews the registry: what follows needs an environment of its own.
env = odoo.api.Environment(env.cr, odoo.SUPERUSER_ID, {})
company = env['res.company'].browse(company.id)
env['res.currency'].with_context(active_test=False).search([('name', 'in', ('EUR', 'USD'))]).write({'active': True})
company.write({'tax_exigibility': True})


def user(login, name, rights):
    return env['res.users'].create({
        'name': name, 'login': login, 'password': login, 'email': login + '@example.com', 'lang': 'fr_FR', 'tz': 'Europe/Paris',
        'company_id': company.id, 'company_ids': [(6, 0, [company.id])],
        groups: [(6, 0, [env.ref(right).id for right in rights if env.ref(right, False)])],
    })


basic = 'account.group_account_basic' if env.ref('account.group_account_basic', False) else 'account.group_account_user'
product = user('lettrage', 'Lettrage', ['base.group_user', basic, 'base.group_partner_manager'])
checker = user('controle', 'Contrôle', [
    'base.group_user', basic, 'account.group_account_user', 'account.group_account_manager', 'base.group_partner_manager',
    'base.group_system', 'base.group_multi_currency'])
for who in (product, checker):
    keys = env['res.users.apikeys'].with_user(who).sudo()
    key = keys._generate(None, 'tests', False) if modern else keys._generate(None, 'tests')
    print('KEY', who.login, key)
env.cr.commit()
