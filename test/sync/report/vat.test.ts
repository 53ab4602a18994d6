// When VAT is due, as an accountant works it out: test/fixtures/vat/*.case.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VatDue } from '../../../sync/model/company.ts';
import { type Day, parseDay } from '../../../sync/model/day.ts';
import type { LineKind } from '../../../sync/model/ledger.ts';
import { formatMinor, parseMinor } from '../../../sync/model/money.ts';
import type { BookLine, Period, SettledPart } from '../../../sync/model/report.ts';
import { type Sheet, sayIn } from '../../../sync/model/sheet.ts';
import { vatSheets } from '../../../sync/report/vat.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/vat');
const CASES = readdirSync(FOLDER).filter((name) => name.endsWith('.case'));
const KINDS: Readonly<Record<string, LineKind>> = {
  ...{ invoice: 'invoice', 'credit-note': 'credit-note', opening: 'opening', deposit: 'payment', loose: 'payment' },
};

type Case = { period: Period; declared: VatDue | null; lines: BookLine[]; parts: SettledPart[]; says: string[] };

const minor = (text = '') => parseMinor(text, 'EUR') ?? Number.NaN;
const dayOf = (text = ''): Day => parseDay(text) ?? ('?' as Day);

function caseOf(text: string): Case {
  const it: Case = {
    period: { from: dayOf(), asOf: dayOf(), knownOn: null },
    declared: null,
    lines: [],
    parts: [],
    says: [],
  };
  for (const row of text.split('\n')) {
    const words = row.trim().split(/\s+/);
    const [what = '', name = '', day = '', amount = ''] = words;
    const after = (word: string) => (words.includes(word) ? minor(words[words.indexOf(word) + 1]) : null);
    if (row.startsWith('  ') || what === 'receipts' || what === 'debits') it.says.push(row.trim());
    else if (what === 'period') it.period = { from: dayOf(name), asOf: dayOf(day), knownOn: null };
    else if (what === 'declared') it.declared = name === 'debits' ? 'debits' : 'receipts';
    else if (what === 'pay')
      it.parts.push(partOf(it.lines.find((line) => line.itemId === name)!, dayOf(day), minor(amount)));
    else if (KINDS[what]) it.lines.push(lineOf(KINDS[what], words, after('vat'), after('waiting')));
    else if (row !== '' && !row.startsWith('#')) throw new Error(`a case knows no "${what}"`);
  }
  return it;
}

function lineOf(
  kind: LineKind,
  words: readonly string[],
  vatMinor: number | null,
  vatWaitingMinor: number | null,
): BookLine {
  const [what, itemId = '', day, amount] = words;
  const isMoney = kind === 'payment';
  const amountMinor = isMoney ? -minor(amount) : minor(amount);
  return {
    ...{
      itemId,
      partyId: 'D',
      partyName: 'Dupont',
      account: '411000',
      kind,
      journal: isMoney ? 'BQ' : 'VE',
      entry: itemId,
    },
    ...{
      role: what === 'deposit' ? 'advance' : 'receivable',
      document: itemId,
      label: itemId,
      day: dayOf(day),
      dueDay: null,
    },
    ...{ amountMinor, openMinor: amountMinor, letter: null, vatMinor, vatWaitingMinor },
  };
}

function partOf(invoice: BookLine, paymentDay: Day, amountMinor: number): SettledPart {
  const { day: issueDay, amountMinor: invoiceMinor, ...facts } = invoice;
  return {
    ...{ ...facts, issueDay, invoiceMinor, day: paymentDay, paymentDay, paymentKind: 'payment', amountMinor },
    ...{ paymentJournal: 'BQ', paymentEntry: '1' },
  };
}

/** The rows in the words of a case; a note only where the case names one. */
function told(sheets: readonly Sheet[], says: readonly string[]): string[] {
  const named: Readonly<Record<string, string>> = { receipts: 'tva-sur-encaissements', debits: 'tva-sur-debits' };
  return Object.entries(named).flatMap(([name, file]) => {
    const sheet = sheets.find((each) => each.name === file);
    if (!sheet) return [];
    const rows = sheet.rows.map(({ cells }) =>
      cells
        .map((cell, i) =>
          cell === null ? '-' : typeof cell === 'number' && i > 1 ? formatMinor(cell, 'EUR') : String(cell),
        )
        .join(' | '),
    );
    const notes = says.filter(
      (it) => it.startsWith('note ') && sheet.notes.some((each) => plain(each).includes(it.slice(5))),
    );
    return [name, ...rows.map(plain), ...notes];
  });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const sheetsOf = ({ period, declared, lines, parts }: Case, language: 'fr' | 'en' = 'fr') => {
  const booked = lines.filter(({ day }) => day >= period.from && day <= period.asOf);
  const until = parts.filter(({ paymentDay }) => paymentDay <= period.asOf);
  const heading = { company: 'S', zone: 'Europe/Paris', say: sayIn(language) };
  return vatSheets(period, until, booked, { currency: 'EUR', declared }, heading);
};

describe('VAT of a period', () => {
  it.each(CASES)('%s', (name) => {
    const it = caseOf(readFileSync(join(FOLDER, name), 'utf8'));
    expect(it.says.length).toBeGreaterThan(0);
    expect(told(sheetsOf(it), it.says)).toEqual(it.says);
  });

  it('names the regime of each payment, and marks the one that only the company declared', () => {
    const it = caseOf(readFileSync(join(FOLDER, '05-declared-debits.case'), 'utf8'));
    const detail = sheetsOf(it, 'en').find(({ name }) => name === 'paiements-par-facture');
    expect(
      detail?.rows.map(({ cells }) => cells.slice(6).map((cell) => (typeof cell === 'string' ? plain(cell) : cell))),
    ).toEqual([
      ['debits *', 1_200_00, null, null],
      ['receipts', 60_00, 50_00, 10_00],
      ['', 1_260_00, 50_00, 10_00],
    ]);
    expect(detail?.notes).toContain('* Regime declared by the company: the ledger does not say it.');
  });
});
