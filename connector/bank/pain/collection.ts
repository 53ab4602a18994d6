// One PmtInf becomes a collection, one status its rejects. A collection that is not what it announces is refused.
import { type Fault, fault, type Place } from '../../../sync/fault/index.ts';
import type { Collection, CollectionItem, Reject } from '../../../sync/model/collection.ts';
import { parseDay } from '../../../sync/model/day.ts';
import { referenceOf } from '../camt/detail.ts';
import { accountText } from '../camt/terms.ts';
import { decimalSum, plainDecimal, sameDecimal } from '../decimal.ts';
import type { CollectionRecord, ReportRecord, StatusReportRecord } from './shape.ts';

type ItemRecord = CollectionRecord['items'][number];

/** The collection, or why it cannot be trusted: an amount that is none, another count or sum than it states. */
export function collectionOf(record: CollectionRecord, message: string | null, place: Place): Collection | Fault {
  const items: CollectionItem[] = [];
  const sum = decimalSum();
  for (const each of record.items) {
    const item = itemOf(each, { ...place, line: each.line });
    if ('code' in item) return item;
    sum.add(item.amount);
    items.push(item);
  }
  const { id, count, total } = record;
  const stated = total === null ? null : plainDecimal(total);
  const wrongSum = stated !== null && !sameDecimal(stated, sum.total());
  if (wrongSum || (count !== null && Number(count) !== items.length)) {
    const what = { found: `${items.length} / ${sum.total()}`, stated: `${count ?? '?'} / ${total ?? '?'}` };
    return fault(
      'collection-incomplete',
      { ...place, line: record.line, ...(id === null ? {} : { record: id }) },
      what,
    );
  }
  return { id, message, day: parseDay(record.day?.slice(0, 10) ?? ''), account: accountText(record.account), items };
}

function itemOf(record: ItemRecord, place: Place): CollectionItem | Fault {
  const { currency } = record;
  if (record.amount === null || currency === null) return fault('entry-incomplete', place, { what: 'InstdAmt' });
  const amount = plainDecimal(record.amount);
  if (amount === null || amount.startsWith('-'))
    return fault('amount-unreadable', place, { text: record.amount.slice(0, 40) });
  return {
    endToEndId: referenceOf(record.endToEndId),
    mandateId: referenceOf(record.mandateId),
    name: record.name,
    account: accountText(record.account),
    ultimateName: record.ultimateName,
    amount,
    currency,
    remittance: [...record.remittance],
    references: [...record.references],
  };
}

/** What of one collection was rejected: all of it, or single items; a status that accepts or waits rejects nothing. */
export function rejectsOf(record: ReportRecord, message: string | null): Reject[] {
  const { collection } = record;
  const single = record.items.filter((item) => isRejected(item.status));
  if (single.length === 0 && isRejected(record.status)) {
    return [{ message, collection, endToEndId: null, reason: record.reason, text: record.text }];
  }
  return single.map((item) => ({
    message,
    collection,
    endToEndId: referenceOf(item.endToEndId),
    reason: item.reason ?? record.reason,
    text: item.text ?? record.text,
  }));
}

/** The reject of a whole message, which lists no collection. */
export function messageReject({ message, status, reason, text }: StatusReportRecord): Reject | null {
  return isRejected(status) ? { message, collection: null, endToEndId: null, reason, text } : null;
}

/** RJCT rejected, CANC cancelled before it was carried out. */
function isRejected(status: string | null): boolean {
  return status === 'RJCT' || status === 'CANC';
}
