// The addon is one source for Odoo 17, 18 and 19: each name of Odoo that it uses was looked up in the sources of all three. Live it runs
// on 19 alone, so a name that is new here makes these tests fail until somebody has looked it up and says where it is.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../../connector/erp/odoo/addon/lettrage/', import.meta.url);

/** Looked up in the sources of 17.0, 18.0 and 19.0; where a version is missing, the code asks before it uses the name. */
const SEEN = `
  17 18 19  account.bank.statement
  17 18 19  account.bank.statement.line
  17 18 19  account.group_account_invoice
  17 18 19  account.group_account_manager
  17 18 19  account.group_account_readonly
  17 18 19  account.group_account_user
     18 19  account.group_account_basic
  17 18 19  account.journal
  17 18 19  account.menu_finance
  17 18 19  account.menu_finance_configuration
  17 18 19  account.model_account_bank_statement_line
  17 18 19  account.move
  17 18 19  account.move.line
  17 18 19  account.partial.reconcile
  17 18 19  account.view_account_journal_form
  17 18 19  account.view_move_form
  17 18 19  base.group_partner_manager
  17 18 19  base.group_system
  17 18 19  base.group_user
  17 18 19  base.module_category_accounting
  17 18 19  base.view_partner_form
  17 18 19  ir.actions.client
  17 18 19  ir.actions.server
  17 18 19  ir.config_parameter
  17 18 19  ir.model.data
  17 18 19  ir.ui.view
  17 18 19  res.company
  17 18 19  res.groups
        19  res.groups.privilege
  17 18 19  res.partner
  17 18 19  res.users
  17 18 19  res.users.apikeys
  17 18 19  //div[@name='button_box']
  17 18 19  invisible type != 'bank'
  17 18 19  invisible not commercial_partner_id and not statement_line_id
  17 18 19  invisible not id
        19  field all_group_ids
        19  field group_ids
     18 19  field path
        19  field privilege_id
  17 18 19  method _for_xml_id
  17 18 19  method _generate
  17 18 19  method _message_log
  17 18 19  method _seek_for_lines
  17 18 19  from odoo import _
  17 18 19  from odoo import api
  17 18 19  from odoo import fields
  17 18 19  from odoo import http
  17 18 19  from odoo import models
  17 18 19  from odoo.exceptions import AccessError
  17 18 19  from odoo.exceptions import UserError
  17 18 19  from odoo.http import request
  17 18 19  from @odoo/owl
  17 18 19  from @web/core/registry
  17 18 19  from @web/core/utils/hooks
  17 18 19  service action
  17 18 19  service menu
  17 18 19  service orm
  17 18 19  registry actions
  17 18 19  registry services
  17 18 19  event MENUS:APP-CHANGED
  17 18 19  event WEB_CLIENT_READY
`;

/** What a decision reads of Odoo's records and calls on them; in the sources of 17.0, 18.0 and 19.0. */
const OF_A_DECISION = `
  action_post amount amount_residual amount_residual_currency balance browse company company_currency_id company_id compare_amounts cr
  create credit_amount_currency credit_move_id currency_id date debit_amount_currency debit_move_id env execute exists filtered
  flush_all id ids invalidate_recordset lang line_ids matched_credit_ids matched_debit_ids model move_id move_name name parent_state
  partner_id reconcile res_id savepoint search sorted state sudo unlink user with_context write
`;

type Source = { name: string; text: string };

