// Faults of ledgers (FEC files) and their entries.
import type { Words } from './index.ts';

export const ledgerWords = {
  'fec-header': {
    fr: (p) => `La première ligne n'est pas l'en-tête d'un FEC : il manque ${p.missing}. Rien n'a été importé.`,
    en: (p) => `The first line is no FEC header: ${p.missing} missing. Nothing was imported.`,
  },
  'fec-empty': {
    fr: () => "Le FEC ne contient aucune écriture. Rien n'a été importé ; refaites l'export.",
    en: () => 'The FEC holds no entry. Nothing was imported; export it again.',
  },
  'fec-line': {
    fr: (p) => `Ligne illisible : ${p.what}. Rien n'a été importé.`,
    en: (p) => `Unreadable line: ${p.what}. Nothing was imported.`,
  },
  'fec-siren': {
    fr: (p) => `Ce FEC est celui du SIREN ${p.found}, pas de cette société (${p.expected}). Rien n'a été importé.`,
    en: (p) => `This FEC belongs to SIREN ${p.found}, not to this company (${p.expected}). Nothing was imported.`,
  },
  'entry-unbalanced': {
    fr: (p) => `L'écriture ${p.entry} ne s'équilibre pas : écart de ${p.difference}. Rien n'a été importé.`,
    en: (p) => `Entry ${p.entry} does not balance: off by ${p.difference}. Nothing was imported.`,
  },
  'entry-unbalanced-elsewhere': {
    fr: (p) =>
      `L'écriture ${p.entry} ne s'équilibre pas (${p.difference}) ; elle ne touche ni clients ni banques, le FEC est importé.`,
    en: (p) =>
      `Entry ${p.entry} does not balance (${p.difference}); it touches neither customers nor banks, the FEC is imported.`,
  },
  'ledger-unlettered': {
    fr: () =>
      'Aucune ligne de ce FEC ne porte de lettre. Tout paraît ouvert : choisissez une date à partir de laquelle commencer.',
    en: () => 'No line of this FEC carries a letter. Everything looks open: choose a day from which to start.',
  },
  'opening-undetailed': {
    fr: (p) => `Les à-nouveaux du compte ${p.account} sont sans détail (${p.amount}).`,
    en: (p) => `The opening balance of account ${p.account} has no detail (${p.amount}).`,
  },
} satisfies Record<string, Words>;
