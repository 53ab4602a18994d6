// The words of the connection with the ERP, in English.

export const pair = {
  pair: {
    title: 'Odoo',
    none: 'not connected yet',
    configured: 'given by the program’s configuration',
    since: (day: string) => `Connected${day === '' ? '' : ` on ${day}`}`,
    sinceNote: 'Lettrage opens from Odoo’s Invoicing menu, with the rights that each person has there.',
    setup: 'Set-up and checks',
    setupNote: 'Address, database, key, rights, journals, accounts, locks, VAT, and what would be read.',
    end: 'End the connection',
    ok: 'in order',
    wrong: 'to do',
  },
};
