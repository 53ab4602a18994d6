// Lines of bank files that the ERP does not hold become statement lines there, once each; what it moved is said.
import { type Fault, fault, isFault, says } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import type { Erp, NewBankLine, NewStatement } from '../port/erp.ts';
import type { Refused } from '../port/night.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { attempt, type Desk } from './desk.ts';
import { twinsOf } from './twins.ts';

export type Made = { made: number; refused: Refused[] };

/**
 * Makes what is missing and remembers under which name it stands there. A line that may be one which somebody typed there is
 * not made; it waits for a person to say so. Faults: erp-*; what was made until then is found again by the next pull.
 */
export async function makeMissing(desk: Desk, erp: Erp, company: Company): Promise<Made | Fault> {
  if (company.mode === 'shadow' || !erp.can.lines) return { made: 0, refused: [] };
  const missing = await desk.store.within(company.id, (tx) => missingIn(tx));
  if (missing.lines.length === 0) return { made: 0, refused: [] };
  const made = await erp.makeLines(missing.statements, missing.lines);
  if (isFault(made)) return made;
  const asked = new Map(missing.lines.map(({ line }) => [line.id, line]));
  const named = await attempt(desk, company.id, async (tx) => {
    await tx.bank.nameInErp(made.map(({ id, erpId }) => ({ lineId: id, erpId })));
    const by = { kind: 'program' } as const;
    const facts = { lines: made.length, statements: missing.statements.length };
    await tx.audit.append({ at: desk.clock.now(), by, what: 'post', subject: erp.name, facts });
  });
  if (isFault(named)) return named;
  const refused = made.flatMap(({ id, day }): Refused[] => {
    const line = asked.get(id);
    if (!line || line.bookingDay === day) return [];
    const moved = fault('line-moved', {}, { erp: erp.name, from: line.bookingDay, to: day });
    return [{ lineId: id, code: moved.code, reason: { fr: says(moved, 'fr'), en: says(moved, 'en') } }];
  });
  return { made: made.length, refused };
}

async function missingIn(tx: Tx): Promise<{ statements: NewStatement[]; lines: NewBankLine[] }> {
  if ((await tx.link.get()).halted !== null) return { statements: [], lines: [] };
  const banks = new Map((await tx.bank.accounts()).map((it) => [it.account, it]));
  const twins = await twinsOf(tx);
  const outside = (await tx.bank.outsideErp()).filter((line) => !twins.has(line.id) && line.amountMinor !== 0);
  const byStatement = new Map<string, StoredLine[]>();
  for (const line of outside) byStatement.set(line.statementId, [...(byStatement.get(line.statementId) ?? []), line]);
  const statements: NewStatement[] = [];
  const lines: NewBankLine[] = [];
  for (const [id, group] of byStatement) {
    const row = await tx.bank.statement(id);
    const bank = row ? banks.get(row.account) : undefined;
    const journal = bank?.journal;
    if (!row || !journal || group.some((line) => line.currency !== bank.currency)) continue;
    const days = group.map((line) => line.bookingDay).sort();
    statements.push({
      id: row.id,
      journal,
      number: row.number,
      day: row.closingDay ?? days.at(-1) ?? '1970-01-01',
      ...balancesOf(row, group),
    });
    lines.push(...group.map((line) => ({ line, journal, statementId: row.id })));
  }
  return { statements, lines };
}

/** A statement of which the ERP holds lines already, or whose balances no file said, states only what its new lines move. */
function balancesOf(
  row: { openingMinor: number | null; closingMinor: number | null; lineCount: number },
  group: readonly StoredLine[],
): Pick<NewStatement, 'openingMinor' | 'closingMinor'> {
  const isWhole = group.length === row.lineCount && row.openingMinor !== null && row.closingMinor !== null;
  if (isWhole) return { openingMinor: row.openingMinor, closingMinor: row.closingMinor };
  const moved = group.reduce((sum, line) => sum + line.amountMinor, 0);
  const openingMinor = row.openingMinor ?? 0;
  return { openingMinor, closingMinor: openingMinor + moved };
}
