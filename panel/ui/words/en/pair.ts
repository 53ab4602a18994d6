// The words of pairing with the ERP, in English.

export const pair = {
  pair: {
    title: 'Odoo',
    none: 'not paired yet',
    configured: "given by the program's configuration",
    url: 'Address of Odoo',
    code: 'Code shown in Odoo',
    database: 'Database',
    databaseNote: 'if several',
    pair: 'Pair',
    how: 'In Odoo: install the module Lettrage, then Invoicing, Configuration, Lettrage. The code is good for ten minutes. Nothing is written to Odoo while the company watches.',
    since: (day: string) => `Paired${day === '' ? '' : ` on ${day}`}`,
    sinceNote: "Lettrage opens from Odoo's Invoicing menu, with the rights that each person has there.",
    end: 'End the pairing',
    checks: 'Check the installation',
    checksNote: 'Version, rights, key, locks, journals, accounts, VAT, and what would be read.',
    look: 'Check',
    ok: 'in order',
    wrong: 'to do',
  },
};
