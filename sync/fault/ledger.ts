// Faults of ledgers (FEC files) and their entries.
import type { Words } from './index.ts';

export const ledgerWords = {
  'fec-header': {
    fr: (p) => `La première ligne n’est pas l’en-tête d’un FEC : il manque ${p.missing}. Rien n’a été importé.`,
    en: (p) => `The first line is no FEC header: ${p.missing} missing. Nothing was imported.`,
  },
  'fec-empty': {
    fr: () => 'Le FEC ne contient aucune écriture. Rien n’a été importé ; refaites l’export.',
    en: () => 'The FEC holds no entry. Nothing was imported; export it again.',
  },
  'fec-truncated': {
    fr: () => 'Le FEC semble coupé : sa dernière écriture est incomplète. Rien n’a été importé ; refaites l’export.',
    en: () => 'The FEC looks cut off: its last entry is incomplete. Nothing was imported; export it again.',
  },
  'fec-line': {
    fr: (p) => `Ligne illisible : ${p.what}. Rien n’a été importé.`,
    en: (p) => `Unreadable line: ${p.what}. Nothing was imported.`,
  },
  'fec-line-short': {
    fr: (p) =>
      `La ligne a ${p.found} champs au lieu de ${p.expected}, sans montant. Rien n’a été importé ; refaites l’export.`,
    en: (p) =>
      `The line has ${p.found} fields instead of ${p.expected}, without an amount. Nothing was imported; export it again.`,
  },
  'fec-line-long': {
    fr: (p) =>
      `La ligne a ${p.found} champs au lieu de ${p.expected} et l’on ne peut dire lequel contient le séparateur. Rien n’a été importé ; corrigez le libellé dans le logiciel comptable.`,
    en: (p) =>
      `The line has ${p.found} fields instead of ${p.expected}, and which one holds the separator cannot be told. Nothing was imported; correct the label in the accounting program.`,
  },
  'fec-sense': {
    fr: (p) => `« ${p.text} » n’est ni débit ni crédit (D, C, +1, -1). Rien n’a été importé.`,
    en: (p) => `"${p.text}" is neither debit nor credit (D, C, +1, -1). Nothing was imported.`,
  },
  'fec-older': {
    fr: (p) =>
      `${p.file} remplace un FEC du même exercice qui va plus loin (${p.until}). Vérifiez que c’est le bon fichier.`,
    en: (p) =>
      `${p.file} replaces a FEC of the same exercise that goes further (${p.until}). Check that it is the right file.`,
  },
  'fec-draft-behind': {
    fr: (p) =>
      `Ce brouillard est pour l’essentiel déjà validé dans ${p.file}, qui reste en vigueur. Rien n’a été changé ; exportez les écritures non validées d’aujourd’hui, ou un FEC complet.`,
    en: (p) =>
      `Most of this draft is validated in ${p.file} by now, which stays in force. Nothing was changed; export today’s unvalidated entries, or a whole FEC.`,
  },
  'fec-replaced': {
    fr: () => 'Ce FEC a déjà été importé puis remplacé par un plus récent. Rien n’a été modifié.',
    en: () => 'This FEC was imported before and replaced by a newer one. Nothing was changed.',
  },
  'fec-read-only': {
    fr: () =>
      'Un FEC ne reçoit pas d’écriture. Exportez les écritures et les lettres, puis importez-les dans le logiciel comptable.',
    en: () =>
      'Nothing can be written to a FEC. Export entries and letters, then import them in the accounting program.',
  },
  'fec-siren': {
    fr: (p) => `Ce FEC est celui du SIREN ${p.found}, pas de cette société (${p.expected}). Rien n’a été importé.`,
    en: (p) => `This FEC belongs to SIREN ${p.found}, not to this company (${p.expected}). Nothing was imported.`,
  },
  'entry-unbalanced': {
    fr: (p) => `L’écriture ${p.entry} ne s’équilibre pas : écart de ${p.difference}. Rien n’a été importé.`,
    en: (p) => `Entry ${p.entry} does not balance: off by ${p.difference}. Nothing was imported.`,
  },
  'entry-unbalanced-elsewhere': {
    fr: (p) =>
      `L’écriture ${p.entry} ne s’équilibre pas (${p.difference}) ; elle ne touche ni clients ni banques, le FEC est importé.`,
    en: (p) =>
      `Entry ${p.entry} does not balance (${p.difference}); it touches neither customers nor banks, the FEC is imported.`,
  },
  'ledger-unlettered': {
    fr: () =>
      'Aucune ligne client ne porte de lettre : tout paraît ouvert. Vous pouvez commencer à une date, écran Imports (ou import --start).',
    en: () =>
      'No customer line carries a letter: everything looks open. You can start from a day, screen Imports (or import --start).',
  },
  'start-decided': {
    fr: (p) =>
      `${p.count} décision(s) portent sur des lignes que cette date de départ ferait disparaître. Rien n’a été changé ; annulez-les dans l’Historique, ou choisissez une autre date.`,
    en: (p) =>
      `${p.count} decision(s) are about lines that this start day would take away. Nothing was changed; undo them in the History, or choose another day.`,
  },
  'opening-undetailed': {
    fr: (p) => `Les à-nouveaux du compte ${p.account} sont sans détail (${p.amount}).`,
    en: (p) => `The opening balance of account ${p.account} has no detail (${p.amount}).`,
  },
  'opening-mismatch': {
    fr: (p) =>
      `Compte ${p.account} : les à-nouveaux (${p.after}) ne reprennent pas le solde de l’exercice précédent (${p.before}). Le FEC le plus récent fait foi ; rechargez l’exercice précédent clos.`,
    en: (p) =>
      `Account ${p.account}: the opening balance (${p.after}) does not carry the one of the exercise before (${p.before}). The newest FEC counts; load the closed earlier exercise again.`,
  },
  'letter-column-missing': {
    fr: () => 'Ce FEC n’a pas de colonne EcritureLet. Rien n’a été lettré ; importez la liste des lettres.',
    en: () => 'This FEC has no column EcritureLet. Nothing was lettered; import the list of letters.',
  },
  'letter-no-room': {
    fr: (p) =>
      `La ligne ne peut porter la lettre ${p.letter} sans déplacer autre chose. Rien n’a été lettré ; saisissez-la dans le logiciel comptable.`,
    en: (p) =>
      `The line cannot hold letter ${p.letter} without moving something else. Nothing was lettered; enter it in the accounting program.`,
  },
  'letter-taken': {
    fr: (p) => `La ligne porte déjà la lettre ${p.letter} d’un lettrage équilibré. Rien n’a été lettré.`,
    en: (p) => `The line already carries letter ${p.letter} of a balanced match. Nothing was lettered.`,
  },
  'letters-earlier': {
    fr: () =>
      'Un solde antérieur à la date de départ n’est pas une écriture : il ne se lettre pas. Lettrez les lignes elles-mêmes, ou changez la date de départ (écran Imports).',
    en: () =>
      'A balance from before the start day is no entry and takes no letter. Match the lines themselves, or change the start day (screen Imports).',
  },
  'letter-line-unknown': {
    fr: () => 'Une ligne à lettrer n’est dans aucun FEC chargé. Rien n’a été lettré ; rechargez le FEC.',
    en: () => 'A line to letter is in no loaded FEC. Nothing was lettered; load the FEC again.',
  },
} satisfies Record<string, Words>;
