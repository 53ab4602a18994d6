// Faults of a decision or of a request at the desk.
import type { Words } from './index.ts';

export const deskWords = {
  'line-decided': {
    fr: (p) => `Cette ligne a été traitée entre-temps (${p.what}). Rien n'a été modifié.`,
    en: (p) => `This line was decided meanwhile (${p.what}). Nothing was changed.`,
  },
  'line-unknown': {
    fr: () => "Cette ligne n'existe pas ou plus.",
    en: () => 'This line does not exist, or no longer.',
  },
  'too-much': {
    fr: (p) => `Dépasse le reste dû de ${p.amount}.`,
    en: (p) => `Exceeds the amount due by ${p.amount}.`,
  },
  'sum-open': {
    fr: (p) => `Affecté, écart et reste ne font pas le montant reçu : il manque ${p.amount}.`,
    en: (p) => `Allocated, difference and rest do not make the amount received: ${p.amount} missing.`,
  },
  'letters-unbalanced': {
    fr: (p) => `Débits et crédits ne sont pas égaux : écart de ${p.amount}. Rien n'a été lettré.`,
    en: (p) => `Debits and credits are not equal: off by ${p.amount}. Nothing was matched.`,
  },
  'letters-mixed': {
    fr: () => "Un lettrage joint des lignes d'un seul compte et d'un seul client. Rien n'a été lettré.",
    en: () => 'A match joins lines of one account and one customer. Nothing was matched.',
  },
  'nothing-to-undo': {
    fr: () => "Il n'y a rien à annuler.",
    en: () => 'There is nothing to undo.',
  },
  'not-allowed': {
    fr: (p) => `Votre rôle ne permet pas cette action (${p.role} requis).`,
    en: (p) => `Your role does not allow this (${p.role} required).`,
  },
  'session-missing': {
    fr: () => "La session n'est pas ouverte. Rouvrez Lettrage avec l'adresse affichée au démarrage.",
    en: () => 'No open session. Open Lettrage again with the address shown at start.',
  },
  'origin-refused': {
    fr: () => "Cette demande vient d'une autre page. Elle a été refusée.",
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
    fr: () => "Cette page n'existe pas.",
    en: () => 'No such page.',
  },
  internal: {
    fr: (p) => `Erreur interne (${p.request}). Rien n'a été modifié.`,
    en: (p) => `Internal error (${p.request}). Nothing was changed.`,
  },
} satisfies Record<string, Words>;
