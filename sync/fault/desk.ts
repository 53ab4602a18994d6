// Faults of a decision or of a request at the desk.
import type { Words } from './index.ts';

export const deskWords = {
  'line-decided': {
    fr: (p) =>
      `Cette ligne a été traitée entre-temps par ${p.by || 'le grand livre'}${p.documents ? ` (${p.documents})` : ''}. Rien n’a été modifié.`,
    en: (p) =>
      `This line was decided meanwhile by ${p.by || 'the ledger'}${p.documents ? ` (${p.documents})` : ''}. Nothing was changed.`,
  },
  'line-unknown': {
    fr: () => 'Cette ligne n’existe pas ou plus.',
    en: () => 'This line does not exist, or no longer.',
  },
  'statement-unknown': {
    fr: () => 'Ce relevé n’existe pas ou plus. Choisissez-le dans les imports.',
    en: () => 'This statement does not exist, or no longer. Choose it among the imports.',
  },
  'too-much': {
    fr: (p) => `Dépasse le reste dû de ${p.amount}.`,
    en: (p) => `Exceeds the amount due by ${p.amount}.`,
  },
  'over-allocated': {
    fr: (p) => `Affecté plus que reçu : ${p.amount} de trop. Rien n’a été modifié.`,
    en: (p) => `More allocated than received: ${p.amount} too much. Nothing was changed.`,
  },
  'nothing-allocated': {
    fr: () => 'Rien n’est affecté : choisissez une facture, ou laissez le montant en compte.',
    en: () => 'Nothing is allocated: choose an invoice, or leave the amount on account.',
  },
  'ledger-missing': {
    fr: () => 'Aucun grand livre n’est chargé. Importez d’abord le FEC.',
    en: () => 'No ledger is loaded. Import the FEC first.',
  },
  'report-unwritable': {
    fr: (p) => `Cette installation n’écrit pas le format ${p.format} : choisissez XLSX ou CSV.`,
    en: (p) => `This installation does not write ${p.format}: choose XLSX or CSV.`,
  },
  'report-too-large': {
    fr: (p) =>
      `Ce rapport aurait ${p.rows} lignes, et ${p.format} en porte ${p.max} au plus. Choisissez une période plus courte ou un seul client${p.other === '' ? '' : `, ou le format ${p.other}`}.`,
    en: (p) =>
      `This report would have ${p.rows} rows, and ${p.format} holds ${p.max} at most. Choose a shorter period or one customer${p.other === '' ? '' : `, or ${p.other}`}.`,
  },
  'not-proven': {
    fr: () => 'Cette ligne n’est pas de certitude forte, ou garde un écart : décidez-la seule.',
    en: () => 'This line is not of high certainty, or keeps a difference: decide it by itself.',
  },
  'proposal-changed': {
    fr: () => 'La proposition a changé depuis que vous l’avez vue. Rien n’a été modifié : relisez la ligne.',
    en: () => 'The proposal has changed since you saw it. Nothing was changed: read the line again.',
  },
  'nothing-proposed': {
    fr: () => 'Rien n’est proposé pour cette ligne : il n’y a rien à rejeter.',
    en: () => 'Nothing is proposed for this line: there is nothing to reject.',
  },
  'item-unknown': {
    fr: () => 'Cette facture n’est pas, ou plus, dans le grand livre. Rien n’a été modifié.',
    en: () => 'This invoice is not, or no longer, in the ledger. Nothing was changed.',
  },
  'party-missing': {
    fr: () => 'Choisissez le client à qui laisser ce montant.',
    en: () => 'Choose the customer who keeps this amount.',
  },
  'account-unknown': {
    fr: (p) => `Le compte ${p.account} n’est pas dans le grand livre, ou n’y sert plus. Choisissez-en un qui y est.`,
    en: (p) => `Account ${p.account} is not in the ledger, or no longer in use there. Choose one that is.`,
  },
  'account-missing': {
    fr: () =>
      'Ce plan comptable n’a pas de compte connu pour cela. Un responsable le nomme une fois pour toutes dans Réglages, « Comptes d’imputation » ; ou, pour cette ligne seule : « Autre… », « Autre compte ».',
    en: () =>
      'This chart of accounts has no known account for that. A manager names it once and for all in Settings, “Accounts to post to”; or, for this line alone: “Other…”, “Other account”.',
  },
  'account-retired': {
    fr: (p) =>
      `Le compte ${p.account}, choisi pour cela dans les Réglages, ne sert plus dans le plan comptable. Rien n’a été modifié ; nommez-en un autre dans Réglages, « Comptes d’imputation ».`,
    en: (p) =>
      `Account ${p.account}, chosen for that in the settings, is no longer in use in the chart of accounts. Nothing was changed; name another one in Settings, “Accounts to post to”.`,
  },
  'account-reserved': {
    fr: (p) =>
      `Le compte ${p.account} est un compte de clients ou de banque : affectez une pièce, ou appariez le virement.`,
    en: (p) => `Account ${p.account} is a customer or bank account: allocate an item, or pair the transfer.`,
  },
  'transfer-mismatch': {
    fr: () =>
      'Ces deux lignes ne se compensent pas : il faut deux comptes différents et des montants opposés. Rien n’a été modifié.',
    en: () => 'These two lines do not cancel out: they need two accounts and opposite amounts. Nothing was changed.',
  },
  'claim-closed': {
    fr: () => 'Cette réclamation est déjà close. Rien n’a été modifié.',
    en: () => 'This claim is closed already. Nothing was changed.',
  },
  'account-unlinked': {
    fr: (p) =>
      `Le compte ${p.account} n’est relié à aucun compte de banque du grand livre. Reliez-le avant d’accepter.`,
    en: (p) => `Account ${p.account} is linked to no bank account of the ledger. Link it before accepting.`,
  },
  'line-foreign': {
    fr: (p) =>
      `En ${p.currency} et non en ${p.expected} : le cours à retenir est celui de votre comptabilité. Rien n’a été modifié ; passez l’écriture là-bas, elle sera reconnue ici à la prochaine lecture.`,
    en: (p) =>
      `In ${p.currency}, not in ${p.expected}: the rate to take is that of your accounts. Nothing was changed; post the entry there, the next reading makes it known here.`,
  },
  'line-unvalued': {
    fr: (p) =>
      `La valeur en ${p.expected} de cette ligne en ${p.currency} n’est pas connue : l’ERP ne la tient pas (ou plus) en attente. Rien n’a été modifié ; actualisez, ou lettrez-la dans l’ERP.`,
    en: (p) =>
      `What this line in ${p.currency} is worth in ${p.expected} is not known: the ERP does not keep it in suspense (any more). Nothing was changed; refresh, or match it in the ERP.`,
  },
  'item-foreign': {
    fr: (p) =>
      `${p.document} n’est pas soldable en ${p.currency} : la pièce est dans une autre devise, ou l’ERP ne dit pas ce qu’il en reste en ${p.currency}. Rien n’a été modifié ; lettrez cette ligne dans l’ERP.`,
    en: (p) =>
      `${p.document} cannot be settled in ${p.currency}: the document is in another currency, or the ERP does not say what is left of it in ${p.currency}. Nothing was changed; match this line in the ERP.`,
  },
  'difference-foreign': {
    fr: (p) =>
      `En ${p.currency}, une retenue, un écart de change saisi, une TVA saisie, un escompte sans facture payée ou un écart de lettrage ne se constatent pas ici : ils se chiffrent en ${p.expected}. Rien n’a été modifié ; choisissez une autre nature, ou traitez-le dans l’ERP.`,
    en: (p) =>
      `In ${p.currency}, a retention, a typed exchange difference, typed VAT, a discount without a paid invoice or a difference of a letter cannot be noted here: they are counted in ${p.expected}. Nothing was changed; choose another kind, or treat it in the ERP.`,
  },
  'discount-untold': {
    fr: (p) =>
      `Ni la banque ni les conditions de la facture ne disent combien de ${p.currency} sont d’escompte : le reste de l’écart est de change. Rien n’a été modifié ; choisissez l’écart de change, ou traitez la ligne dans l’ERP.`,
    en: (p) =>
      `Neither the bank nor the invoice’s terms say how many ${p.currency} are discount: the rest of the difference is exchange. Nothing was changed; choose the exchange difference, or treat the line in the ERP.`,
  },
  'company-opened': {
    fr: (p) =>
      `Ce FEC est celui d’une autre société (SIREN ${p.siren}) que la démonstration : elle a été ouverte à part.`,
    en: (p) => `This FEC belongs to another company (SIREN ${p.siren}) than the demonstration: it was opened apart.`,
  },
  'address-taken': {
    fr: (p) => `L’adresse ${p.address} est prise ou interdite. Choisissez un autre port avec --port.`,
    en: (p) => `The address ${p.address} is taken or not allowed. Choose another port with --port.`,
  },
  'request-too-large': {
    fr: (p) => `La demande dépasse la limite de ${p.limit}. Rien n’a été modifié.`,
    en: (p) => `The request exceeds the limit of ${p.limit}. Nothing was changed.`,
  },
  'request-too-slow': {
    fr: (p) => `La réponse a pris plus de ${p.seconds} s. Vérifiez l’état avant de recommencer.`,
    en: (p) => `The answer took more than ${p.seconds} s. Check the state before you try again.`,
  },
  'sum-open': {
    fr: (p) => `Affecté, écart et reste ne font pas le montant reçu : il manque ${p.amount}.`,
    en: (p) => `Allocated, difference and rest do not make the amount received: ${p.amount} missing.`,
  },
  'letters-unbalanced': {
    fr: (p) => `Débits et crédits ne sont pas égaux : écart de ${p.amount}. Rien n’a été lettré.`,
    en: (p) => `Debits and credits are not equal: off by ${p.amount}. Nothing was matched.`,
  },
  'letters-mixed': {
    fr: () => 'Un lettrage joint des lignes d’un seul compte et d’un seul client. Rien n’a été lettré.',
    en: () => 'A match joins lines of one account and one customer. Nothing was matched.',
  },
  'nothing-to-undo': {
    fr: () => 'Il n’y a rien à annuler.',
    en: () => 'There is nothing to undo.',
  },
  'not-allowed': {
    fr: (p) => `Votre rôle ne permet pas cette action (${p.role} requis).`,
    en: (p) => `Your role does not allow this (${p.role} required).`,
  },
  'session-missing': {
    fr: () => 'La session n’est pas ouverte. Rouvrez Lettrage avec l’adresse affichée au démarrage.',
    en: () => 'No open session. Open Lettrage again with the address shown at start.',
  },
  'origin-refused': {
    fr: () => 'Cette demande vient d’une autre page. Elle a été refusée.',
    en: () => 'This request comes from another page. It was refused.',
  },
  'request-invalid': {
    fr: (p) => `Demande incomplète : ${p.what}.`,
    en: (p) => `Incomplete request: ${p.what}.`,
  },
  'key-reused': {
    fr: () => 'La même clé a déjà servi pour une autre demande.',
    en: () => 'The same key already served another request.',
  },
  'not-found': {
    fr: () => 'Cette page n’existe pas.',
    en: () => 'No such page.',
  },
  internal: {
    fr: (p) => `Erreur interne (${p.request}). Rien n’a été modifié.`,
    en: (p) => `Internal error (${p.request}). Nothing was changed.`,
  },
} satisfies Record<string, Words>;
