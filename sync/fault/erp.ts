// Faults of the ERP and of what we wrote there.
import type { Words } from './index.ts';

export const erpWords = {
  'erp-unreachable': {
    fr: (p) => `${p.erp} ne répond pas. Les décisions sont gardées ici et envoyées dès son retour.`,
    en: (p) => `${p.erp} is not answering. Decisions are kept here and sent when it is back.`,
  },
  'erp-busy': {
    fr: (p) => `${p.erp} est occupé. L'envoi sera refait.`,
    en: (p) => `${p.erp} is busy. It will be sent again.`,
  },
  'erp-denied': {
    fr: (p) => `${p.erp} refuse l'accès : ${p.what}. Rien n'a été modifié.`,
    en: (p) => `${p.erp} denies access: ${p.what}. Nothing was changed.`,
  },
  'erp-refused': {
    fr: (p) => `${p.erp} a refusé : ${p.what}. Rien n'a été modifié.`,
    en: (p) => `${p.erp} refused: ${p.what}. Nothing was changed.`,
  },
  'erp-unexpected': {
    fr: (p) => `${p.erp} a répondu autre chose que prévu : ${p.what}. À vérifier avant de continuer.`,
    en: (p) => `${p.erp} answered something unexpected: ${p.what}. Check before going on.`,
  },
  'item-settled': {
    fr: (p) => `${p.document} est déjà réglée dans le grand livre. Rien n'a été modifié.`,
    en: (p) => `${p.document} is already settled in the ledger. Nothing was changed.`,
  },
  'period-locked': {
    fr: (p) => `La période est clôturée jusqu'au ${p.until}. Rien n'a été modifié.`,
    en: (p) => `The period is locked until ${p.until}. Nothing was changed.`,
  },
} satisfies Record<string, Words>;
