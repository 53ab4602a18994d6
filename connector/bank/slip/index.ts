// The reader of cheque slips that a bookkeeper writes as a table: one row a cheque, the columns known by their headings.
import { type Fault, fault, isFault, type Place } from '../../../sync/fault/index.ts';
import type { Collection, CollectionItem } from '../../../sync/model/collection.ts';
import type { DecimalMark } from '../../../sync/model/table.ts';
import type { CollectionReader } from '../../../sync/port/collection.ts';
import { tableOf } from '../csv/index.ts';
import { isZero } from '../decimal.ts';
import { decodeText } from '../decode.ts';
import { amountOf, cellText, dayIn } from '../table/cell.ts';
import type { Row } from '../table/table.ts';
import { wholeText } from '../whole-text.ts';
import { type Columns, columnsOf } from './column.ts';

/** The headings stand at the top: no more is looked at. */
const SNIFFED_BYTES = 2_048;
const DEFAULT_CURRENCY = 'EUR';

export const slipReader = {
  name: 'slip',
  sniff(head) {
    const decoded = decodeText(head.subarray(0, SNIFFED_BYTES), { trust: 'bytes' });
    if (!('text' in decoded) || decoded.text.includes('\0')) return false;
    const [first = ''] = decoded.text.replace(/^\uFEFF?(?:sep=.\r?\n)?/, '').split(/[\r\n]/, 1);
    return [';', '\t', ','].some((separator) => columnsOf(first.split(separator)) !== null);
  },
  async *read(source, limits) {
    const text = await wholeText(source, limits);
    if (isFault(text)) return yield { kind: 'refused', faults: [text] };
    yield { kind: 'version', version: 'CSV' };
    const slips = slipsOf(text, source.file);
    if (isFault(slips)) return yield { kind: 'refused', faults: [slips] };
    for (const collection of slips) yield { kind: 'collection', collection };
    yield { kind: 'end' };
  },
} satisfies CollectionReader;

/** The slips of a table, in its order; a row that is not clear refuses the file. */
function slipsOf(text: string, file: string): Collection[] | Fault {
  const table = tableOf(text, file);
  if (isFault(table)) return table;
  const [head, ...rest] = table.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = head ? columnsOf(head.cells) : null;
  if (columns === null) return fault('file-unknown', { file });
  if (rest.length === 0) return fault('entry-incomplete', { file }, { what: head?.cells[columns.amount] ?? '' });
  const mark = markOf(rest.map(({ cells }) => cells[columns.amount] ?? ''));
  const slips = new Map<string, Collection>();
  for (const row of rest) {
    const cheque = chequeOf(row, columns, mark, { file, line: row.line });
    if (isFault(cheque)) return cheque;
    const { item, ...facts } = cheque;
    // Numbers begin anew with a new book: a slip is its number on its day and account.
    const key = JSON.stringify(facts);
    const slip = slips.get(key) ?? { ...facts, message: null, cheques: true, items: [] };
    slip.items.push(item);
    slips.set(key, slip);
  }
  return [...slips.values()];
}

/** A decimal point only where some amount shows one and none a decimal comma: the French writing is the rule. */
function markOf(amounts: readonly string[]): DecimalMark {
  const ends = (mark: RegExp) => amounts.some((amount) => mark.test(cellText(amount)));
  return ends(/\.\d{1,2}\D*$/) && !ends(/,\d{1,2}\D*$/) ? '.' : ',';
}

type Cheque = Pick<Collection, 'id' | 'day' | 'account'> & { item: CollectionItem };

function chequeOf({ cells }: Row, columns: Columns, mark: DecimalMark, place: Place): Cheque | Fault {
  const cell = (at: number | undefined) => {
    const text = at === undefined ? '' : cellText(cells[at] ?? '');
    return text === '' ? null : text;
  };
  const id = cell(columns.slip);
  const day = dayIn(cell(columns.day) ?? '', 'dmy');
  const [written, name, invoice] = [cell(columns.amount), cell(columns.customer), cell(columns.invoice)];
  const missing = [
    id === null && 'remise',
    day === null && 'date',
    written === null && 'montant',
    name === null && invoice === null && 'client',
  ].find((what) => what !== false);
  if (missing) return fault('entry-incomplete', place, { what: missing });
  const amount = amountOf(written ?? '', mark);
  if (amount === null || amount.startsWith('-') || isZero(amount))
    return fault('amount-unreadable', place, { text: (written ?? '').slice(0, 40) });
  const item: CollectionItem = {
    endToEndId: null,
    mandateId: null,
    name,
    account: null,
    ultimateName: null,
    amount,
    currency: cell(columns.currency)?.toUpperCase() ?? DEFAULT_CURRENCY,
    remittance: invoice === null ? [] : [invoice],
    references: [],
  };
  return { id, day, account: cell(columns.account), item };
}
