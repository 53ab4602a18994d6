// A morning at the desk by keyboard alone: a hundred lines of the demo accepted in a real Chromium; keys for each, turns that went
// wrong, and acceptances that were not the truth. It opens the lines with a proposal by their counters, G 1 and then G 2, and every
// key counts, also those of lines that it steps over. Like a person it trusts a high certainty without a doubt, and looks at every
// other proposal: a wrong one that was doubted is turned down, a wrong one that was not is a fault of the product. With an address
// (`-- URL`) it walks a program that runs already.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { demoTruth, type LineTruth } from '../../panel/demo/index.ts';
import type { LineDetail } from '../../sync/port/view.ts';
import { findChromium, launchChromium, NO_CHROMIUM } from '../chromium.ts';
import { startProgram, stopProgram } from '../program.ts';
import { newDataFolder } from './data-folder.ts';

const ACCEPTED = 100;
/** Lines looked at before the walk ends by itself. */
const LINES_MAX = 400;
const KEYS_MAX = 1.3;
const ANSWERS_MS_MAX = 180_000;

/** The counters that hold proposals: their digit after G, and what the server is asked for. */
const COUNTERS = [
  ['1', 'filter=approve'],
  ['2', 'filter=difference'],
] as const;

/** What the screen says of the line under the cursor, as a person would read it. `stop`: why accepting is off. */
type Seen = { lineId: string; stop: string | null; undecided: boolean; short: boolean; focused: boolean };

type Walk = {
  keys: number;
  accepted: string[];
  /** Lines stepped over, by why. */
  skipped: Map<string, number>;
  lost: number;
  late: number;
  /** Proposals that a person would look at, those of them that were wrong, and those put right by another one of the list. */
  looked: number;
  turned: string[];
  swapped: number;
};

/** A line as the screen has it, and what it truly was. */
type Known = { detail: LineDetail; truth: LineTruth | null };

async function walkedThrough(page: Page, known: (lineId: string) => Promise<Known>): Promise<Walk> {
  const walk: Walk = { keys: 0, accepted: [], skipped: new Map(), lost: 0, late: 0, looked: 0, turned: [], swapped: 0 };
  const press = async (key: string) => {
    walk.keys += 1;
    return page.evaluate(pressed, key);
  };
  for (const [key, filter] of COUNTERS) {
    await press('g');
    const listed = page.waitForResponse((it) => it.url().includes('/api/queue') && it.url().includes(filter));
    await press(key);
    await (await listed).finished();
    await page.waitForSelector('.li.cur, .empty');
    await walkedDown(page, walk, known, press);
  }
  return walk;
}

/** Down the list in view, until it ends or enough is accepted. */
async function walkedDown(
  page: Page,
  walk: Walk,
  known: (lineId: string) => Promise<Known>,
  press: (key: string) => Promise<boolean>,
): Promise<void> {
  for (let n = 0; n < LINES_MAX && walk.accepted.length < ACCEPTED; n += 1) {
    await page.waitForFunction(isReady, null, { timeout: ANSWERS_MS_MAX });
    const seen = await page.evaluate(look);
    if (!seen) return;
    if (!seen.focused) walk.lost += 1;
    const it = await known(seen.lineId);
    const best = it.detail.candidates[0];
    const shown = best && isDoubted(best) ? await chosen(it, walk, press) : 0;
    if (shown !== null && (await page.evaluate(look))?.undecided) await press(choiceOf(it.truth, seen.short));
    const now = await page.evaluate(look);
    if (shown !== null && now?.stop === null) {
      if (!(await press('Enter'))) walk.late += 1;
      walk.accepted.push(seen.lineId);
      if ((await page.evaluate(look))?.lineId === seen.lineId) return;
      continue;
    }
    const why = shown === null ? 'turned down' : (now?.stop ?? 'no line');
    walk.skipped.set(why, (walk.skipped.get(why) ?? 0) + 1);
    await press('ArrowDown');
    if ((await page.evaluate(look))?.lineId === seen.lineId) return;
  }
}

/** The look at a doubtful proposal: it stays, another one is shown by its digit, or (null) the line is left for later. */
async function chosen(
  { detail, truth }: Known,
  walk: Walk,
  press: (key: string) => Promise<boolean>,
): Promise<number | null> {
  walk.looked += 1;
  if (!truth) return 0;
  const right = detail.candidates.slice(0, 3).findIndex((it) => isSame(namesOf(it), truth));
  if (right > 0) {
    walk.swapped += 1;
    await press(String(right + 1));
  }
  if (right < 0) walk.turned.push(`${detail.line.id} ${truth.scenario} (${truth.expected})`);
  return right < 0 ? null : right;
}

function isDoubted({ certainty, doubts }: LineDetail['candidates'][number]): boolean {
  return certainty !== 'strong' || doubts.length > 0;
}

function namesOf({ allocations }: LineDetail['candidates'][number]): string[] {
  return allocations.flatMap((it) => it.document ?? []);
}

/** The key of the difference that it truly is; what is none of the usual stays on the account. */
function choiceOf(truth: LineTruth | null, short: boolean): string {
  const kind = truth?.adjustments[0]?.kind;
  if (short)
    return { discount: 'e', bank_fee: 'f', rounding: 'd', withholding: 's', short_pay: 'l' }[kind as string] ?? 'l';
  if (kind === 'rounding') return 'd';
  return truth && truth.restMinor > 0 && truth.pays.length === 0 ? 'a' : 'l';
}

/**
 * What a person waits for before the next key: the line's own proposal is drawn, and no more decisions are under way than the
 * panel takes. So that it is the panel that is measured and not the machine.
 */
