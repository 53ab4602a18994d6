// Faults of entering from the ERP's page: the hand-over token, the pairing behind it, the company it is for.
import type { Words } from './index.ts';

export const sessionWords = {
  unpaired: {
    fr: () =>
      'Lettrage n’est pas relié à un ERP : aucune page ne peut l’ouvrir dans son cadre. Reliez-le dans Réglages.',
    en: () => 'Lettrage is not paired with an ERP: no page may open it in a frame. Pair it in Settings.',
  },
  'pairing-code-refused': {
    fr: (p) =>
      `${p.erp} refuse ce code : il a servi, il a plus de dix minutes, ou il est mal recopié. Rien n’est relié ; affichez-en un autre dans ${p.erp}.`,
    en: (p) =>
      `${p.erp} refuses this code: it was used, is older than ten minutes, or was copied wrongly. Nothing is paired; show another in ${p.erp}.`,
  },
  'addon-missing': {
    fr: (p) =>
      `Le module Lettrage ne répond pas à ${p.url}. Rien n’est relié ; installez-le dans ${p.erp}, et nommez la base si cette adresse en sert plusieurs.`,
    en: (p) =>
      `The module Lettrage does not answer at ${p.url}. Nothing is paired; install it in ${p.erp}, and name the database if this address serves several.`,
  },
  'pairing-by-hand': {
    fr: () =>
      'L’ERP est donné par la configuration du programme (LETTRAGE_ERP_…). Rien n’a été modifié ; changez-la ou retirez-la d’abord.',
    en: () =>
      'The ERP is given by the program’s configuration (LETTRAGE_ERP_…). Nothing was changed; change it or take it away first.',
  },
  'hand-over-invalid': {
    fr: () => 'Ce jeton ne vient pas de l’ERP relié. La session n’est pas ouverte ; rouvrez Lettrage depuis son menu.',
    en: () => 'This token does not come from the paired ERP. No session was opened; open Lettrage from its menu again.',
  },
  'hand-over-expired': {
    fr: () =>
      'Ce jeton a plus de cinq minutes, ou les horloges des deux serveurs diffèrent. La session n’est pas ouverte ; rouvrez Lettrage depuis son menu.',
    en: () =>
      'This token is older than five minutes, or the clocks of both servers differ. No session was opened; open Lettrage from its menu again.',
  },
  'hand-over-used': {
    fr: () => 'Ce jeton a déjà servi. La session n’est pas ouverte ; rouvrez Lettrage depuis son menu.',
    en: () => 'This token was used already. No session was opened; open Lettrage from its menu again.',
  },
  'hand-over-elsewhere': {
    fr: () => 'Ce jeton est destiné à un autre Lettrage. La session n’est pas ouverte ; reliez l’ERP à celui-ci.',
    en: () => 'This token is meant for another Lettrage. No session was opened; pair the ERP with this one.',
  },
  'company-elsewhere': {
    fr: (p) =>
      `La société n° ${p.company} de l’ERP n’est pas suivie par Lettrage. Choisissez-en une autre dans le sélecteur de sociétés, ou faites-la ajouter.`,
    en: (p) =>
      `Company ${p.company} of the ERP is not kept by Lettrage. Choose another in the company switcher, or have it added.`,
  },
  'company-foreign': {
    fr: () => 'Cette société n’est pas parmi celles de votre session. Rien n’a été lu ni modifié.',
    en: () => 'This company is not among those of your session. Nothing was read or changed.',
  },
  'sign-in-refused': {
    fr: (p) =>
      `${p.erp} ne reconnaît pas ce nom ou ce mot de passe. La session n’est pas ouverte ; avec la double authentification, donnez une clé API au lieu du mot de passe.`,
    en: (p) =>
      `${p.erp} does not know this name or password. No session was opened; with two-factor sign-in, give an API key instead of the password.`,
  },
  'sign-in-too-often': {
    fr: (p) => `Trop d’essais. La session n’est pas ouverte ; réessayez dans ${p.minutes} min.`,
    en: (p) => `Too many tries. No session was opened; try again in ${p.minutes} min.`,
  },
  'role-missing': {
    fr: (p) =>
      `Vous n’avez aucun droit en comptabilité dans ${p.erp}. La session n’est pas ouverte ; voyez son administrateur.`,
    en: (p) => `You have no rights in accounting in ${p.erp}. No session was opened; see its administrator.`,
  },
  'user-revoked': {
    fr: () => 'L’ERP a retiré votre accès. Rien n’a été lu ni modifié ; voyez son administrateur.',
    en: () => 'The ERP took your access away. Nothing was read or changed; see its administrator.',
  },
} satisfies Record<string, Words>;
