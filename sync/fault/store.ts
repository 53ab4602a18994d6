// Faults of the database and of the data directory.
import type { Words } from './index.ts';

export const storeWords = {
  'store-unreachable': {
    fr: () => 'La base de données ne répond pas.',
    en: () => 'The database is not answering.',
  },
  'store-busy': {
    fr: () =>
      'La base de données est occupée par une autre opération. Rien n’a été modifié ; l’opération sera refaite.',
    en: () => 'The database is busy with another operation. Nothing was changed; it will be tried again.',
  },
  'store-full': {
    fr: () => 'Le disque de la base de données est plein. Rien n’a été modifié ; libérez de la place.',
    en: () => 'The disk of the database is full. Nothing was changed; free some space.',
  },
  'data-other-major': {
    fr: (p) =>
      `Le dossier ${p.dir} vient de PostgreSQL ${p.found}, ce programme apporte PostgreSQL ${p.known}. Il n’a pas été touché ; sauvegardez-le avec l’ancienne version, puis restaurez ici.`,
    en: (p) =>
      `The directory ${p.dir} comes from PostgreSQL ${p.found}, this program brings PostgreSQL ${p.known}. It was left untouched; back it up with the old version, then restore here.`,
  },
  'database-role-missing': {
    fr: (p) =>
      `La base de données n’a pas le rôle ${p.role} et ce compte ne peut pas le créer. Rien n’a été modifié ; faites exécuter ceci par son administrateur (${p.sql}).`,
    en: (p) =>
      `The database has no role ${p.role} and this login may not create it. Nothing was changed; let its administrator run this (${p.sql}).`,
  },
  'database-too-old': {
    fr: (p) => `Cette base de données est PostgreSQL ${p.found} ; il faut la version ${p.known} ou plus récente.`,
    en: (p) => `This database is PostgreSQL ${p.found}; version ${p.known} or later is needed.`,
  },
  'data-in-use': {
    fr: (p) =>
      `Le dossier ${p.dir} est déjà utilisé par un autre Lettrage (processus ${p.pid}${p.address}). Arrêtez-le ou choisissez un autre dossier avec --data.`,
    en: (p) =>
      `The directory ${p.dir} is already used by another Lettrage (process ${p.pid}${p.address}). Stop it or choose another directory with --data.`,
  },
  'data-in-use-older': {
    fr: (p) =>
      `Un Lettrage d’une version plus ancienne (${p.found}, ici : ${p.known}) travaille sur ces données. Rien n’a été écrit ; arrêtez-le, puis recommencez.`,
    en: (p) =>
      `A Lettrage of an older version (${p.found}, here: ${p.known}) works on these data. Nothing was written; stop it, then try again.`,
  },
  'data-denied': {
    fr: (p) =>
      `Le dossier ${p.dir} appartient à un autre utilisateur ou n’est pas accessible en écriture. Rien n’a été modifié ; choisissez un autre dossier avec --data.`,
    en: (p) =>
      `The directory ${p.dir} belongs to another user or cannot be written. Nothing was changed; choose another directory with --data.`,
  },
  'data-newer': {
    fr: (p) =>
      `Le dossier ${p.dir} a été écrit par une version plus récente (${p.found}, connue : ${p.known}). Il n’a pas été touché ; installez cette version.`,
    en: (p) =>
      `The directory ${p.dir} was written by a newer version (${p.found}, known: ${p.known}). It was left untouched; install that version.`,
  },
  'database-binaries-missing': {
    fr: (p) => `Aucun PostgreSQL embarqué pour ${p.platform}. Donnez DATABASE_URL.`,
    en: (p) => `No embedded PostgreSQL for ${p.platform}. Set DATABASE_URL.`,
  },
  'backup-unwritable': {
    fr: (p) =>
      `La sauvegarde n’a pas pu être écrite : ${p.what}. Aucun fichier n’est gardé ; choisissez un autre endroit.`,
    en: (p) => `The backup could not be written: ${p.what}. No file is kept; choose another place.`,
  },
  'backup-newer': {
    fr: (p) =>
      `La sauvegarde vient d’une version plus récente (${p.found}, connue : ${p.known}). Rien n’a été restauré ; installez cette version.`,
    en: (p) =>
      `The backup comes from a newer version (${p.found}, known: ${p.known}). Nothing was restored; install that version.`,
  },
  'restore-not-empty': {
    fr: (p) =>
      `La base contient déjà des données (sociétés : ${p.companies}). Rien n’a été restauré ; choisissez un dossier vide avec --data ou une base vide.`,
    en: (p) =>
      `The database already holds data (companies: ${p.companies}). Nothing was restored; choose an empty directory with --data or an empty database.`,
  },
  'backup-unreadable': {
    fr: (p) => `La sauvegarde est illisible : ${p.what}. Rien n’a été restauré.`,
    en: (p) => `The backup cannot be read: ${p.what}. Nothing was restored.`,
  },
} satisfies Record<string, Words>;
