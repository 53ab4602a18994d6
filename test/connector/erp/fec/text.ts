// A pulled ledger as text that an accountant can write and read: what is open, what is settled, what was said.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { CUSTOMER_ROLES, type LedgerLine, type Settlement } from '../../../../sync/model/ledger.ts';
import { formatMinor } from '../../../../sync/model/money.ts';
import type { Party } from '../../../../sync/model/party.ts';
import type { Erp } from '../../../../sync/port/erp.ts';

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

export type Whole = { lines: LedgerLine[]; parties: Party[]; settlements: Settlement[]; warnings: Fault[] };

/** Everything that a pull gives, or its faults. */
export async function pullWhole(erp: Erp): Promise<Whole | Fault[]> {
  const whole: Whole = { lines: [], parties: [], settlements: [], warnings: [] };
  for await (const page of erp.pull(null)) {
    if (page.kind === 'refused') return page.faults;
    if (page.kind === 'lines') whole.lines.push(...page.rows);
    if (page.kind === 'parties') whole.parties.push(...page.rows);
    if (page.kind === 'settlements') whole.settlements.push(...page.rows);
    if (page.kind === 'warning') whole.warnings.push(page.fault);
  }
  return whole;
}

/** Residual of each line after the settlements, in minor units. */
export function residualsOf({ lines, settlements }: Pick<Whole, 'lines' | 'settlements'>): Map<string, number> {
  const residuals = new Map(lines.map((line) => [line.id, line.amountMinor]));
  const add = (id: string, minor: number) => residuals.set(id, (residuals.get(id) ?? Number.NaN) + minor);
  for (const { debitId, creditId, amountMinor } of settlements) {
    add(debitId, -amountMinor);
    add(creditId, amountMinor);
  }
  return residuals;
}

export function textOf(pulled: Whole | Fault[]): string {
  if (Array.isArray(pulled)) return `refused:\n${pulled.map(faultText).join('\n')}\n`;
  const residuals = residualsOf(pulled);
  const customers = pulled.lines.filter((line) => CUSTOMER.has(line.role));
  const open = customers.filter((line) => residuals.get(line.id) !== 0);
  const owed = pulled.lines.filter((line) => line.role === 'payable');
  const byId = new Map(pulled.lines.map((line) => [line.id, line]));
  const settled = pulled.settlements.map((fact) => settledText(fact, byId)).sort();
  const parts = [
    `parties: ${pulled.parties.map(partyText).join('; ')}`,
    section(
      'open',
      open.map((line) => openText(line, residuals.get(line.id)!)),
    ),
    ...(owed.length === 0 ? [] : [`owed:\n${owed.map((line) => openText(line, line.amountMinor)).join('\n')}`]),
    section('settled', settled),
    `customers: ${accounts(customers, (lines) => formatMinor(sumOf(lines), 'EUR'))}`,
    `kept: ${accounts(pulled.lines, (lines) => `x${lines.length}`)}`,
    ...(pulled.warnings.length > 0 ? [`warnings:\n${pulled.warnings.map(faultText).join('\n')}`] : []),
  ];
  return `${parts.join('\n')}\n`;
}

function section(name: string, rows: readonly string[]): string {
  return rows.length === 0 ? `${name}: none` : `${name}:\n${rows.join('\n')}`;
}

function openText(line: LedgerLine, residualMinor: number): string {
  const due = line.dueDay === null ? 'no due day' : `due ${line.dueDay}${line.dueComputed ? '' : ' stated'}`;
  return [
    line.day,
    `${line.journal} ${line.entry}`,
    line.account,
    line.partyId ?? '-',
    line.document ?? '-',
    formatMinor(residualMinor, line.currency),
    line.kind,
    due,
    ...(line.vatMinor ? [`vat ${formatMinor(line.vatMinor, 'EUR')}${dueText(line)}`] : []),
    ...(line.letter === null ? [] : [`letter ${line.letter}`]),
    ...(line.foreign ? [`${formatMinor(line.foreign.minor, line.foreign.currency)} ${line.foreign.currency}`] : []),
  ].join(' | ');
}

/** Nothing where the ledger does not tell. */
function dueText({ vatMinor, vatWaitingMinor: waiting = null }: LedgerLine): string {
  if (waiting === null) return '';
  if (waiting === 0) return ' due at the invoice';
  return waiting === vatMinor ? ' due when paid' : ` of which ${formatMinor(waiting, 'EUR')} due when paid`;
}

function settledText(
  { debitId, creditId, amountMinor, day, debitForeignMinor, creditForeignMinor }: Settlement,
  byId: ReadonlyMap<string, LedgerLine>,
): string {
  const nameOf = (id: string) => byId.get(id)?.document ?? byId.get(id)?.label ?? '?';
  const told = [debitForeignMinor, creditForeignMinor].map((it) => (it == null ? '-' : formatMinor(it, 'USD')));
  const foreign = [debitId, creditId].some((id) => byId.get(id)?.foreign) ? ` | ${told.join('/')}` : '';
  return `${nameOf(debitId)} ~ ${nameOf(creditId)} | ${formatMinor(amountMinor, 'EUR')} | ${day}${foreign}`;
}

function partyText({ id, name, shared }: Party): string {
  return `${id} ${name}${shared ? ' (shared)' : ''}`;
}

function faultText({ code, place, params }: Fault): string {
  const told = code === 'entry-unbalanced-elsewhere' || code.startsWith('opening-') ? Object.entries(params) : [];
  const values = told.flatMap(([name, value]) => {
    if (name === 'entry') return [];
    return [typeof value === 'object' ? formatMinor(value.minor, value.currency) : String(value)];
  });
  const line = place.line === undefined || code.startsWith('opening-') ? [] : [`line ${place.line}`];
  return [code, ...values, ...line].join(' ');
}

function accounts(lines: readonly LedgerLine[], tell: (lines: LedgerLine[]) => string): string {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) groups.set(line.account, [...(groups.get(line.account) ?? []), line]);
  const told = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([account, own]) => `${account} ${tell(own)}`);
  return told.join(', ');
}

function sumOf(lines: readonly LedgerLine[]): number {
  return lines.reduce((total, line) => total + line.amountMinor, 0);
}

export function isRefused(pulled: Whole | Fault[]): pulled is Fault[] {
  return Array.isArray(pulled) && pulled.every(isFault);
}
