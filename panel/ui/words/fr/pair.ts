// The words of pairing with the ERP.

export const pair = {
  pair: {
    title: 'Odoo',
    none: 'pas encore relié',
    configured: 'donné par la configuration du programme',
    url: "Adresse d'Odoo",
    code: 'Code affiché dans Odoo',
    database: 'Base',
    databaseNote: 'si plusieurs',
    pair: 'Relier',
    how: "Dans Odoo : installez le module Lettrage, puis Facturation, Configuration, Lettrage. Le code vaut dix minutes. Rien n'est écrit dans Odoo tant que la société observe.",
    since: (day: string) => `Relié${day === '' ? '' : ` le ${day}`}`,
    sinceNote: "Lettrage s'ouvre depuis le menu Facturation d'Odoo, avec les droits que chacun y a.",
    end: 'Défaire le lien',
    checks: "Vérifier l'installation",
    checksNote: 'Version, droits, clé, verrous, journaux, comptes, TVA, et ce qui serait lu.',
    look: 'Vérifier',
    ok: 'en ordre',
    wrong: 'à faire',
  },
};
