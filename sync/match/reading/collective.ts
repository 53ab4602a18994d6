// Payers who pay many unrelated customers' invoices: their account and name identify nobody.
import { plain, squash } from '../squash.ts';
import type { Collective } from './reading.ts';

/** Data, not logic: words of names by kind of payer. Extended per company by `Memory.multiDebtorAccounts`. */
const NAMES: readonly [Collective, RegExp][] = [
  ['factor', /\b(?:FACTORS|AFFACTURAGE|CGA|BIBBY|FACTO|FACTOFRANCE|COFACREDIT)\b|FACTOR(?:ING)?\b/],
  [
    'public',
    /\b(?:TRESOR PUBLIC|TRESORERIE|DGFIP|DRFIP|DDFIP|SGC|PAIERIE|DIRECTION (?:GENERALE|REGIONALE|DEPARTEMENTALE) DES FINANCES|AGENT COMPTABLE|AGENCE COMPTABLE|REGIE D AVANCES)\b/,
  ],
  [
    'notary',
    /\b(?:NOTAIRES?|OFFICE NOTARIAL|NOTARIS(?:SEN)?|NOTARE?|NOTARIAT|NOTAIO|NOTARIA|NOTARIO|SCP NOT|CARPA|HUISSIERS?|COMMISSAIRES? DE JUSTICE|AVOCATS?|MANDATAIRE JUDICIAIRE|ADMINISTRATEUR JUDICIAIRE)\b/,
  ],
  [
    'insurer',
    /\b(?:ASSURANCES?|MUTUELLE|MAIF|MACIF|MAAF|GMF|AXA|ALLIANZ|GROUPAMA|GENERALI|COFACE|EULER HERMES|ATRADIUS|CPAM|CARSAT|AG2R|MALAKOFF)\b/,
  ],
  [
    'provider',
    /\b(?:STRIPE|PAYPAL|WORLDLINE|ADYEN|SUMUP|MOLLIE|PAYPLUG|PAYZEN|LYRA|INGENICO|CHECKOUT|GOCARDLESS|ALMA|KLARNA|AMAZON PAYMENTS?|CDISCOUNT|MANGOPAY|LEMONWAY|STANCER|VIVA WALLET|NEXI|MONEXT|SOGECOMMERCE|AMERICAN EXPRESS)\b/,
  ],
  ['lessor', /\b(?:CREDIT BAIL|LEASING|LOCATION FINANCIERE|GRENKE|LIXXBAIL|LOCAM|BAIL ACTEA|SIEMENS FINANCIAL)\b/],
  [
    'agent',
    /\b(?:PAYMENT SERVICES|TREASURY CENTER|TREASURY CENTRE|IN HOUSE BANK|CASH POOL|CENTRALE DE PAIEMENT|SERVICE COMPTABLE MUTUALISE)\b/,
  ],
];

/** All of them at once: most payers are none. */
const ANY = new RegExp(NAMES.map(([, pattern]) => pattern.source).join('|'));

/** French accounts at the bank code of public accountants (Banque de France, RIB 30001). */
const PUBLIC_ACCOUNTANT = /^FR\d{2}30001/;

/** The kind of multi-debtor payer, or null. `known` are accounts of which the company says so, squashed. */
export function collectiveOf(
  name: string | null,
  account: string | null,
  known: ReadonlySet<string>,
): Collective | null {
  const iban = account === null ? '' : squash(account);
  if (PUBLIC_ACCOUNTANT.test(iban)) return 'public';
  if (name !== null) {
    const text = plain(name);
    if (ANY.test(text)) for (const [kind, pattern] of NAMES) if (pattern.test(text)) return kind;
  }
  return iban !== '' && known.has(iban) ? 'several' : null;
}
