// The words that help: global search, first steps.

export const aid = {
  find: {
    label: 'Client, facture, montant',
    note: 'dans la liste et dans toutes les pièces ouvertes',
    placeholder: 'vuillemin, 00871, 3000, 3000~5',
    start: 'Tapez au moins deux signes.',
    nothing: (text: string) => `Rien pour «\u00a0${text}\u00a0». Essayez un montant approché : 3000~5`,
    lines: 'Lignes bancaires',
    items: 'Pièces',
    settled: 'réglée',
  },
  guide: {
    label: 'Premiers pas',
    done: 'fait',
    hide: 'Masquer',
    show: 'Montrer',
    noLine: 'Aucune ligne de cette sorte n’attend en ce moment : passez à la suite.',
    all: 'Vous connaissez l’essentiel. Déposez vos propres fichiers quand vous voulez.',
    title: {
      accept: 'Rapprocher',
      undo: 'Annuler',
      difference: 'Expliquer un écart',
      credit: 'Avoir',
      overpayment: 'Trop-perçu',
      deposit: 'Acompte',
      letter: 'Lettrer',
      bulk: 'En accepter plusieurs',
      aging: 'Lire la balance',
      import: 'Importer',
    },
    how: {
      accept:
        'Rapprocher relie une ligne de banque aux factures qu’elle paie. Lisez la raison ; si elle est juste, ⏎ l’accepte.',
      undo: 'Ctrl Z défait la dernière décision et vous y ramène. L’historique (H) défait les plus anciennes.',
      difference:
        'Le client a payé moins que la facture : dites pourquoi. E escompte, F frais bancaires, L laisser dû ; puis ⏎.',
      credit:
        'Un avoir diminue ce que le client doit : il a payé ses factures moins l’avoir. La proposition prend les deux ; ⏎.',
      overpayment:
        'Reçu plus que dû : le surplus reste au client. L le garde en trop-perçu (411), à rendre ou à imputer ; puis ⏎.',
      deposit:
        'Un acompte est de l’argent reçu avant la facture : A le met en 4191, et la TVA peut en être due tout de suite ; puis ⏎.',
      letter:
        'Lettrer joint sur un même compte client des débits et des crédits égaux, facture et avoir ou règlement : ⏎.',
      bulk: 'X coche une ligne, ⇧⏎ accepte les cochées : seulement les fortes et sans écart.',
      aging:
        'Qui doit quoi depuis quand, égal au grand livre au centime. Un acompte ou un trop-perçu n’est jamais déduit en silence.',
      import: 'Déposez un relevé ou un FEC n’importe où. Ouverture + lignes = clôture, ou rien n’est pris.',
    },
  },
};
