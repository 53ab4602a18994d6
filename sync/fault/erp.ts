// Faults of the ERP and of what we wrote there.
import type { Words } from './index.ts';

/** Which of the ERP's locks it is, where that is known. */
const LOCKS: Readonly<Record<string, { fr: string; en: string }>> = {
  global: { fr: ' (verrouillage global)', en: ' (global lock)' },
  hard: { fr: ' (verrouillage définitif)', en: ' (hard lock)' },
  period: { fr: ' (verrouillage des non-conseillers)', en: ' (lock for non-advisers)' },
  tax: { fr: ' (verrouillage des déclarations de taxes)', en: ' (tax return lock)' },
};

/** What of an item is not as it was decided on. */
const MOVED: Readonly<Record<string, { fr: string; en: string }>> = {
  customer: { fr: 'il est au nom d’un autre client', en: 'it is another customer’s' },
  residual: { fr: 'ce qui en reste dû n’est plus le même', en: 'what is due of it is not the same' },
  company: { fr: 'il est dans une autre société', en: 'it is in another company' },
  cancelled: { fr: 'il y a été annulé', en: 'it was cancelled there' },
  deleted: { fr: 'il n’y est plus', en: 'it is not there any more' },
};

const NO_INVERSE: Readonly<Record<string, { fr: string; en: string }>> = {
  accounts: {
    fr: 'elle touche d’autres comptes que ceux de clients',
    en: 'it is on other accounts than those of customers',
  },
  customers: {
    fr: 'sa différence ne revient pas à un seul client, dans la monnaie de la société',
    en: 'its difference is not one customer’s, in the company’s currency',
  },
  'vat-on-payment': {
    fr: 'elle porte un escompte sur de la TVA sur encaissements, que l’ERP a déplacée lui-même',
    en: 'it holds a discount with VAT on payments, which the ERP moved by itself',
  },
};

