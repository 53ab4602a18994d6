// What feeds put into a statement line's `transaction_details`: free JSON, read leniently, written in one way by us.
import { type Day, parseDay } from '../../../../sync/model/day.ts';
import type { BankLine } from '../../../../sync/model/statement.ts';

export type Details = Pick<
  BankLine,
  'entryRef' | 'endToEndId' | 'mandateId' | 'references' | 'bankCode' | 'returnReason' | 'ultimateParty'
> & { valueDay: Day | null; text: string | null; ours: string | null };

/** Names that feeds use for one thing, without case and separators. */
const NAMES = {
  entryRef: ['entryref', 'entryreference', 'acctsvcrref', 'bankreference', 'transactionid', 'fitid'],
  endToEndId: ['endtoendid', 'endtoend'],
  mandateId: ['mandateid', 'mandate', 'mndtid'],
  reference: ['structuredreference', 'creditorreference', 'reference'],
  bankCode: ['banktransactioncode', 'transactioncode', 'bankcode'],
  returnReason: ['returnreason', 'rtrreason'],
  ultimateParty: ['ultimatedebtor', 'ultimatecreditor', 'ultimateparty'],
  valueDay: ['valuedate', 'valuedt'],
  text: ['remittance', 'unstructured', 'remittanceinformation'],
  ours: ['lettrageline'],
} as const;

/** The facts of a line's details; what is not there is null. */
export function detailsOf(value: unknown): Details {
  const facts = flat(value);
  const get = (name: keyof typeof NAMES) =>
    NAMES[name].map((key) => facts.get(key)).find((it) => it !== undefined) ?? null;
  const reference = get('reference');
  const valueDay = get('valueDay');
  return {
    entryRef: get('entryRef'),
    endToEndId: get('endToEndId'),
    mandateId: get('mandateId'),
    references: reference === null ? [] : [reference],
    bankCode: get('bankCode'),
    returnReason: get('returnReason'),
    ultimateParty: get('ultimateParty'),
    valueDay: valueDay === null ? null : parseDay(valueDay.slice(0, 10)),
    text: get('text'),
    ours: get('ours'),
  };
}

/** The details that we write with a line that we make. */
export function detailsFor(line: BankLine): Record<string, string> {
  const facts = {
    lettrage_line: line.id,
    entry_ref: line.entryRef,
    end_to_end_id: line.endToEndId,
    mandate_id: line.mandateId,
    structured_reference: line.references[0] ?? null,
    bank_transaction_code: line.bankCode,
    return_reason: line.returnReason,
    ultimate_party: line.ultimateParty,
    value_date: line.valueDay,
  };
  const known = Object.entries(facts).filter((it): it is [string, string] => it[1] !== null);
  return Object.fromEntries(known);
}

/** Texts of an object and of the objects in it, by name without case and separators; the first of a name counts. */
function flat(value: unknown, depth = 0, into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string' && depth === 0) return flat(parsed(value), 1, into);
  if (typeof value !== 'object' || value === null || depth > 5) return into;
  for (const [name, part] of Object.entries(value)) {
    const key = name.replace(/[^A-Za-z]/g, '').toLowerCase();
    if (typeof part === 'string' && part.trim() !== '' && !into.has(key)) into.set(key, part.trim());
    else if (typeof part === 'object') flat(part, depth + 1, into);
  }
  return into;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
