// Faults of bank files.
import type { Words } from './index.ts';

export const bankWords = {
  'file-unknown': {
    fr: () =>
      "Format non reconnu : ce fichier n'est ni un relevé CAMT, OFX, MT940 ou CFONB, ni un FEC. Rien n'a été importé.",
    en: () => 'Unknown format: neither a CAMT, OFX, MT940 or CFONB statement nor a FEC ledger. Nothing was imported.',
  },
  'file-empty': {
    fr: () => "Le fichier est vide. Rien n'a été importé ; téléchargez-le de nouveau.",
    en: () => 'The file is empty. Nothing was imported; download it again.',
  },
  'file-too-large': {
    fr: (p) => `Le fichier dépasse la limite de ${p.limit}. Rien n'a été importé ; demandez une période plus courte.`,
    en: (p) => `The file exceeds the limit of ${p.limit}. Nothing was imported; ask for a shorter period.`,
  },
  'file-too-slow': {
    fr: (p) => `La lecture a dépassé ${p.seconds} s. Rien n'a été importé ; demandez une période plus courte.`,
    en: (p) => `Reading took more than ${p.seconds} s. Nothing was imported; ask for a shorter period.`,
  },
  'file-truncated': {
    fr: (p) =>
      `Le fichier semble coupé pendant le téléchargement : ${p.what}. Rien n'a été importé ; téléchargez-le de nouveau.`,
    en: (p) => `The file looks cut off: ${p.what}. Nothing was imported; download it again.`,
  },
  'file-malformed': {
    fr: (p) => `Le fichier est mal formé : ${p.what}. Rien n'a été importé.`,
    en: (p) => `The file is malformed: ${p.what}. Nothing was imported.`,
  },
  'file-hostile': {
    fr: (p) => `Le fichier contient ce qu'un relevé ne contient jamais (${p.what}). Il a été refusé.`,
    en: (p) => `The file contains what a statement never contains (${p.what}). It was refused.`,
  },
  'file-encoding': {
    fr: (p) => `Le texte du fichier n'est pas en ${p.encoding} comme il l'annonce. Rien n'a été importé.`,
    en: (p) => `The file's text is not ${p.encoding} as it declares. Nothing was imported.`,
  },
  'amount-unreadable': {
    fr: (p) => `« ${p.text} » n'est pas un montant. Rien n'a été importé.`,
    en: (p) => `"${p.text}" is not an amount. Nothing was imported.`,
  },
  'date-unreadable': {
    fr: (p) => `« ${p.text} » n'est pas une date. Rien n'a été importé.`,
    en: (p) => `"${p.text}" is not a date. Nothing was imported.`,
  },
  'bank-says': {
    fr: (p) => `La banque a répondu par une erreur au lieu d'un relevé : ${p.text}. Redemandez le fichier.`,
    en: (p) => `The bank answered with an error instead of a statement: ${p.text}. Ask for the file again.`,
  },
  'statement-unbalanced': {
    fr: (p) =>
      `Le solde final ne correspond pas : rien n'a été importé. Ouverture ${p.opening} + lignes ${p.lines} = ${p.computed}, or le fichier annonce ${p.closing}.`,
    en: (p) =>
      `The closing balance does not match: nothing was imported. Opening ${p.opening} + lines ${p.lines} = ${p.computed}, but the file states ${p.closing}.`,
  },
  'statement-account-unknown': {
    fr: (p) =>
      `Le compte ${p.account} n'est pas un compte de cette société. Rien n'a été importé ; ajoutez-le dans les réglages s'il l'est.`,
    en: (p) =>
      `Account ${p.account} is not an account of this company. Nothing was imported; add it in the settings if it is.`,
  },
  'statement-conflict': {
    fr: (p) =>
      `Ce relevé a déjà été importé avec d'autres lignes (${p.what}). Rien n'a été remplacé ; comparez les deux.`,
    en: (p) =>
      `This statement was already imported with other lines (${p.what}). Nothing was replaced; compare the two.`,
  },
} satisfies Record<string, Words>;
