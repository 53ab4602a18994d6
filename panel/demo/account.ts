// The demo company's accounts, journals and bank accounts: one table for the ledger, its files and its settings.
import { type BankAccount, type Company, PLAN_COMPTABLE, PLAN_DIFFERENCES } from '../../sync/model/company.ts';
import { ARMELANE, frenchIban, siren, VALMORIN } from './account-number.ts';
import type { Journal } from './ledger.ts';
import { endOfMonthAfter } from './terms.ts';

export const ACCOUNT_NAMES: Readonly<Record<string, string>> = {
  '101300': 'Capital',
  '106800': 'Autres réserves',
  '120000': "Résultat de l'exercice",
  '164000': 'Emprunts auprès des établissements de crédit',
  '215400': 'Matériel et outillage',
  '218200': 'Matériel de transport',
  '370000': 'Stocks de marchandises',
  '401000': 'Fournisseurs',
  '411000': 'Clients',
  '411700': 'Clients - retenues de garantie',
  '413000': 'Clients - effets à recevoir',
  '416000': 'Clients douteux',
  '419100': 'Clients - avances et acomptes reçus',
  '421000': 'Personnel - rémunérations dues',
  '431000': 'Sécurité sociale',
  '445510': 'TVA à décaisser',
  '445660': 'TVA déductible sur biens et services',
  '445710': 'TVA collectée 20 %',
  '445711': 'TVA collectée 10 %',
  '445712': 'TVA collectée 5,5 %',
  '455000': 'Associés - comptes courants',
  '467100': 'Factor - compte courant',
  '471000': "Compte d'attente",
  '491000': 'Dépréciation des comptes clients',
  '511200': 'Chèques à encaisser',
  '511300': "Effets à l'encaissement",
  '511400': "Effets à l'escompte",
  '511500': 'Cartes bancaires à encaisser',
  '512100': 'Banque Armelane',
  '512200': 'Crédit Valmorin',
  '512300': 'Banque Armelane - encaissements',
  '512400': 'Banque Armelane USD',
  '519100': 'Crédit de mobilisation - effets escomptés',
  '530000': 'Caisse',
  '580000': 'Virements internes',
  '607000': 'Achats de marchandises',
  '606100': 'Fournitures non stockables',
  '613200': 'Locations immobilières',
  '613500': 'Locations mobilières',
  '615000': 'Entretien et réparations',
  '616000': "Primes d'assurance",
  '622500': 'Rémunérations du factor',
  '622600': 'Honoraires',
  '624100': 'Transports sur achats',
  '625100': 'Voyages et déplacements',
  '626000': 'Frais postaux et télécommunications',
  '627000': 'Services bancaires',
  '635100': 'Impôts et taxes',
  '641000': 'Rémunérations du personnel',
  '645000': 'Charges de sécurité sociale',
  '654000': 'Pertes sur créances irrécouvrables',
  '656000': 'Pertes de change sur créances',
  '658000': 'Charges diverses de gestion courante',
  '661100': 'Intérêts des emprunts',
  '665000': 'Escomptes accordés',
  '681740': 'Dotations - dépréciation des créances',
  '695000': 'Impôts sur les bénéfices',
  '706000': 'Prestations de services',
  '707100': 'Ventes de marchandises 20 %',
  '707200': 'Ventes de marchandises 10 %',
  '707300': 'Ventes de marchandises 5,5 %',
  '707900': 'Ventes à l’exportation',
  '709700': 'Rabais, remises et ristournes accordés',
  '756000': 'Gains de change sur créances',
  '758000': 'Produits divers de gestion courante',
};

export const JOURNAL_NAMES: Readonly<Record<Journal, string>> = {
  AN: 'A nouveaux',
  VE: 'Ventes',
  AC: 'Achats',
  BQ1: 'Banque Armelane',
  BQ2: 'Crédit Valmorin',
  BQ3: 'Armelane encaissements',
  BQ4: 'Armelane USD',
  CH: 'Remises de chèques et effets',
  EF: 'Effets de commerce',
  OD: 'Opérations diverses',
  PA: 'Paie',
};

export type BankKey = 'main' | 'second' | 'collection' | 'dollar';

export type Bank = {
  readonly account: string;
  readonly name: string;
  readonly ledgerAccount: string;
  readonly journal: Journal;
  readonly currency: 'EUR' | 'USD';
  readonly bankCode: string;
  readonly branch: string;
  readonly number: string;
  /** First digit of the bank's own references of this account. */
  readonly mark: string;
};

export const BANKS: Readonly<Record<BankKey, Bank>> = {
  main: bank('Banque Armelane', '512100', 'BQ1', 'EUR', ARMELANE, '04417', '00200441709', '1'),
  second: bank('Crédit Valmorin', '512200', 'BQ2', 'EUR', VALMORIN, '02209', '0A771220931', '2'),
  collection: bank('Armelane encaissements', '512300', 'BQ3', 'EUR', ARMELANE, '04417', '00200441785', '3'),
  dollar: bank('Armelane dollars', '512400', 'BQ4', 'USD', ARMELANE, '04417', '00300118802', '4'),
};

export const BANK_KEYS = ['main', 'second', 'collection', 'dollar'] as const satisfies readonly BankKey[];

export const SIREN = siren('4218');

export const COMPANY: Company = {
  id: 'demo',
  name: 'Verdanne Distribution SAS',
  siren: SIREN,
  currency: 'EUR',
  zone: 'Europe/Paris',
  mode: 'auto',
  erp: 'fec',
  // Most customers pay thirty days, end of month; a FEC states no due day, so this is what the company computes with.
  terms: endOfMonthAfter(30),
  startDay: null,
  accounts: PLAN_COMPTABLE,
  differenceAccounts: PLAN_DIFFERENCES,
};

export function bankAccounts(): BankAccount[] {
  return BANK_KEYS.map((key) => {
    const { account, name, ledgerAccount, journal, currency } = BANKS[key];
    return { account, name, ledgerAccount, journal, currency };
  });
}

function bank(
  name: string,
  ledgerAccount: string,
  journal: Journal,
  currency: 'EUR' | 'USD',
  bankCode: string,
  branch: string,
  number: string,
  mark: string,
): Bank {
  const account = frenchIban(bankCode, branch, number);
  return { account, name, ledgerAccount, journal, currency, bankCode, branch, number, mark };
}