export const erpWords = {
  'erp-unreachable': {
    fr: (p) => `${p.erp} ne répond pas. Les décisions sont gardées ici et envoyées dès son retour.`,
    en: (p) => `${p.erp} is not answering. Decisions are kept here and sent when it is back.`,
  },
  'erp-busy': {
    fr: (p) => `${p.erp} est occupé. L’envoi sera refait.`,
    en: (p) => `${p.erp} is busy. It will be sent again.`,
  },
  'erp-denied': {
    fr: (p) => `${p.erp} refuse l’accès : ${p.what}. Rien n’a été modifié.`,
    en: (p) => `${p.erp} denies access: ${p.what}. Nothing was changed.`,
  },
  'erp-refused': {
    fr: (p) => `${p.erp} a refusé : ${p.what}. Rien n’a été modifié.`,
    en: (p) => `${p.erp} refused: ${p.what}. Nothing was changed.`,
  },
  'erp-unexpected': {
    fr: (p) => `${p.erp} a répondu autre chose que prévu : ${p.what}. À vérifier avant de continuer.`,
    en: (p) => `${p.erp} answered something unexpected: ${p.what}. Check before going on.`,
  },
  'erp-restored': {
    fr: (p) =>
      `${p.erp} semble avoir été restauré d’une sauvegarde : ses dernières écritures ont disparu. Rien n’y est plus écrit ; vérifiez puis reprenez dans Réglages.`,
    en: (p) =>
      `${p.erp} seems to have been restored from a backup: its latest records are gone. Nothing is written there any more; check, then resume in Settings.`,
  },
  'night-late': {
    fr: (p) =>
      `La nuit prévue le ${p.due} n’a commencé que le ${p.at} : le programme ne tournait pas à l’heure prévue.`,
    en: (p) => `The night due at ${p.due} began only at ${p.at}: the program was not running at its hour.`,
  },
  'night-missed': {
    fr: (p) =>
      `La nuit prévue le ${p.due} n’a pas eu lieu : le programme ne tournait pas. Rien n’a été lu ni envoyé ; « Actualiser » la fait maintenant.`,
    en: (p) =>
      `The night due at ${p.due} did not happen: the program was not running. Nothing was read or sent; “Bring up to date” does it now.`,
  },
  'erp-key-ends': {
    fr: (p) => `La clé d’accès à ${p.erp} expire le ${p.day}. Créez-en une autre et donnez-la à LETTRAGE_ERP_KEY.`,
    en: (p) => `The key to ${p.erp} ends on ${p.day}. Make another and give it to LETTRAGE_ERP_KEY.`,
  },
  'erp-company-needed': {
    fr: (p) => `Cet utilisateur voit plusieurs sociétés de ${p.erp} (${p.what}). Donnez LETTRAGE_ERP_COMPANY.`,
    en: (p) => `This user sees several companies of ${p.erp} (${p.what}). Set LETTRAGE_ERP_COMPANY.`,
  },
  'erp-setting-missing': {
    fr: (p) => `Il manque ${p.what} pour se connecter à ${p.erp}. Rien n’a été lu.`,
    en: (p) => `${p.what} is missing to connect to ${p.erp}. Nothing was read.`,
  },
  'line-moved': {
    fr: (p) =>
      `${p.erp} a daté cette ligne du ${p.to} au lieu du ${p.from} : la période est verrouillée. Corrigez la date dans ${p.erp}.`,
    en: (p) =>
      `${p.erp} dated this line ${p.to} instead of ${p.from}: the period is locked. Correct the day in ${p.erp}.`,
  },
  'company-busy': {
    fr: () => 'Une actualisation est déjà en cours pour cette société. Rien n’a été modifié ; attendez sa fin.',
    en: () => 'This company is being brought up to date already. Nothing was changed; wait until it ends.',
  },
  'control-differs': {
    fr: (p) => `Les chiffres de contrôle ne concordent pas (${p.what}). La société reste en observation.`,
    en: (p) => `The control figures do not agree (${p.what}). The company stays in shadow mode.`,
  },
  'item-settled': {
    fr: (p) => `${p.document} est déjà réglée dans le grand livre. Rien n’a été modifié.`,
    en: (p) => `${p.document} is already settled in the ledger. Nothing was changed.`,
  },
  'item-moved': {
    fr: (p) =>
      `${p.document} a changé dans ${p.erp} depuis la décision : ${MOVED[p.what ?? '']?.fr ?? p.what}. Rien n’a été modifié ; décidez à nouveau.`,
    en: (p) =>
      `${p.document} changed in ${p.erp} since it was decided: ${MOVED[p.what ?? '']?.en ?? p.what}. Nothing was changed; decide again.`,
  },
  'item-draft': {
    fr: (p) => `${p.document} est un brouillon dans ${p.erp}. Rien n’a été modifié ; validez la pièce d’abord.`,
    en: (p) => `${p.document} is a draft in ${p.erp}. Nothing was changed; post it first.`,
  },
  'match-rival': {
    fr: (p) =>
      `Quelqu’un a lettré ${p.document} au même instant dans ${p.erp}. Notre écriture a été reprise ; décidez à nouveau.`,
    en: (p) => `Somebody matched ${p.document} in ${p.erp} at the same moment. Our entry was taken back; decide again.`,
  },
  'match-partial': {
    fr: (p) =>
      `${p.document} n’est lettrée qu’en partie dans ${p.erp}, et l’écriture n’a pas pu être reprise. À corriger dans ${p.erp}.`,
    en: (p) =>
      `${p.document} is matched only in part in ${p.erp}, and the entry could not be taken back. Correct it in ${p.erp}.`,
  },
  'vat-other-month': {
    fr: (p) =>
      `La TVA de ${p.document} serait datée de ${p.month}, alors que l’encaissement est de ${p.received}. Rien n’a été modifié ; confirmez ou attendez.`,
    en: (p) =>
      `VAT of ${p.document} would be dated in ${p.month}, but the receipt is of ${p.received}. Nothing was changed; confirm or wait.`,
  },
  'undo-leaves': {
    fr: (p) => `L’annulation laisse des écritures dans ${p.erp} : ${p.what}. Elles se compensent et ne s’effacent pas.`,
    en: (p) => `The undo leaves entries in ${p.erp}: ${p.what}. They cancel each other and are not erased.`,
  },
  'line-partly': {
    fr: (p) =>
      `${p.erp}, dans cette version, ne complète pas une ligne déjà rapprochée en partie. Rien n’a été modifié ; terminez-la dans ${p.erp}, ou annulez-y son rapprochement et refaites-le ici.`,
    en: (p) =>
      `This version of ${p.erp} completes no line that is matched in part. Nothing was changed; finish it in ${p.erp}, or undo its match there and do it here.`,
  },
  'undo-releases': {
    fr: (p) =>
      `L’annulation défait aussi, dans ${p.erp}, un rapprochement fait par ailleurs avec ${p.what}. Ces pièces redeviendront ouvertes.`,
    en: (p) =>
      `The undo also takes off, in ${p.erp}, another match, with ${p.what}. Those documents will be open again.`,
  },
  'period-locked': {
    fr: (p) =>
      p.lock === 'sealed'
        ? `L’écriture du ${p.until} est scellée (inaltérable) et ne peut plus être modifiée. Rien n’a été modifié.`
        : `La période est clôturée jusqu’au ${p.until}${LOCKS[p.lock ?? '']?.fr ?? ''}. Rien n’a été modifié.`,
    en: (p) =>
      p.lock === 'sealed'
        ? `The entry of ${p.until} is sealed and cannot be changed any more. Nothing was changed.`
        : `The period is locked until ${p.until}${LOCKS[p.lock ?? '']?.en ?? ''}. Nothing was changed.`,
  },
  'undo-no-inverse': {
    fr: (p) =>
      `Lettrage ne peut pas contre-passer cette écriture : ${NO_INVERSE[p.why ?? '']?.fr ?? ''}. Rien n’a été modifié ; passez l’écriture inverse dans ${p.erp}.`,
    en: (p) =>
      `Lettrage cannot reverse this entry: ${NO_INVERSE[p.why ?? '']?.en ?? ''}. Nothing was changed; post the inverse entry in ${p.erp}.`,
  },
} satisfies Record<string, Words>;
