// Pasting a remittance advice on a line: it becomes the allocation, and what it names that is not open is said.
import { signal } from '@preact/signals';
import type { ItemRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { say, tell } from '../lane.ts';
import { isField } from '../part/keyboard.ts';
import { screen } from '../shell/route.ts';
import { words } from '../words/index.ts';
import { type Advice, type AdviceLine, isNamed, numbersIn, readAdvice } from './advice.ts';
import { changeDraft, draft } from './detail.ts';
import { type Draft, takeAll } from './draft.ts';
import { open } from './open.ts';
import { current, decidedNow } from './state.ts';

const ITEMS_MAX = 500;
const NUMBERS_TRIED = 5;
/** Numbers of one advice that are looked for with all customers, and results of each in which its namesakes would show. */
const ELSEWHERE_MAX = 40;
const NAMESAKES_MAX = 20;

/** What the last advice left over, by line; shown until another is pasted. */
export const leftOver = signal<{
  lineId: string;
  taken: number;
  /** Whose they are. */
  customers: number;
  unknown: readonly AdviceLine[];
} | null>(null);

/** Listens to pastes outside fields; call once. */
export function watchPastes(): void {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isField(event.target) || screen.name.peek() !== 'queue' || document.querySelector('dialog[open]')) return;
    if (!/\d{4}/.test(text)) return;
    event.preventDefault();
    void takeAdvice(text);
  });
}

/** Kinds of file that an advice comes as; a bank statement is none of them when it is dropped on a line. */
const ADVICE_FILE = /\.(?:pdf|xlsx|csv|txt)$/i;
export const ADVICE_CHOOSER_ID = 'advice-file';

/** Whether this file, dropped there, is an advice for the line in view. */
export function isAdviceFor(target: EventTarget | null, files: readonly File[]): boolean {
  const [file, ...others] = files;
  if (!file || others.length > 0 || !ADVICE_FILE.test(file.name) || screen.name.peek() !== 'queue') return false;
  const row = current.peek();
  return target instanceof Element && target.closest('.detail') !== null && row !== null && !decidedNow(row);
}

/** Reads the file on the server and takes what it says for the line in view. */
export async function takeAdviceFile(file: File): Promise<void> {
  const lineId = current.peek()?.lineId;
  say(words.peek().advice.reading(file.name));
  const answer = await client.advice(file);
  if (current.peek()?.lineId !== lineId) return;
  if (answer.ok) await takeAdvice(answer.value.text);
  else tell({ tone: 'refused', text: answer.fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
}

export function chooseAdvice(): void {
  document.getElementById(ADVICE_CHOOSER_ID)?.click();
}

async function takeAdvice(text: string): Promise<void> {
  const row = current.peek();
  const own = draft.peek();
  if (!row || !own || own.foreign || decidedNow(row)) return;
  const items = await itemsFor(text, own);
  const others = await itemsElsewhere(readAdvice(text, items, own.currency).unknown, own.currency);
  if (current.peek()?.lineId !== row.lineId) return;
  const advice: Advice = readAdvice(text, items, own.currency, others);
  const taken = advice.takes.length;
  const customers = new Set(advice.takes.map(({ item }) => item.partyId)).size;
  leftOver.value = { lineId: row.lineId, taken, customers, unknown: advice.unknown };
  say(words.peek().advice.read(taken, customers, advice.unknown.length));
  if (advice.takes.length === 0) return;
  open.value = null;
  changeDraft((it) => takeAll(it, advice.takes));
}

/** The customer's open items; of the customer whom the advice's own numbers name, when nobody knows who paid. */
async function itemsFor(text: string, { partyName, partyId, currency }: Draft): Promise<readonly ItemRow[]> {
  const known = partyId === null || partyName === null ? await partyNamed(text) : { partyId, partyName };
  if (!known) return [];
  const answer = await client.items(known.partyName, ITEMS_MAX, undefined, currency);
  const isTheirs = (item: ItemRow) => item.partyId === known.partyId && item.currency === currency;
  return answer.ok ? answer.value.filter(isTheirs) : [];
}

async function partyNamed(text: string): Promise<{ partyId: string; partyName: string } | null> {
  for (const number of numbersIn(text).slice(0, NUMBERS_TRIED)) {
    const answer = await client.items(number, 2);
    const [only, other] = answer.ok ? answer.value : [];
    if (only && !other && only.partyId && only.partyName) return { partyId: only.partyId, partyName: only.partyName };
  }
  return null;
}

/** Open items of any customer whose whole number a line states, and nobody else's: a cheque slip, or a payer for others. */
async function itemsElsewhere(unknown: readonly AdviceLine[], currency: string): Promise<readonly ItemRow[]> {
  const numbers = [...new Set(unknown.flatMap(({ text }) => numbersIn(text)))].slice(0, ELSEWHERE_MAX);
  const found = await Promise.all(
    numbers.map(async (number) => {
      const answer = await client.items(number, NAMESAKES_MAX, undefined, currency);
      const named = answer.ok ? answer.value.filter((item) => isNamed(item, number)) : [];
      const [only, other] = named;
      return only && !other && only.residualMinor !== 0 && only.currency === currency ? [only] : [];
    }),
  );
  return found.flat();
}
