// The customers and payers that situations call by name. All are invented, and so are their accounts.
import type { Terms } from '../../sync/model/company.ts';
import type { BankKey } from './account.ts';
import { frenchIban, PUBLIC_TREASURY, VALMORIN } from './account-number.ts';
import type { Habit, Medium } from './customer.ts';
import { daysAfter } from './terms.ts';

type Role = {
  /** How situations call this customer. */
  name: string;
  title: string;
  part:
    | 'public'
    | 'central'
    | 'group'
    | 'homonym'
    | 'twin'
    | 'insolvent'
    | 'supplier'
    | 'works'
    | 'dollar'
    | 'abroad'
    | 'factored'
    | 'insured'
    | 'bill'
    | 'shared'
    | 'hotel';
  town?: string;
  country?: string;
  account?: string;
  terms?: Terms;
  habit?: Habit;
  medium?: Medium;
  bank?: BankKey;
  weight?: number;
  code?: string;
};

/** Two public accountants: each pays for every public body of its district, so that the account names no customer. */
const DISTRICT_NORTH = frenchIban(PUBLIC_TREASURY, '00999', '0000Z999001');
const DISTRICT_SOUTH = frenchIban(PUBLIC_TREASURY, '00999', '0000Z999002');
const PUBLIC_TERMS = daysAfter(30);
const SIXTY = daysAfter(60);

const ROWS = [
  {
    name: 'aubrac',
    title: 'Commune de Saint-Aubrac',
    part: 'public',
    account: DISTRICT_NORTH,
    terms: PUBLIC_TERMS,
    weight: 1500,
  },
  {
    name: 'brizance',
    title: 'Commune de Brizance-le-Vieux',
    part: 'public',
    account: DISTRICT_NORTH,
    terms: PUBLIC_TERMS,
    weight: 900,
  },
  {
    name: 'orlise',
    title: "Centre hospitalier du Val d'Orlise",
    part: 'public',
    account: DISTRICT_SOUTH,
    terms: PUBLIC_TERMS,
    weight: 3000,
  },
  {
    name: 'lycee',
    title: 'Lycée hôtelier des Rives',
    part: 'public',
    account: DISTRICT_SOUTH,
    terms: PUBLIC_TERMS,
    weight: 1200,
  },
  {
    name: 'school',
    title: 'Syndicat scolaire de Malvaise',
    part: 'public',
    account: DISTRICT_NORTH,
    terms: PUBLIC_TERMS,
  },
  { name: 'central', title: "Centrale d'achat Hexavel", part: 'central', terms: SIXTY, habit: 'none' },
  { name: 'hestarel', title: 'Groupe Hestarel', part: 'group', habit: 'grouped', weight: 800 },
  { name: 'hestarel-nord', title: 'Hestarel Nord SAS', part: 'group', habit: 'none' },
  { name: 'hestarel-sud', title: 'Hestarel Sud SAS', part: 'group', habit: 'none' },
  { name: 'tilleuls', title: 'SCI Les Tilleuls de Brize', part: 'group', habit: 'none' },
  { name: 'homonym-1', title: 'Boulangerie Vaudremont', part: 'homonym', town: 'Niort', weight: 700 },
  { name: 'homonym-2', title: 'Boulangerie Vaudremont et Fils', part: 'homonym', town: 'Saintes', weight: 500 },
  { name: 'twin-hotel', title: 'Auberge du Pont Varenne - hôtel', part: 'twin', weight: 400 },
  { name: 'twin-kitchen', title: 'Auberge du Pont Varenne - cuisine', part: 'twin', weight: 400 },
  { name: 'insolvent', title: 'Salaisons Marcoussel SA', part: 'insolvent', habit: 'none' },
  { name: 'insolvent-2', title: 'Hôtel du Vallon Bleu SARL', part: 'insolvent', habit: 'none' },
  { name: 'packer', title: 'Cartonnages Brivazac SAS', part: 'supplier', habit: 'none' },
  { name: 'carrier', title: 'Transports Tardivon SARL', part: 'supplier', habit: 'none' },
  { name: 'builder', title: 'Bâti Orlhandre SARL', part: 'works', habit: 'none' },
  { name: 'builder-2', title: 'Construction Jarsaillon', part: 'works', habit: 'none' },
  { name: 'vineyard', title: 'Verdeval Imports LLC', part: 'dollar', country: 'US', habit: 'none', bank: 'dollar' },
  { name: 'harbor', title: 'Bluepier Hospitality Inc', part: 'dollar', country: 'US', habit: 'none', bank: 'dollar' },
  { name: 'lodge', title: 'Northmere Lodge Co', part: 'dollar', country: 'US', habit: 'none', bank: 'dollar' },
  { name: 'atlas', title: 'Riad Tamzaret SARL', part: 'abroad', country: 'MA', habit: 'none' },
  { name: 'clock', title: 'Horlogerie Vuillarmet SA', part: 'abroad', country: 'CH', habit: 'none' },
  { name: 'brasserie-be', title: 'Brasserie Van Oostveld', part: 'abroad', country: 'BE', habit: 'none' },
  { name: 'factored-1', title: 'Restauration Ombrevel SAS', part: 'factored', habit: 'none' },
  { name: 'factored-2', title: 'Traiteur Fontanrose SAS', part: 'factored', habit: 'none' },
  { name: 'flooded', title: 'Résidence des Dunes Grises', part: 'insured', habit: 'none' },
  { name: 'estate', title: 'Domaine de Malvaise', part: 'insured', habit: 'none' },
  {
    name: 'bill-1',
    title: 'Conserverie Lanthéric SA',
    part: 'bill',
    habit: 'none',
    medium: 'bill',
    bank: 'collection',
  },
  {
    name: 'bill-2',
    title: 'Fromagerie Quesnelier SAS',
    part: 'bill',
    habit: 'none',
    medium: 'bill',
    bank: 'collection',
  },
  {
    name: 'bill-3',
    title: 'Établissements Rambourdin',
    part: 'bill',
    habit: 'none',
    medium: 'bill',
    bank: 'collection',
  },
  { name: 'clinic', title: 'Clinique Saint-Orvain', part: 'hotel', weight: 2400 },
  { name: 'hotel', title: "Grand Hôtel de l'Écluse", part: 'hotel', weight: 1800, habit: 'statement' },
  { name: 'counter', title: 'Clients divers', part: 'shared', habit: 'none', code: '411DIVERS', bank: 'collection' },
] as const satisfies readonly Role[];

