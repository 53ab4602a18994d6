// The words of the connection with the ERP, as the settings show it.

export const pair = {
  pair: {
    title: 'Odoo',
    none: 'pas encore relié',
    configured: 'donné par la configuration du programme',
    since: (day: string) => `Relié${day === '' ? '' : ` le ${day}`}`,
    sinceNote: 'Lettrage s’ouvre depuis le menu Facturation d’Odoo, avec les droits que chacun y a.',
    setup: 'Mise en route et vérifications',
    setupNote: 'Adresse, base, clé, droits, journaux, comptes, verrous, TVA, et ce qui serait lu.',
    end: 'Défaire le lien',
    ok: 'en ordre',
    wrong: 'à régler',
  },
};