const SOURCES: Source[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(py|xml|csv|js)$/.test(name) && !/^tests\//.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, ROOT), 'utf8') }));

/** By the end of a file's name: how a name of Odoo stands in it, and what it is called in the table. */
const FINDS: readonly (readonly [end: string, pattern: RegExp, as: string])[] = [
  ['.py', /env\["([a-z_.]+)"\]/g, ''],
  ['.py', /_inherit = "([a-z_.]+)"/g, ''],
  ['.py', /"((?:account|base)\.[a-z_.]+)"/g, ''],
  ['.py', /"(\w+)" in [\w.[\]"]*_fields/g, 'field '],
  ['.py', /\.(_[a-z]\w*)\(/g, 'method '],
  ['.xml', /(?:ref|parent|groups|model)="((?:account|base|ir|res)\.[a-z_.]+)"/g, ''],
  ['.xml', /ref\('([a-z_.]+\.[a-z_]+)'\)/g, ''],
  ['.xml', /expr="([^"]+)"/g, ''],
  ['.xml', /invisible="([^"]+)"/g, 'invisible '],
  ['.csv', /,([a-z]+\.[a-z_]+),/g, ''],
  ['.js', /from "([^"]+)"/g, 'from '],
  ['.js', /useService\("([^"]+)"\)/g, 'service '],
  ['.js', /category\("([^"]+)"\)/g, 'registry '],
  ['.js', /"([A-Z]+[:_][A-Z:_-]+)"/g, 'event '],
];

function used(): string[] {
  const names = new Set<string>();
  for (const { name, text } of SOURCES) {
    for (const [end, pattern, as] of FINDS) {
      if (name.endsWith(end)) for (const found of text.matchAll(pattern)) names.add(`${as}${found[1]}`);
    }
    for (const [, module, list] of text.matchAll(/^from (odoo[\w.]*) import (.+)$/gm)) {
      for (const it of (list ?? '').split(', ')) names.add(`from ${module} import ${it}`);
    }
    for (const [, list] of text.matchAll(/dependencies: \[(.+)\]/g)) {
      for (const [, it] of (list ?? '').matchAll(/"(\w+)"/g)) names.add(`service ${it}`);
    }
  }
  return [...names].filter((name) => !isOwn(name)).sort();
}

const definedIn = (text: string) => [...text.matchAll(/def (\w+)\(/g)].map((it) => it[1]);
const DEFINED = new Set(SOURCES.flatMap(({ text }) => definedIn(text)));

function isOwn(name: string): boolean {
  if (name.startsWith('method ')) return DEFINED.has(name.slice('method '.length));
  return /^(service |\w+ )?lettrage|panel_url/.test(name);
}

const rows = SEEN.trim()
  .split('\n')
  .map((line) => ({
    versions: line.trim().match(/^[\d ]+(?= {2})/)?.[0] ?? '',
    name: line.trim().replace(/^[\d ]+ /, ''),
  }));

test('every name of Odoo that the addon uses is in the table, and no other', () => {
  expect(used()).toEqual(rows.map(({ name }) => name).sort());
});

test('what one version lacks is asked for before it is used', () => {
  const python = SOURCES.filter(({ name }) => name.endsWith('.py'))
    .map(({ text }) => text)
    .join('\n');
  const others = SOURCES.filter(({ name }) => !name.endsWith('.py'))
    .map(({ text }) => text)
    .join('\n');
  const partly = rows.filter(({ versions }) => versions !== '17 18 19').map(({ name }) => name);
  expect(partly.sort()).toEqual([
    ...['account.group_account_basic', 'field all_group_ids', 'field group_ids', 'field path', 'field privilege_id'],
    ...['res.groups.privilege'],
  ]);
  for (const name of partly) expect(others).not.toContain(name.replace(/^field /, '"'));
  expect(python).toMatch(/if "privilege_id" in groups\._fields:\n.*env\["res\.groups\.privilege"\]/);
  expect(python.match(/env\.ref\(\w+, raise_if_not_found=False\)/g)).not.toBeNull();
});

test('a decision uses those fields and methods of Odoo alone', () => {
  const { text } = SOURCES.find(({ name }) => name === 'models/lettrage_decision.py')!;
  const code = text
    .replace(/"""[\s\S]*?"""/g, '')
    .replace(/"[^"\n]*"/g, '""')
    .replace(/^\s*(#|from|import).*$/gm, '');
  const names = [...code.matchAll(/(?<!\bre|\bKEY|\bmodels|\bapi|\bfields|\brefused|super\(\))\.([a-z]\w*)/g)].map(
    (it) => it[1]!,
  );
  const foreign = [...new Set(names)].filter(
    (name) => !definedIn(text).includes(name) && !['answer', 'match', 'compile'].includes(name),
  );
  expect(foreign.sort()).toEqual(OF_A_DECISION.trim().split(/\s+/).sort());
});

test('the version names no Odoo: each takes it as its own', () => {
  const { text } = SOURCES.find(({ name }) => name === '__manifest__.py')!;
  expect(/"version": "([^"]+)"/.exec(text)?.[1]).toMatch(/^\d+\.\d+\.\d+$/);
});
