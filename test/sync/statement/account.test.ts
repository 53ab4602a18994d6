// Whose account a statement is of: by IBAN, by the number inside it, or by the movements that the ledger knows.
import { describe, expect, it } from 'vitest';
import type { BankAccount } from '../../../sync/model/company.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { accountOf, bindingOf } from '../../../sync/statement/account.ts';
import { openItem } from '../entry/decided.ts';

const IBAN = 'FR7619999001000000007000096';
const account = (text: string, ledgerAccount: string | null = null): BankAccount => ({
  account: text,
  name: text,
  ledgerAccount,
  journal: null,
  currency: 'EUR',
});

describe('an account text', () => {
  it.each([
    ['the IBAN with blanks', 'FR76 1999 9001 0000 0000 7000 096', IBAN],
    ['the number of an OFX', '00000070000', IBAN],
    ['bank, branch and number', '19999 00100 00000070000', IBAN],
    ['a short number', '7000', null],
    ['a stranger', 'DE02120300000000202051', null],
  ])('%s means the company’s account or none', (_, text, found) => {
    expect(accountOf([account(IBAN), account('BE68539007547034')], text)?.account ?? null).toBe(found);
  });

  it('of an IBAN means the account that was first known by its number', () => {
    expect(accountOf([account('00000070000')], IBAN)?.account).toBe('00000070000');
  });

  it('that could be two accounts means neither', () => {
    const two = [account(IBAN), account('FR7630003001000000007000099')];
    expect(accountOf(two, '00000070000')).toBeNull();
  });
});

describe('an unknown account', () => {
  const move = (day: string, amountMinor: number) => ({ bookingDay: day as Day, amountMinor });
  const entry = (number: string, day: string, amountMinor: number, journal = 'BQ'): LedgerLine =>
    openItem({
      id: `${number}${day}${amountMinor}`,
      account: number,
      role: 'bank',
      day: day as Day,
      amountMinor,
      residualMinor: 0,
      journal,
    });
  const STATEMENT = [move('2026-11-02', 100), move('2026-11-03', -50), move('2026-11-04', 70)];

  it('is the one whose movements it repeats, also some days beside', () => {
    const ledger = [
      entry('512100', '2026-11-02', 999),
      ...[
        entry('512200', '2026-11-03', 100, 'B2'),
        entry('512200', '2026-11-03', -50, 'B2'),
        entry('512200', '2026-11-06', 70, 'B2'),
      ],
    ];
    expect(bindingOf(STATEMENT, ledger, [account('X', '512100')])).toEqual({
      ledgerAccount: '512200',
      journal: 'B2',
      by: 'movements',
    });
  });

  it('is the only one there is while none is linked', () => {
    expect(bindingOf(STATEMENT, [entry('512100', '2026-10-01', 1)], [])).toMatchObject({
      ledgerAccount: '512100',
      by: 'sole',
    });
    expect(bindingOf(STATEMENT, [entry('512100', '2026-10-01', 1)], [account('X', '512900')])).toBeNull();
  });

  it('takes its journal from movements, never from an opening entry', () => {
    const opening = { ...entry('512100', '2026-01-01', 900, 'AN'), kind: 'opening' } as const;
    expect(bindingOf(STATEMENT, [opening], [])).toMatchObject({ ledgerAccount: '512100', journal: 'BQ' });
    const moved = entry('512100', '2026-10-01', 1, 'CR');
    expect(bindingOf(STATEMENT, [opening, { ...opening, id: 'o2' }, moved], [])).toMatchObject({ journal: 'CR' });
  });

  it('is nobody’s when two accounts could be it, when too few movements agree, or when all are taken', () => {
    const both = ['512100', '512200'].flatMap((number) =>
      STATEMENT.map((it) => entry(number, it.bookingDay, it.amountMinor)),
    );
    expect(bindingOf(STATEMENT, both, [])).toBeNull();
    const few = [entry('512100', '2026-11-02', 100), entry('512200', '2026-11-30', 1)];
    expect(bindingOf(STATEMENT, few, [])).toBeNull();
    expect(bindingOf(STATEMENT, [entry('512100', '2026-11-02', 100)], [account('X', '512100')])).toBeNull();
    expect(bindingOf(STATEMENT, [], [])).toBeNull();
  });
});
