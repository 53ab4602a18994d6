// One decision on a bank line, in each host's own way, chosen by its dialect.
import type { Chart } from '../chart.ts';
import type { WriteDialect } from '../dialect/write.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import type { Reply } from '../transport/transport.ts';
import type { BankSide } from './bank.ts';
import type { Part, Plan } from './plan.ts';
import { readOne } from './read.ts';
import type { Placed } from './standing.ts';
import { currencyId, itemValues, wireAmount } from './vals.ts';
import { wayOf } from './way.ts';

export type Unmatched = Extract<Reply, { ok: false }>;

type Match = (host: Host, chart: Chart, bank: BankSide, plan: Plan) => Promise<Reply>;

export function writeMatch(host: Host, chart: Chart, bank: BankSide, plan: Plan): Promise<Reply> {
  return MATCHES[wayOf(host, plan.rates)](host, chart, bank, plan);
}

const MODEL = 'account.bank.statement.line';

/** The suspense line goes, one line for each part comes, matched as it is made where the host can. */
async function writeLine(host: Host, chart: Chart, bank: BankSide, plan: Plan): Promise<Reply> {
  const matchesAsMade = wayOf(host, plan.rates) === 'write-statement-line';
  const commands = [
    // Whose money it is was said by who matched the first part.
    [1, bank.liquidity, plan.payer === null || bank.others > 0 ? {} : { partner_id: plan.payer }],
    ...(bank.suspense ? [[2, bank.suspense.id, 0]] : []),
    ...plan.parts.map((part) => [
      0,
      0,
      {
        ...itemValues(part, chart, host.dialect.write.amount),
        ...(matchesAsMade && part.settles ? { reconciled_lines_ids: [[6, 0, [part.settles.id]]] } : {}),
      },
    ]),
  ];
  const named = { vals: { line_ids: commands }, context: { force_delete: true } };
  return host.call({ model: MODEL, method: 'write', effect: 'write', ids: [bank.statementLine], named });
}

/**
 * Matches the lines that stand unmatched there, one by one, on a host that does not match them as they are made. Null when
 * nothing more is to do, or nothing was refused: what stands is read by whoever asked.
 */
export async function matchPlaced(host: Host, plan: Plan, placed: readonly Placed[]): Promise<Unmatched | null> {
  if (wayOf(host, plan.rates) !== 'write-then-reconcile') return null;
  for (const { part, line, matchedMinor } of placed) {
    if (part.settles === null || matchedMinor !== 0) continue;
    const ids = [line, part.settles.id];
    const call = { model: 'account.move.line', method: 'reconcile', effect: 'write', ids, named: {} } as const;
    const reply = await host.call(call);
    if (!reply.ok) return reply;
  }
  return null;
}

/**
 * Such a host completes no line that is matched in part: it refuses by itself, in words of its own, or what is written first could
 * not be taken back alone.
 */
export function completesParts(host: Host): boolean {
  return host.dialect.write.match === 'write-statement-line';
}

/** What the entry is prepared with is written before: by itself it settles nothing, and twice it is the same. */
async function reconcileLine(host: Host, chart: Chart, bank: BankSide, plan: Plan): Promise<Reply> {
  const vals = { ...(await payerOf(host, bank, plan)), ...foreignOf(plan, bank, chart) };
  if (Object.keys(vals).length > 0) {
    const prepared = await host.call({
      model: MODEL,
      method: 'write',
      effect: 'write',
      ids: [bank.statementLine],
      named: { vals },
    });
    if (!prepared.ok) return prepared;
  }
  const named = { lines_vals_list: plan.parts.map((part) => lineValues(part, chart)) };
  return host.call({ model: MODEL, method: 'reconcile', effect: 'write', ids: [bank.statementLine], named });
}

async function payerOf(host: Host, bank: BankSide, { payer }: Plan): Promise<{ partner_id?: number }> {
  if (payer === null) return {};
  const line = await readOne(host, MODEL, bank.statementLine, ['partner_id']);
  return 'code' in line || linked(line['partner_id']) === payer ? {} : { partner_id: payer };
}

/** This host converts by its own rates unless the bank line itself says what it is worth in the items' currency. */
function foreignOf(
  { parts }: Plan,
  bank: BankSide,
  chart: Chart,
): { foreign_currency_id?: number; amount_currency?: number } {
  const [first] = parts;
  if (first?.foreign?.currency === bank.currency) return {};
  if (!first?.foreign || parts.some((part) => part.foreign?.currency !== first.foreign?.currency)) return {};
  const total = parts.reduce((sum, part) => sum + (part.foreign?.minor ?? 0), 0);
  const id = currencyId(first.foreign.currency, chart);
  return id === undefined
    ? {}
    : { foreign_currency_id: id, amount_currency: wireAmount(-total, first.foreign.currency) };
}

function lineValues(part: Part, chart: Chart): Record<string, unknown> {
  const { settles, foreign, balanceMinor, name } = part;
  const balance = foreign ? wireAmount(foreign.minor, foreign.currency) : wireAmount(balanceMinor, chart.currency);
  if (settles) return { id: settles.id, balance, name };
  return { account_id: part.account, partner_id: part.partner ?? false, balance, name, ...part.tax };
}

const MATCHES: Readonly<Record<WriteDialect['match'], Match>> = {
  'write-statement-line': writeLine,
  'write-then-reconcile': writeLine,
  'reconcile-statement-line': reconcileLine,
};
