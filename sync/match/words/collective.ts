// Doubts about a payer who pays for many, in words: his account says nothing of whose item it is.
import type { Sentences } from './wording.ts';

export const COLLECTIVE = {
  'collective-public': {
    fr: () => 'Comptable public : il paie pour de nombreux services',
    en: () => 'Public accountant: pays for many bodies',
  },
  'collective-factor': { fr: () => 'Factor : l’argent peut être le sien', en: () => 'Factor: the money may be his' },
  'collective-insurer': {
    fr: () => 'Assureur : il paie pour de nombreux clients',
    en: () => 'Insurer: pays for many customers',
  },
  'collective-notary': {
    fr: () => 'Étude ou mandataire : paie pour de nombreux clients',
    en: () => 'Notary or agent: pays for many customers',
  },
  'collective-provider': {
    fr: () => 'Prestataire de paiement : le virement réunit plusieurs clients',
    en: () => 'Payment provider: the transfer joins several customers',
  },
  'collective-lessor': {
    fr: () => 'Crédit-bailleur : paie pour de nombreux clients',
    en: () => 'Leasing company: pays for many customers',
  },
  'collective-agent': {
    fr: () => 'Centrale de paiement : paie pour de nombreux clients',
    en: () => 'Payment agent: pays for many customers',
  },
  'collective-several': {
    fr: () => 'Ce compte paie pour plusieurs clients',
    en: () => 'This account pays for several customers',
  },
} satisfies Sentences;