function isReady(): boolean {
  const [row, detail] = [document.querySelector('.li.cur'), document.querySelector('.det')];
  if (!row) return document.querySelector('.empty') !== null;
  const isDrawn = detail !== null && detail.querySelector('[aria-busy=true]') === null;
  const waiting: unknown = JSON.parse(sessionStorage.getItem('lettrage.outbox') ?? '[]');
  return isDrawn && document.querySelector('.acts .btn') !== null && Array.isArray(waiting) && waiting.length < 8;
}

function look(): Seen | null {
  const row = document.querySelector('.li.cur');
  const button = document.querySelector('.acts .btn.pri');
  if (!row) return null;
  const off = button === null || button.getAttribute('aria-disabled') === 'true';
  const band = document.querySelector('.diff');
  const decided = button === null && document.querySelector('.acts .btn') !== null;
  return {
    lineId: row.id.replace('line-', ''),
    stop: off ? (decided ? 'decided' : (button?.getAttribute('title') ?? 'off')) : null,
    undecided: off && band !== null && band.querySelector('[aria-checked=true]') === null,
    short: band?.querySelector('.warn') !== null && band !== null,
    focused: document.activeElement?.id === 'lines',
  };
}

/** Presses a key where the focus is; true when the cursor stood on another line before the next frame was drawn. */
async function pressed(key: string): Promise<boolean> {
  const before = document.querySelector('.li.cur')?.id;
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const moved = document.querySelector('.li.cur')?.id !== before;
  await new Promise((resolve) => setTimeout(resolve));
  return moved;
}

if (findChromium() === null) console.log(NO_CHROMIUM);
else await measure(process.argv[2]);

async function measure(address: string | undefined): Promise<void> {
  const data = newDataFolder('walk');
  const program = address === undefined ? await startProgram(data) : null;
  const url = new URL(address ?? program?.url ?? '');
  const call = async <T>(path: string): Promise<T> => {
    const headers = { authorization: `Bearer ${url.hash.replace('#t=', '')}` };
    return (await (await fetch(new URL(path, url.origin), { headers })).json()) as T;
  };
  const { today } = await call<{ today: string }>('/api/session');
  const truths = demoTruth(today as Parameters<typeof demoTruth>[0]);
  const found = new Map<string, Known>();
  const known = async (lineId: string): Promise<Known> => {
    const before = found.get(lineId);
    if (before) return before;
    const detail = await call<LineDetail>(`/api/lines/${lineId}`);
    const { account, entryRef, amountMinor } = detail.line;
    const own = truths.find((it) => it.account === account && it.ref === entryRef && it.amountMinor === amountMinor);
    const fresh = { detail, truth: own ?? null };
    found.set(lineId, fresh);
    return fresh;
  };
  const browser = await launchChromium(findChromium() ?? '');
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const refused = refusalsOn(page);
  await page.goto(url.href);
  await page.waitForSelector('.li.cur');
  const walk = await walkedThrough(page, known);
  // Every decision has its answer before it is judged.
  await page.waitForFunction(() => (sessionStorage.getItem('lettrage.outbox') ?? '[]') === '[]', null, {
    timeout: ANSWERS_MS_MAX,
  });
  await report(walk, known, call, refused);
  await browser.close();
  if (program) await stopProgram(program);
  rmSync(data, { recursive: true, force: true });
}

/** What the server said no to, by line, in its words. */
function refusalsOn(page: Page): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  page.on('response', async (it) => {
    const lineId = /\/api\/lines\/(\w+)\/accept$/.exec(it.url())?.[1];
    if (lineId !== undefined && !it.ok()) refused.set(lineId, await it.text());
  });
  return refused;
}

type Decided = { action: string; lineId: string | null; undone: boolean; documents: string[] };

async function report(
  walk: Walk,
  known: (lineId: string) => Promise<Known>,
  call: <T>(path: string) => Promise<T>,
  refused: ReadonlyMap<string, string>,
): Promise<void> {
  const decided = await call<Decided[]>('/api/decisions?limit=500');
  const wrong: string[] = [];
  for (const lineId of walk.accepted) {
    const { detail, truth: own } = await known(lineId);
    const done = decided.find((it) => it.lineId === lineId && it.action === 'accept' && !it.undone);
    if (!done) wrong.push(`${lineId}: ${refused.get(lineId) ?? 'not answered'}`);
    else if (own && !isSame(done.documents, own)) {
      wrong.push(
        `${lineId} ${own.scenario} (${own.expected}), ${detail.candidates[0]?.certainty} by ${detail.candidates[0]?.signature}: took ${done.documents.join(' ')}, true ${documentsOf(own)}`,
      );
    }
  }
  const each = walk.keys / Math.max(1, walk.accepted.length);
  const over = [...walk.skipped].sort((a, b) => b[1] - a[1]);
  console.log(
    `accepted ${walk.accepted.length} · keys ${walk.keys} · ${each.toFixed(2)} a line (at most ${KEYS_MAX}) · stepped over ${over.reduce((sum, [, n]) => sum + n, 0)}`,
  );
  for (const [why, n] of over) console.log(`  ${n} × ${why}`);
  console.log(`focus lost ${walk.lost} · cursor late by a frame ${walk.late} · not the truth ${wrong.length}`);
  for (const it of wrong) console.log(`  ${it}`);
  console.log(
    `looked at, for a doubt or less than a high certainty ${walk.looked} · put right by another proposal ${walk.swapped} · turned down ${walk.turned.length}`,
  );
  for (const it of walk.turned) console.log(`  ${it}`);
}

function documentsOf(truth: LineTruth): string {
  return truth.pays.map((pay) => pay.document).join(' ');
}

function isSame(documents: readonly string[], truth: LineTruth): boolean {
  const names = (list: readonly string[]) => [...new Set(list)].sort().join(' ');
  return names(documents) === names(truth.pays.map((pay) => pay.document));
}
