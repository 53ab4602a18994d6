// Faults of earned trust, of what is remembered, and of the company's rules.
import type { Words } from './index.ts';

export const trustWords = {
  'class-unknown': {
    fr: () => 'Cette classe de certitude n’existe pas ou plus. Rien n’a été modifié.',
    en: () => 'This class of certainty does not exist, or no longer. Nothing was changed.',
  },
  'class-unproven': {
    fr: (p) =>
      `Cette classe n’est pas encore prouvée (${p.seen} cas vus, ${p.wrong} annulés ou corrigés). Continuez à valider ses propositions une par une.`,
    en: (p) =>
      `This class is not proven yet (${p.seen} cases seen, ${p.wrong} undone or corrected). Go on confirming its proposals one by one.`,
  },
  'class-stood-down': {
    fr: (p) =>
      `Cette classe est suspendue après une erreur : ${p.confirmed} propositions validées depuis, il en faut ${p.needed}. Validez les prochaines une par une.`,
    en: (p) =>
      `This class stands down after an error: ${p.confirmed} proposals confirmed since, ${p.needed} are needed. Confirm the next ones one by one.`,
  },
  'nothing-to-confirm': {
    fr: () => 'Cette ligne n’a pas été rapprochée automatiquement, ou plus : il n’y a rien à confirmer.',
    en: () => 'This line was not matched automatically, or no longer: there is nothing to confirm.',
  },
  'tolerance-too-high': {
    fr: (p) => `La tolérance est de ${p.max} par ligne au plus. Rien n’a été modifié.`,
    en: (p) => `The tolerance is ${p.max} a line at most. Nothing was changed.`,
  },
  'rule-unknown': {
    fr: () => 'Cette règle n’existe pas ou plus.',
    en: () => 'This rule does not exist, or no longer.',
  },
  'rule-too-wide': {
    fr: () =>
      'La règle vise trop de lignes : donnez un compte de contrepartie, ou un mot du libellé d’au moins trois lettres.',
    en: () => 'The rule aims at too many lines: give a counterparty account, or a word of the label of three letters.',
  },
  'rule-untried': {
    fr: () => 'Cette règle n’a pas encore été essayée. Essayez-la sur les 90 derniers jours, puis activez-la.',
    en: () => 'This rule was not tried yet. Try it on the last 90 days, then switch it on.',
  },
  'agreement-twice': {
    fr: () =>
      'Un accord entre ce client et ce fournisseur est déjà en vigueur. Terminez-le avant d’en saisir un autre.',
    en: () => 'An agreement between this customer and this supplier is in force. End it before you enter another.',
  },
  'agreement-unknown': {
    fr: () => 'Cet accord n’existe pas, ou il est terminé. Rechargez la page.',
    en: () => 'This agreement does not exist, or has ended. Load the page again.',
  },
  'memory-unknown': {
    fr: () => 'Il n’y a rien de tel en mémoire. Rien n’a été modifié.',
    en: () => 'Nothing like it is remembered. Nothing was changed.',
  },
} satisfies Record<string, Words>;
