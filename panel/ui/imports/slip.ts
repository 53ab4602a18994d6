// The state of the form for a cheque slip: what is written so far, and the waiting credit that it will explain.
import { batch, computed, signal } from '@preact/signals';
import type { BankAccount } from '../../../sync/model/company.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import type { SlipCredit } from '../../../sync/port/view-import.ts';
import { client } from '../client.ts';
import { say } from '../lane.ts';
import { exponentOf } from '../money.ts';
import { newKey } from '../wire.ts';
import { today, words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { afterImport, results } from './state.ts';

export type Cheque = { id: number; payer: string; invoice: string; amountMinor: number | null };
export type Slip = { number: string; day: Day; account: string; cheques: readonly Cheque[] };

export const slip = signal<Slip | null>(null);
export const accounts = signal<readonly BankAccount[]>([]);
export const credits = signal<readonly SlipCredit[]>([]);
/** Names of customers with open items like what is being typed. */
export const payers = signal<readonly string[]>([]);
export const slipFault = signal<FaultView | null>(null);
export const sending = signal(false);

const PAYERS_MAX = 8;
let made = 0;
let key = '';

const blank = (): Cheque => ({ id: ++made, payer: '', invoice: '', amountMinor: null });
const isBlank = (it: Cheque) => it.payer.trim() === '' && it.invoice.trim() === '' && it.amountMinor === null;

export async function openSlip(): Promise<void> {
  const answer = await client.bankAccounts();
  batch(() => {
    accounts.value = answer.ok ? answer.value : [];
    slipFault.value = answer.ok ? null : answer.fault;
    slip.value = { number: '', day: today.peek(), account: accounts.value[0]?.account ?? '', cheques: [blank()] };
    credits.value = [];
  });
  key = newKey();
  await lookForCredits();
}

export function closeSlip(): void {
  slip.value = null;
}

export const currency = computed(() => {
  const account = slip.value?.account;
  return accounts.value.find((it) => it.account === account)?.currency ?? 'EUR';
});

export const totalMinor = computed(() => slip.value?.cheques.reduce((sum, it) => sum + (it.amountMinor ?? 0), 0) ?? 0);

/** The waiting credit of this total; else the one that is nearest to it. */
export const credit = computed<SlipCredit | null>(() => {
  const far = (it: SlipCredit) => Math.abs(it.amountMinor - totalMinor.value);
  return [...credits.value].sort((a, b) => far(a) - far(b))[0] ?? null;
});

export function change(part: Partial<Slip>): void {
  const now = slip.peek();
  if (!now) return;
  slip.value = { ...now, ...part };
  // Another slip is another request.
  key = newKey();
  if (part.account !== undefined || part.day !== undefined) void lookForCredits();
}

export function changeCheque(id: number, part: Partial<Cheque>): void {
  const cheques = slip.peek()?.cheques ?? [];
  change({ cheques: cheques.map((it) => (it.id === id ? { ...it, ...part } : it)) });
}

/** The cheque after this one, a new one behind the last. */
export function nextCheque(id: number): number {
  const cheques = slip.peek()?.cheques ?? [];
  const next = cheques[cheques.findIndex((it) => it.id === id) + 1];
  if (next) return next.id;
  const added = blank();
  change({ cheques: [...cheques, added] });
  return added.id;
}

export function dropCheque(id: number): void {
  const left = (slip.peek()?.cheques ?? []).filter((it) => it.id !== id);
  change({ cheques: left.length === 0 ? [blank()] : left });
}

/** What the nearest credit still lacks becomes this cheque's amount. */
export function fillCheque(id: number): void {
  const now = slip.peek()?.cheques.find((it) => it.id === id);
  const lacking = (credit.peek()?.amountMinor ?? 0) - totalMinor.peek() + (now?.amountMinor ?? 0);
  if (lacking > 0) changeCheque(id, { amountMinor: lacking });
}

/** Why the slip cannot be kept yet; null: it can. */
export function missing({ number, account, cheques }: Slip): string | null {
  const w = late.value.slip;
  const written = cheques.filter((it) => !isBlank(it));
  if (number.trim() === '') return w.needsNumber;
  if (account === '') return w.needsAccount;
  if (written.length === 0) return w.needsCheque;
  if (written.some((it) => it.payer.trim() === '' && it.invoice.trim() === '')) return w.needsPayer;
  return written.some((it) => it.amountMinor === null || it.amountMinor <= 0) ? w.needsAmount : null;
}

export async function suggestPayers(text: string): Promise<void> {
  if (text.trim().length < 2) return;
  const answer = await client.items(text.trim(), PAYERS_MAX);
  if (answer.ok) payers.value = [...new Set(answer.value.flatMap((it) => it.partyName ?? []))];
}

/** The slip goes the way of a table that was dropped: kept with its bytes, known again, refused whole. */
export async function keepSlip(): Promise<void> {
  const now = slip.peek();
  if (!now || sending.peek() || missing(now) !== null) return;
  sending.value = true;
  const answer = await client.importFiles([fileOf(now, currency.peek())], key);
  const [result] = answer.ok ? answer.value.results : [];
  batch(() => {
    sending.value = false;
    slipFault.value = answer.ok ? (result?.faults[0] ?? null) : answer.fault;
    if (!answer.ok || !result?.ok) return;
    results.value = answer.value.results;
    slip.value = null;
  });
  if (!result?.ok) return;
  say(words.peek().imports.finished(1, 0));
  await afterImport(1);
}

const HEADINGS = ['remise', 'date', 'montant', 'client', 'facture', 'compte', 'devise'];

/** The same table that a bookkeeper may write by herself. */
export function fileOf({ number, day, account, cheques }: Slip, inCurrency: string): File {
  const rows = cheques
    .filter((it) => !isBlank(it))
    .map(({ payer, invoice, amountMinor }) => [
      number,
      day,
      plainAmount(amountMinor ?? 0, inCurrency),
      payer,
      invoice,
      account,
      inCurrency,
    ]);
  const text = [HEADINGS, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n');
  return new File([`${text}\r\n`], `${late.peek().slip.fileName(number.trim())}.csv`, { type: 'text/csv' });
}

function plainAmount(minor: number, inCurrency: string): string {
  const places = exponentOf(inCurrency);
  const digits = String(minor).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)},${digits.slice(-places)}`;
}

function quoted(cell: string): string {
  return `"${cell.trim().replaceAll('"', '""')}"`;
}

let asked = 0;

/** Only the answer to the last question counts. */
async function lookForCredits(): Promise<void> {
  const now = slip.peek();
  if (!now || now.account === '') return;
  asked += 1;
  const mine = asked;
  const answer = await client.slipCredits({ account: now.account, day: now.day });
  if (mine === asked) credits.value = answer.ok ? answer.value : [];
}
