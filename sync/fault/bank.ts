// Faults of bank files.
import type { Words } from './index.ts';

export const bankWords = {
  'advice-without-text': {
    fr: () =>
      'Aucun texte dans ce fichier : un scan ne se lit pas. Collez l’avis en texte, ou demandez-le en CSV ou XLSX.',
    en: () => 'No text in this file: a scan cannot be read. Paste the advice as text, or ask for it as CSV or XLSX.',
  },
  'file-unknown': {
    fr: () =>
      'Format non reconnu : ce fichier n’est ni un relevé CAMT, OFX, MT940, CFONB, CSV ou XLSX, ni un FEC. Rien n’a été importé.',
    en: () =>
      'Unknown format: neither a CAMT, OFX, MT940, CFONB, CSV or XLSX statement nor a FEC ledger. Nothing was imported.',
  },
  'file-unreadable': {
    fr: (p) =>
      `Le fichier ne peut pas être ouvert (${p.what}). Rien n’a été importé ; vérifiez le chemin et les droits.`,
    en: (p) => `The file cannot be opened (${p.what}). Nothing was imported; check the path and its permissions.`,
  },
  'file-empty': {
    fr: () => 'Le fichier est vide. Rien n’a été importé ; téléchargez-le de nouveau.',
    en: () => 'The file is empty. Nothing was imported; download it again.',
  },
  'file-missing': {
    fr: (p) => `Le fichier ne peut pas être ouvert (${p.what}). Rien n’a été lu ; vérifiez le chemin et les droits.`,
    en: (p) => `The file cannot be opened (${p.what}). Nothing was read; check the path and the permissions.`,
  },
  'archive-unreadable': {
    fr: (p) =>
      `L’archive ZIP ne peut pas être lue : ${p.what}. Rien n’a été importé ; extrayez-la ou téléchargez-la de nouveau.`,
    en: (p) => `The ZIP archive cannot be read: ${p.what}. Nothing was imported; extract it or download it again.`,
  },
  'file-too-large': {
    fr: (p) => `Le fichier dépasse la limite de ${p.limit}. Rien n’a été importé ; demandez une période plus courte.`,
    en: (p) => `The file exceeds the limit of ${p.limit}. Nothing was imported; ask for a shorter period.`,
  },
  'file-too-slow': {
    fr: (p) => `La lecture a dépassé ${p.seconds} s. Rien n’a été importé ; demandez une période plus courte.`,
    en: (p) => `Reading took more than ${p.seconds} s. Nothing was imported; ask for a shorter period.`,
  },
  'file-truncated': {
    fr: (p) =>
      `Le fichier semble coupé pendant le téléchargement : ${p.what}. Rien n’a été importé ; téléchargez-le de nouveau.`,
    en: (p) => `The file looks cut off: ${p.what}. Nothing was imported; download it again.`,
  },
  'file-malformed': {
    fr: (p) => `Le fichier est mal formé : ${p.what}. Rien n’a été importé.`,
    en: (p) => `The file is malformed: ${p.what}. Nothing was imported.`,
  },
  'file-hostile': {
    fr: (p) => `Le fichier contient ce qu’un relevé ne contient jamais (${p.what}). Il a été refusé.`,
    en: (p) => `The file contains what a statement never contains (${p.what}). It was refused.`,
  },
  'file-encoding': {
    fr: (p) => `Le texte du fichier n’est pas en ${p.encoding} comme il l’annonce. Rien n’a été importé.`,
    en: (p) => `The file’s text is not ${p.encoding} as it declares. Nothing was imported.`,
  },
  'amount-unreadable': {
    fr: (p) => `« ${p.text} » n’est pas un montant. Rien n’a été importé.`,
    en: (p) => `"${p.text}" is not an amount. Nothing was imported.`,
  },
  'date-unreadable': {
    fr: (p) => `« ${p.text} » n’est pas une date. Rien n’a été importé.`,
    en: (p) => `"${p.text}" is not a date. Nothing was imported.`,
  },
  'entry-incomplete': {
    fr: (p) => `Une écriture du relevé n’indique pas ${p.what}. Rien n’a été importé ; signalez-le à la banque.`,
    en: (p) => `An entry of the statement does not state ${p.what}. Nothing was imported; tell the bank.`,
  },
  'record-misplaced': {
    fr: (p) =>
      `L’enregistrement ${p.record} n’est pas à sa place, après ${p.after}. Rien n’a été importé ; téléchargez le fichier de nouveau.`,
    en: (p) =>
      `Record ${p.record} is out of its place, after ${p.after}. Nothing was imported; download the file again.`,
  },
  'record-unreadable': {
    fr: (p) => `Enregistrement illisible : « ${p.text} ». Rien n’a été importé ; téléchargez le fichier de nouveau.`,
    en: (p) => `Unreadable record: "${p.text}". Nothing was imported; download the file again.`,
  },
  'balance-not-carried': {
    fr: (p) =>
      `L’ancien solde ${p.opening} n’est pas le nouveau solde ${p.closing} du relevé qui précède. Rien n’a été importé ; demandez tous les relevés de la période.`,
    en: (p) =>
      `The opening balance ${p.opening} is not the closing balance ${p.closing} of the statement before. Nothing was imported; ask for every statement of the period.`,
  },
  'bank-says': {
    fr: (p) => `La banque a répondu par une erreur au lieu d’un relevé : ${p.text}. Redemandez le fichier.`,
    en: (p) => `The bank answered with an error instead of a statement: ${p.text}. Ask for the file again.`,
  },
  'statement-unbalanced': {
    fr: (p) =>
      `Le solde final ne correspond pas : rien n’a été importé. Ouverture ${p.opening} + lignes ${p.lines} = ${p.computed}, or le fichier annonce ${p.closing}.`,
    en: (p) =>
      `The closing balance does not match: nothing was imported. Opening ${p.opening} + lines ${p.lines} = ${p.computed}, but the file states ${p.closing}.`,
  },
  'statement-account-unknown': {
    fr: (p) =>
      `Le compte ${p.account} n’est pas un compte de cette société. Rien n’a été importé ; ajoutez-le dans les réglages s’il l’est.`,
    en: (p) =>
      `Account ${p.account} is not an account of this company. Nothing was imported; add it in the settings if it is.`,
  },
  'statement-account-missing': {
    fr: () =>
      'Le relevé ne dit pas de quel compte il est. Rien n’a été importé ; demandez un autre format à la banque.',
    en: () => 'The statement does not say whose account it is. Nothing was imported; ask the bank for another format.',
  },
  'statement-account-linked': {
    fr: (p) =>
      `Le compte ${p.account} est relié au compte ${p.ledger} du grand livre (${p.by === 'sole' ? 'le seul compte de banque' : 'mêmes mouvements'}). Corrigez-le si ce n’est pas lui.`,
    en: (p) =>
      `Account ${p.account} is linked to account ${p.ledger} of the ledger (${p.by === 'sole' ? 'the only bank account' : 'same movements'}). Correct it if it is another.`,
  },
  'statement-account-unlinked': {
    fr: (p) =>
      `Le compte ${p.account} est lu, mais aucun grand livre ne dit encore quel compte de banque il est. Importez le FEC.`,
    en: (p) => `Account ${p.account} is read, but no ledger says yet which bank account it is. Import the FEC.`,
  },
  'statement-currency': {
    fr: (p) => `Une écriture est en ${p.found} sur un compte en ${p.expected}. Le relevé n’a pas été importé.`,
    en: (p) => `An entry is in ${p.found} on an account in ${p.expected}. The statement was not imported.`,
  },
  'amount-decimals': {
    fr: (p) => `« ${p.text} » a plus de décimales que ${p.currency}. Le relevé n’a pas été importé.`,
    en: (p) => `"${p.text}" has more decimals than ${p.currency}. The statement was not imported.`,
  },
  'date-missing': {
    fr: () => 'Une écriture n’a aucune date. Le relevé n’a pas été importé.',
    en: () => 'An entry has no date at all. The statement was not imported.',
  },
  'collection-incomplete': {
    fr: (p) =>
      `La remise ne contient pas ce qu’elle annonce (${p.stated}) mais ${p.found}. Rien n’a été importé ; exportez-la de nouveau.`,
    en: (p) =>
      `The collection does not hold what it states (${p.stated}) but ${p.found}. Nothing was imported; export it again.`,
  },
  'collection-kept': {
    fr: (p) =>
      `${p.items} prélèvement(s) de ${p.collections} remise(s) et ${p.rejects} rejet(s) retenus : ils expliqueront les crédits groupés de la banque.`,
    en: (p) =>
      `${p.items} direct debit(s) of ${p.collections} collection(s) and ${p.rejects} reject(s) kept: they will explain the bank’s batch credits.`,
  },
  'slip-kept': {
    fr: (p) =>
      `${p.items} chèque(s) de ${p.collections} remise(s) retenus : ils expliqueront les crédits de remise de la banque.`,
    en: (p) => `${p.items} cheque(s) of ${p.collections} slip(s) kept: they will explain the bank’s credits of slips.`,
  },
  'slip-account-needed': {
    fr: () =>
      'La remise de chèques ne dit pas de quel compte elle est. Rien n’a été importé ; ajoutez une colonne « compte » avec l’IBAN.',
    en: () =>
      'The cheque slip does not say whose account it is. Nothing was imported; add a column "account" with the IBAN.',
  },
  'folder-other-account': {
    fr: (p) =>
      `Le fichier est du compte ${p.account}, mais se trouvait dans le dossier du compte ${p.folder}. Rien n’a été importé ; déposez-le dans le dossier de son compte.`,
    en: (p) =>
      `The file is of account ${p.account}, but lay in the folder of account ${p.folder}. Nothing was imported; put it into the folder of its account.`,
  },
  'folder-which-company': {
    fr: (p) =>
      `Aucun compte du fichier, ou pas tous, n’est celui d’une seule des sociétés. Rien n’a été importé ; déposez-le dans le dossier de sa société : ${p.folders}.`,
    en: (p) =>
      `The accounts of the file are not those of one of the companies alone. Nothing was imported; put it into its company’s folder: ${p.folders}.`,
  },
  'inbox-unread': {
    fr: (p) =>
      `Le dossier surveillé n’a pas pu être lu (${p.what}). Rien n’y a été pris ; vérifiez-le, puis actualisez.`,
    en: (p) => `The watched folder could not be read (${p.what}). Nothing was taken from it; check it, then refresh.`,
  },
  'folder-no-account': {
    fr: (p) =>
      `Le nom du dossier ${p.folder} n’est pas un compte. Rien n’a été importé ; donnez-lui l’IBAN ou le numéro du compte.`,
    en: (p) =>
      `The name of the folder ${p.folder} is no account. Nothing was imported; name it by the account’s IBAN or number.`,
  },
  'table-unknown': {
    fr: () =>
      'Ce tableau n’a aucune ligne avec une date et un montant. Rien n’a été importé ; exportez les opérations du compte.',
    en: () => 'This table has no row with a date and an amount. Nothing was imported; export the account movements.',
  },
  'table-sheets': {
    fr: (p) =>
      `Ce classeur a ${p.count} feuilles d’opérations. Rien n’a été importé ; enregistrez chacune dans un fichier.`,
    en: (p) => `This workbook has ${p.count} sheets of movements. Nothing was imported; save each one as a file.`,
  },
  'table-mapping-needed': {
    fr: () =>
      'Ce tableau ne dit pas sûrement ce que sont ses colonnes. Rien n’a été importé ; confirmez-les une fois à l’écran Imports.',
    en: (p) =>
      `What the columns of this table are is not certain (${p.what}). Nothing was imported; confirm them once on the Imports screen.`,
  },
  'table-account-needed': {
    fr: () =>
      'Ce tableau ne dit pas de quel compte il est. Rien n’a été importé ; choisissez le compte à l’écran Imports.',
    en: () =>
      'This table does not say whose account it is. Nothing was imported; choose the account on the Imports screen.',
  },
  'table-balance-broken': {
    fr: (p) =>
      `Le solde ${p.stated} ne suit pas des lignes qui précèdent, qui font ${p.computed}. Rien n’a été importé ; exportez la période entière, sans filtre.`,
    en: (p) =>
      `The balance ${p.stated} does not follow from the rows before, which make ${p.computed}. Nothing was imported; export the whole period without a filter.`,
  },
  'statement-reversals-turned': {
    fr: (p) =>
      `La banque du compte ${p.account} inverse le signe de ses annulations : les soldes le prouvent, les lignes sont importées dans le bon sens.`,
    en: (p) =>
      `The bank of account ${p.account} turns the sign of its reversals: the balances prove it, and the lines are imported the right way.`,
  },
  'statement-line-replaced': {
    fr: (p) =>
      `La banque remplace la ligne ${p.reference} du ${p.day} (${p.amount}) par ${p.now}. La ligne importée reste ; vérifiez-la, puis écartez-la si besoin.`,
    en: (p) =>
      `The bank replaces line ${p.reference} of ${p.day} (${p.amount}) by ${p.now}. The imported line stays; check it, then set it aside if need be.`,
  },
  'statement-line-deleted': {
    fr: (p) =>
      `La banque supprime la ligne ${p.reference} du ${p.day} (${p.amount}). La ligne importée reste ; vérifiez-la, puis écartez-la.`,
    en: (p) =>
      `The bank deletes line ${p.reference} of ${p.day} (${p.amount}). The imported line stays; check it, then set it aside.`,
  },
  'statement-conflict': {
    fr: (p) =>
      `Le relevé ${p.what} du compte ${p.account} est déjà importé, avec d’autres montants. Rien n’a été remplacé. Comparez les deux (Imports précédents, Voir les lignes), puis demandez à la banque lequel fait foi.`,
    en: (p) =>
      `Statement ${p.what} of account ${p.account} is already imported, with other amounts. Nothing was replaced. Compare the two (Earlier imports, Show the lines), then ask the bank which one holds.`,
  },
  'statement-contradicted': {
    fr: (p) =>
      `Le fichier a une ligne du ${p.what} que le relevé déjà importé du compte ${p.account} n’a pas, et dont le solde est prouvé. Rien n’a été importé. Comparez les deux (Imports précédents, Voir les lignes), puis demandez à la banque lequel fait foi.`,
    en: (p) =>
      `The file has a line of ${p.what} that the statement already imported of account ${p.account} has not, and that one’s balance is proved. Nothing was imported. Compare the two (Earlier imports, Show the lines), then ask the bank which one holds.`,
  },
} satisfies Record<string, Words>;
