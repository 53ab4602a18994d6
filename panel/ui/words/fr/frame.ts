// The words around every screen: actions, tabs, sessions, modes, faults.
import { s } from './plural.ts';

export const frame = {
  act: {
    accept: 'Accepter',
    reject: 'Rejeter…',
    later: 'Plus tard…',
    search: 'Chercher',
    closeSearch: 'Fermer la recherche',
    more: 'Autres actions',
    flag: 'À faire vérifier',
    setAside: 'Pas un encaissement client…',
    nature: 'Autre nature…',
    reasons: 'Tout le raisonnement',
    undo: 'Annuler',
    undoDecision: 'Annuler cette décision',
    review: 'Revoir',
    retry: 'Réessayer',
    close: 'Fermer',
    confirm: 'Valider',
    calendar: 'Calendrier',
  },
  keys: { escape: 'Échap', home: 'Début', end: 'Fin' },
  screen: {
    queue: 'À rapprocher',
    accounts: 'Comptes à lettrer',
    aging: 'Balance âgée',
    customer: 'Client',
    reports: 'États',
    claims: 'Litiges',
    history: 'Historique',
    imports: 'Imports',
    settings: 'Réglages',
    help: 'Raccourcis',
  },
  shell: {
    demo: 'démonstration',
    dark: 'Thème sombre',
    light: 'Thème clair',
    away: 'Lettrage ne répond pas.',
    awayNext: "Vérifiez que le programme tourne encore, puis réessayez. Rien de ce qui a été confirmé n'est perdu.",
    closed: "La session n'est pas ouverte.",
    closedNext: "Rouvrez Lettrage avec l'adresse complète affichée au démarrage du programme.",
    stalled: (n: number) =>
      `Lettrage ne répond pas. ${n} décision${s(n)} gardée${s(n)} ici, envoyée${s(n)} dès son retour. Ne fermez pas cette page.`,
  },
  mode: {
    shadow: 'observe',
    suggest: 'propose',
    auto: 'agit sur preuve',
    hint: {
      shadow: "Rien n'est écrit dans la comptabilité.",
      suggest: 'Chaque rapprochement est accepté par une personne.',
      auto: 'Les classes de certitude prouvées sont rapprochées la nuit ; tout reste annulable.',
    },
  },
  state: {
    loading: 'Chargement…',
    open: 'à traiter',
    settled: 'rapprochée',
    later: 'en attente',
    'set-aside': 'mise de côté',
  },
  fault: {
    noAnswer: 'Lettrage ne répond pas.',
    request: (id: string) => `Référence ${id}`,
  },
};