export type CastName = (typeof ROWS)[number]['name'];

export type CastMember = Role & { name: CastName };

export const CAST: readonly CastMember[] = ROWS;

/** Payers that are no customer of ours: their account says nothing about whose debt they pay. */
export type Payer = { readonly bankName: string; readonly iban: string | null };

export const PAYERS = {
  north: { bankName: 'SGC VAL LORANE', iban: DISTRICT_NORTH },
  south: { bankName: 'TRESORERIE HOSPITALIERE VAL ORLISE', iban: DISTRICT_SOUTH },
  factor: { bankName: 'FACTORELIE SA', iban: frenchIban(VALMORIN, '00999', '0F000000117') },
  insurer: { bankName: 'ASSURANCES MONTERVAL', iban: frenchIban(VALMORIN, '00999', '0A000000241') },
  notary: { bankName: 'SCP AUBRESPIN LESCARNEC NOTAIRES', iban: frenchIban(VALMORIN, '00999', '0N000000309') },
  leasing: { bankName: 'BAILORANE LOCATION', iban: frenchIban(VALMORIN, '00999', '0B000000415') },
  marketplace: { bankName: 'COMPTOIRA MARKETPLACE', iban: frenchIban(VALMORIN, '00999', '0M000000523') },
  payments: { bankName: 'PAYLORANE PAYMENTS', iban: frenchIban(VALMORIN, '00999', '0P000000631') },
  partner: { bankName: 'SARL GESTION PONTALVE', iban: frenchIban(VALMORIN, '00417', '0D000000727') },
} as const satisfies Record<string, Payer>;
