// The words of "Litiges et réclamations".
import { s } from './plural.ts';

export const claim = {
  claims: {
    title: 'Litiges et réclamations',
    open: (n: number, amount: string) => `${n} ouverte${s(n)}, ${amount}`,
    none: 'Aucune réclamation.',
    noneNext: 'Sur une ligne payée en moins : Q, puis Contesté ou Escompte indu. La pièce reste due et paraît ici.',
    since: 'Depuis',
    what: 'Motif',
    amount: 'Réclamé',
    act: 'Clore',
    accepted: 'Client dans son droit',
    dropped: 'Abandonner',
    reopen: 'Rouvrir',
    saved: 'Réclamation mise à jour',
    idle: 'Une réclamation se ferme seule quand la pièce est réglée. L’avoir ou la perte se passe en comptabilité.',
    state: { settled: 'réglée', gone: 'annulée' },
  },
};
