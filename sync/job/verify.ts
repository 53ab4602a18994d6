// Computes again what must hold in a company's data, from the facts and not from what is kept beside them.
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Check } from '../port/erp.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { agedBalance } from './aged.ts';
import { bookedItems } from './booked.ts';
import { wrongSetOffs } from './set-off.ts';
import type { Stated } from './stated.ts';
import { wrongGrounds } from './verify-trust.ts';

const ALL = 1_000_000;

/**
 * Every invariant with what does not hold; `ok` of all means that nothing was found. `stated`: what the ledger says itself now;
 * unsaid, its totals of the last reading count.
 */
export async function verify(tx: Tx, today: Day, stated?: Stated): Promise<Check[]> {
  return [
    await auditChain(tx),
    await residuals(tx),
    await statements(tx),
    await decisions(tx),
    await entries(tx),
    await trust(tx),
    await setOffs(tx),
    await control(tx, today, stated),
  ];
}

async function auditChain(tx: Tx): Promise<Check> {
  const broken = await tx.audit.verify();
  return broken === null
    ? found('audit', true, 'la chaîne est entière', 'the chain is whole')
    : found('audit', false, `la chaîne est rompue à l'événement ${broken}`, `the chain breaks at event ${broken}`);
}

async function residuals(tx: Tx): Promise<Check> {
  const drifted = await tx.ledger.drifted();
  const wrong = (await tx.ledger.openItems()).filter(
    (item) =>
      Math.sign(item.residualMinor) !== Math.sign(item.amountMinor) ||
      Math.abs(item.residualMinor) > Math.abs(item.amountMinor),
  );
  const ids = [...new Set([...drifted, ...wrong.map((item) => item.id)])];
  return found(
    'residuals',
    ids.length === 0,
    amiss(ids, 'reste(s) dû(s) à revoir'),
    amiss(ids, 'residual(s) to look at'),
  );
}

async function statements(tx: Tx): Promise<Check> {
  const wrong = (await tx.view.imports(ALL)).flatMap((file) =>
    file.statements
      .filter((it) => it.balanced === false)
      .map((it) => `${file.name} ${it.account} ${it.number ?? ''}`.trim()),
  );
  return found(
    'statements',
    wrong.length === 0,
    amiss(wrong, 'relevé(s) non équilibré(s)'),
    amiss(wrong, 'statement(s) not balanced'),
  );
}

/**
 * allocations + adjustments + rest = the bank line, of every acceptance, and nil of every letter. Of a line that the ledger holds, what its customer lines
 * still had open was decided: never more than they are, which a fee that is booked already makes more than the bank's amount.
 */
async function decisions(tx: Tx): Promise<Check> {
  const wrong: string[] = [];
  const loose: { id: string; line: StoredLine; decidedMinor: number }[] = [];
  for (const { id, action, lineId, candidate } of await tx.decisions.list({ limit: ALL })) {
    if (candidate === null || (action !== 'letter' && (action !== 'accept' || lineId === null))) continue;
    const line = lineId === null ? null : await tx.bank.line(lineId);
    const { allocations, adjustments, restMinor } = candidate;
    const parts = [
      ...allocations.map((it) => it.lineMinor ?? it.amountMinor),
      ...adjustments.map((it) => it.amountMinor),
      restMinor,
    ];
    const decidedMinor = sum(parts);
    if (decidedMinor === (action === 'letter' ? 0 : line?.amountMinor)) continue;
    if (line && line.booked.length > 0) loose.push({ id, line, decidedMinor });
    else wrong.push(id);
  }
  const behind = await bookedItems(
    tx,
    loose.map(({ line }) => line),
  );
  for (const { id, line, decidedMinor } of loose) {
    const heldMinor = -sum((behind.get(line.id) ?? []).map((item) => item.amountMinor));
    const isWithin = Math.sign(decidedMinor) === Math.sign(heldMinor) && Math.abs(decidedMinor) <= Math.abs(heldMinor);
    if (!isWithin) wrong.push(id);
  }
  return found(
    'decisions',
    wrong.length === 0,
    amiss(wrong, 'décision(s) dont la somme est fausse'),
    amiss(wrong, 'decision(s) that do not add up'),
  );
}

/** Every unattended match follows from what was decided before it. */
async function trust(tx: Tx): Promise<Check> {
  const wrong = await wrongGrounds(tx);
  return found(
    'trust',
    wrong.length === 0,
    amiss(wrong, 'rapprochement(s) automatique(s) sans preuve'),
    amiss(wrong, 'unattended match(es) without proof'),
  );
}

/** Every set-off rests on an agreement that was on file when it was decided. */
async function setOffs(tx: Tx): Promise<Check> {
  const wrong = await wrongSetOffs(tx, ALL);
  return found(
    'set-off',
    wrong.length === 0,
    amiss(wrong, 'compensation(s) sans accord'),
    amiss(wrong, 'set-off(s) without agreement'),
  );
}

async function entries(tx: Tx): Promise<Check> {
  const wrong = (await tx.outbox.waiting())
    .filter((row) => sum(row.entry.map((line) => line.amountMinor)) !== 0)
    .map((row) => row.id);
  return found(
    'entries',
    wrong.length === 0,
    amiss(wrong, 'écriture(s) non équilibrée(s)'),
    amiss(wrong, 'entry(ies) not balanced'),
  );
}

async function control(tx: Tx, today: Day, stated: Stated | undefined): Promise<Check> {
  const { control: it } = await agedBalance(tx, { asOf: today, stated });
  const wrong = it.accounts
    .filter((row) => row.inside && row.ledgerMinor !== row.reportMinor)
    .map((row) => row.account);
  const ok = it.differenceMinor === 0 && wrong.length === 0;
  return found(
    'aged balance',
    ok,
    amiss(wrong, "compte(s) qui s'écartent du grand livre"),
    amiss(wrong, 'account(s) that differ from the ledger'),
  );
}

function amiss(subjects: readonly string[], what: string): string {
  const shown = subjects.slice(0, 10).join(', ');
  return subjects.length === 0
    ? `0 ${what}`
    : `${subjects.length} ${what} : ${shown}${subjects.length > 10 ? ' …' : ''}`;
}

function found(name: string, ok: boolean, fr: string, en: string): Check {
  return { name, ok, says: { fr, en } };
}
