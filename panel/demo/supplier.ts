// Whom the demo company pays besides its customers' refunds: invented suppliers, wages, taxes, loans, fees.

import type { BankKey } from './account.ts';
import { frenchIban, VALMORIN } from './account-number.ts';
import { bankText } from './bank-text.ts';
import type { Auxiliary } from './ledger.ts';

export type Supplier = Auxiliary & {
  readonly bankName: string;
  readonly iban: string;
  /** Expense account, VAT rate in basis points, day of month of the invoice. */
  readonly expense: string;
  readonly vat: number;
  readonly day: number;
  /** A share of the month's sales in basis points, or a fixed amount before VAT in cents. */
  readonly share?: number;
  readonly fixed?: number;
  /** Days until it is paid, and by whose initiative. */
  readonly after: number;
  readonly by: 'paid' | 'debited';
};

const ROWS: readonly Omit<Supplier, 'code' | 'bankName' | 'iban'>[] = [
  { name: 'Cafés Torrevel SAS', expense: '607000', vat: 550, day: 4, share: 960, after: 45, by: 'paid' },
  { name: 'Porcelaines de Roquevielle', expense: '607000', vat: 2000, day: 6, share: 1120, after: 60, by: 'paid' },
  { name: 'Verreries du Val Lorane', expense: '607000', vat: 2000, day: 8, share: 750, after: 45, by: 'paid' },
  { name: 'Linges Castelnoux SA', expense: '607000', vat: 2000, day: 9, share: 900, after: 45, by: 'paid' },
  { name: 'Chimie Hérivault', expense: '607000', vat: 2000, day: 11, share: 540, after: 30, by: 'paid' },
  { name: 'Inox Valdromey Industrie', expense: '607000', vat: 2000, day: 13, share: 1250, after: 60, by: 'paid' },
  { name: 'Confitures Doucerain', expense: '607000', vat: 550, day: 15, share: 380, after: 30, by: 'paid' },
  { name: 'Pépinières Aubrespin', expense: '607000', vat: 1000, day: 17, share: 250, after: 30, by: 'paid' },
  { name: 'Ouates et Papiers Kervazec', expense: '607000', vat: 2000, day: 20, share: 650, after: 45, by: 'paid' },
  {
    name: 'Cartonnages Brivazac SAS',
    expense: '607000',
    vat: 2000,
    day: 22,
    fixed: 284_000,
    after: 45,
    by: 'paid',
  },
  {
    name: 'Transports Tardivon SARL',
    expense: '624100',
    vat: 2000,
    day: 26,
    fixed: 412_500,
    after: 30,
    by: 'paid',
  },
  {
    name: 'Immobilière des Trois Ponts',
    expense: '613200',
    vat: 2000,
    day: 1,
    fixed: 540_000,
    after: 4,
    by: 'debited',
  },
  { name: 'Électrons du Midi', expense: '606100', vat: 2000, day: 12, fixed: 138_240, after: 14, by: 'debited' },
  { name: 'Réseau Pontalve Télécom', expense: '626000', vat: 2000, day: 5, fixed: 41_890, after: 12, by: 'debited' },
  { name: 'Bailorane Location', expense: '613500', vat: 2000, day: 2, fixed: 97_600, after: 8, by: 'debited' },
  { name: 'Assurances Monterval', expense: '616000', vat: 0, day: 3, fixed: 61_245, after: 7, by: 'debited' },
  {
    name: 'Cabinet Souvestrel Expertise',
    expense: '622600',
    vat: 2000,
    day: 18,
    fixed: 120_000,
    after: 30,
    by: 'paid',
  },
  { name: 'Propreté Ombrevel', expense: '615000', vat: 2000, day: 24, fixed: 46_500, after: 30, by: 'paid' },
  { name: 'Carburants Dorvilliers', expense: '625100', vat: 2000, day: 25, fixed: 88_730, after: 10, by: 'debited' },
];

export const SUPPLIERS: readonly Supplier[] = ROWS.map((row, i) => ({
  ...row,
  code: `F${String(201 + i * 3)}`,
  bankName: bankText(row.name),
  iban: frenchIban(VALMORIN, '01203', `0S${String(100_000_000 + i * 7_919_113)}`),
}));

/** Net pay in cents by payroll number: banks' files carry names, the demo's do not. */
export const WAGES: readonly { number: string; netMinor: number }[] = [
  { number: '0401', netMinor: 348_215 },
  { number: '0402', netMinor: 264_077 },
  { number: '0404', netMinor: 231_540 },
  { number: '0407', netMinor: 219_866 },
  { number: '0409', netMinor: 204_712 },
  { number: '0411', netMinor: 198_350 },
  { number: '0412', netMinor: 187_421 },
  { number: '0415', netMinor: 179_908 },
  { number: '0416', netMinor: 174_632 },
  { number: '0418', netMinor: 171_189 },
];

export type Charge = {
  scenario: string;
  bank: BankKey;
  kind: 'debited' | 'loan' | 'fees';
  name: string | null;
  day: number;
  /** Only in these months, 1 to 12; absent: in every month. */
  months?: readonly number[];
  text: string;
  /** Cents against the bank, by account; the sum leaves the bank. */
  contra: Readonly<Record<string, number>>;
  /** The bookkeeper enters it when the schedule says so, before the statement comes. */
  byHand?: true;
};

/** What leaves every month without an invoice. */
export const CHARGES: readonly Charge[] = [
  {
    scenario: 'loan',
    bank: 'main',
    kind: 'loan',
    name: null,
    day: 5,
    text: 'ECHEANCE PRET 00047712',
    contra: { '164000': 161_280, '661100': 23_455 },
    byHand: true,
  },
  {
    scenario: 'social charges',
    bank: 'main',
    kind: 'debited',
    name: 'URSSAF',
    day: 15,
    text: 'COTISATIONS MENSUELLES',
    contra: { '431000': 1_064_300 },
  },
  {
    scenario: 'corporate tax',
    bank: 'main',
    kind: 'debited',
    name: 'DGFIP',
    day: 15,
    months: [3, 6, 9, 12],
    text: 'ACOMPTE IS',
    contra: { '695000': 2_150_000 },
  },
  {
    scenario: 'bank fees',
    bank: 'main',
    kind: 'fees',
    name: null,
    day: 28,
    text: 'FRAIS DE TENUE DE COMPTE',
    contra: { '627000': 4_250 },
  },
  {
    scenario: 'bank fees',
    bank: 'main',
    kind: 'fees',
    name: null,
    day: 29,
    text: 'COM MOUVEMENT',
    contra: { '627000': 11_837 },
  },
  {
    scenario: 'bank fees',
    bank: 'second',
    kind: 'fees',
    name: null,
    day: 28,
    text: 'ARRETE DE COMPTE FRAIS',
    contra: { '627000': 3_900 },
  },
  {
    scenario: 'bank fees',
    bank: 'collection',
    kind: 'fees',
    name: null,
    day: 28,
    text: 'FRAIS REMISES ET PRELEVEMENTS',
    contra: { '627000': 2_685 },
  },
  {
    scenario: 'bank fees',
    bank: 'dollar',
    kind: 'fees',
    name: null,
    day: 28,
    text: 'FRAIS COMPTE DEVISE',
    contra: { '627000': 1_800 },
  },
];
