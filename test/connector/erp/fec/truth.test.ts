// Six made-up companies in the manner of six programs, against what is true of them.
import { describe, expect, it } from 'vitest';
import { exportFec } from '../../../../connector/erp/fec/index.ts';
import { type Ledger, readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { CUSTOMER_ROLES } from '../../../../sync/model/ledger.ts';
import { COMPANY } from './fixture.ts';
import { proveLetters } from './proof.ts';
import { residualsOf } from './text.ts';
import { type At, bytesOf, COMPANIES, configOfFiles, IS_THERE, type Truth, truthOf } from './truth.ts';

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

describe.skipIf(!IS_THERE).each(COMPANIES)('%s', (company) => {
  it('has the open items that it should have, each once, with its residual', () => {
    const { truth, ledger } = read(company);
    const residuals = residualsOf(ledger);
    const open = ledger.lines.filter((line) => CUSTOMER.has(line.role) && residuals.get(line.id) !== 0);
    const found = open.map((line) => `${placeOf(ledger, line.id)} ${residuals.get(line.id)}`).sort();
    expect(found).toEqual(truth.openItems.map((item) => `${keyOf(item)} ${item.residual}`).sort());
  });

  it('has the balances of its customers, and of its bank account', () => {
    const { truth, ledger } = read(company);
    const balances = new Map<string, number>();
    for (const { id, account, role, amountMinor } of ledger.lines) {
      if (!CUSTOMER.has(role)) continue;
      const key = `${account} ${ledger.items.get(id)!.row.detail!.aux}`;
      balances.set(key, (balances.get(key) ?? 0) + amountMinor);
    }
    for (const { CompteNum, CompAuxNum, balance } of truth.balances) {
      expect([CompteNum, CompAuxNum, balances.get(`${CompteNum} ${CompAuxNum}`) ?? 0]).toEqual([
        CompteNum,
        CompAuxNum,
        balance,
      ]);
    }
    const stated = new Map(ledger.balances.map((row) => [row.account, row.balanceMinor]));
    expect(stated.get(truth.bankAccount)).toBe(truth.ledgerBank);
    const customers = [...balances.values()].reduce((sum, each) => sum + each, 0);
    const control = ledger.accounts
      .filter(({ role }) => CUSTOMER.has(role))
      .map(({ number }) => stated.get(number) ?? 0);
    expect(customers).toBe(control.reduce((sum, each) => sum + each, 0));
  });

  it('takes every letter that it may take, and a second checker finds nothing else moved', () => {
    const { truth, ledger } = read(company);
    const idAt = new Map(ledger.lines.map((line) => [placeOf(ledger, line.id), line.id]));
    const groups = truth.mayLetter.map(({ lines }) => ({
      itemIds: lines.map((at) => idAt.get(keyOf(at))!),
      day: '2000-01-01' as const,
    }));
    const names = truth.exercises.map(({ file }) => file);
    const lettered = exportFec(configOfFiles(names, truth.siren), groups);
    if (Array.isArray(lettered)) throw new Error('refused');
    expect(lettered.skipped).toEqual([]);
    const pairs = lettered.files.map(({ bytes }, index) => {
      const name = ledger.books[index]!.file.name;
      return { name, original: bytesOf(name), exported: bytes };
    });
    const lines = truth.mayLetter.reduce((sum, group) => sum + group.lines.length, 0);
    expect(proveLetters(pairs)).toEqual({ violations: [], groups: truth.mayLetter.length, linesTouched: lines });
  });

  it('is lettered for good: read again, what was lettered is settled and all else is as it was', () => {
    const { truth, ledger } = read(company);
    const idAt = new Map(ledger.lines.map((line) => [placeOf(ledger, line.id), line.id]));
    const groups = truth.mayLetter.map(({ lines }) => ({
      itemIds: lines.map((at) => idAt.get(keyOf(at))!),
      day: '2000-01-01' as const,
    }));
    const config = configOfFiles(
      truth.exercises.map(({ file }) => file),
      truth.siren,
    );
    const lettered = exportFec(config, groups);
    if (Array.isArray(lettered)) throw new Error('refused');
    const again = readLedger({ ...config, files: lettered.files });
    if (Array.isArray(again)) throw new Error('refused');
    const before = residualsOf(ledger);
    for (const { itemIds } of groups) for (const id of itemIds) before.set(id, 0);
    expect(residualsOf(again)).toEqual(before);
  });

  it('keeps its ids when a draft comes back validated', (context) => {
    const truth = truthOf(company);
    if (!truth.draft) return context.skip('this company has no draft');
    const [first, final] = truth.exercises.map(({ file }) => file);
    const draft = truth.draft.file;
    const before = ledgerOf([first!, draft], truth);
    const after = ledgerOf([first!, draft, final!], truth);
    expect(after.books.map(({ file }) => file.name)).toEqual([first, final]);
    const idBefore = idsByLine(before, draft);
    const idAfter = idsByLine(after, final!);
    const kept = truth.draft.lines.filter((line) => idBefore.has(line.draft));
    expect(kept.length).toBeGreaterThan(100);
    for (const { draft: line, final: same } of kept) {
      const id = idBefore.get(line)!;
      // What the final file pays is no open item of a supplier any more; it is still the same line.
      if (before.lines.some((it) => it.id === id && it.role === 'payable'))
        expect(after.items.has(id)).toBe(same !== null);
      else if (same === null) expect(after.items.has(idBefore.get(line)!)).toBe(false);
      else expect([line, idAfter.get(same)]).toEqual([line, idBefore.get(line)]);
    }
  });
});

describe.skipIf(!IS_THERE)('a broken file of ../shared/data/fec/faults', () => {
  it.each([
    ['faults/unbalanced-customer/999013006FEC20241231.txt', 'refused', 'entry-unbalanced', 153],
    ['faults/unbalanced-other/999013006FEC20241231.txt', 'warned', 'entry-unbalanced-elsewhere', 227],
    ['faults/other-siren/999099993FEC20241231.txt', 'refused', 'fec-siren', undefined],
    ['faults/header-only/999014111FEC20241231.txt', 'refused', 'fec-empty', 1],
    ['faults/no-header/999014111FEC20241231.txt', 'refused', 'fec-header', 1],
  ])('%s is %s', (file, outcome, code, line) => {
    const siren = code === 'fec-siren' ? '999013006' : null;
    const ledger = readLedger({ ...COMPANY, siren, files: [{ name: file.split('/').at(-1)!, bytes: bytesOf(file) }] });
    const faults = Array.isArray(ledger) ? ledger : ledger.warnings;
    expect(Array.isArray(ledger) ? 'refused' : 'warned').toBe(outcome);
    expect(faults.map((fault) => [fault.code, fault.place.line])).toContainEqual([code, line]);
  });

  it('with blanks between thousands is read as the file that it was made from', () => {
    const broken = ledgerOf(['faults/thousands/999015969FEC20241231.txt'], { siren: '999015969' });
    const sound = ledgerOf(['09-ciel/2/999015969FEC20241231.txt'], { siren: '999015969' });
    expect(broken.lines).toEqual(sound.lines);
  });
});

function read(company: string): { truth: Truth; ledger: Ledger } {
  const truth = truthOf(company);
  return {
    truth,
    ledger: ledgerOf(
      truth.exercises.map(({ file }) => file),
      truth,
    ),
  };
}

function ledgerOf(files: readonly string[], { siren }: { siren: string }): Ledger {
  const ledger = readLedger(configOfFiles(files, siren));
  if (Array.isArray(ledger)) throw new Error(`refused: ${ledger.map((fault) => fault.code).join()}`);
  return ledger;
}

/** Where a line stands now: in the newest file that holds it. */
function placeOf({ items, books }: Ledger, id: string): string {
  const { now } = items.get(id)!;
  return keyOf({ file: books[now.book]!.file.name, line: now.row.line });
}

function idsByLine({ items, books, lines }: Ledger, file: string): Map<number, string> {
  const here = lines.map((line) => ({ id: line.id, now: items.get(line.id)!.now }));
  return new Map(
    here.filter(({ now }) => books[now.book]!.file.name === file).map(({ id, now }) => [now.row.line, id]),
  );
}

function keyOf({ file, line }: At): string {
  return `${file}:${line}`;
}
