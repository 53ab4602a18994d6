// Faults of the database and of the data directory.
import type { Words } from './index.ts';

export const storeWords = {
  'store-unreachable': {
    fr: () => 'La base de données ne répond pas.',
    en: () => 'The database is not answering.',
  },
  'data-in-use': {
    fr: (p) =>
      `Le dossier ${p.dir} est déjà utilisé par un autre Lettrage (processus ${p.pid}${p.address}). Arrêtez-le ou choisissez un autre dossier avec --data.`,
    en: (p) =>
      `The directory ${p.dir} is already used by another Lettrage (process ${p.pid}${p.address}). Stop it or choose another directory with --data.`,
  },
  'data-newer': {
    fr: (p) =>
      `Le dossier ${p.dir} a été écrit par une version plus récente (${p.found}, connue : ${p.known}). Il n'a pas été touché ; installez cette version.`,
    en: (p) =>
      `The directory ${p.dir} was written by a newer version (${p.found}, known: ${p.known}). It was left untouched; install that version.`,
  },
  'database-binaries-missing': {
    fr: (p) => `Aucun PostgreSQL embarqué pour ${p.platform}. Donnez DATABASE_URL.`,
    en: (p) => `No embedded PostgreSQL for ${p.platform}. Set DATABASE_URL.`,
  },
  'backup-unreadable': {
    fr: (p) => `La sauvegarde est illisible : ${p.what}. Rien n'a été restauré.`,
    en: (p) => `The backup cannot be read: ${p.what}. Nothing was restored.`,
  },
} satisfies Record<string, Words>;
