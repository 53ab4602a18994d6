// Money out and money that is no customer's, beside the suppliers, wages, taxes and fees that every month brings.

import type { BankKey } from '../account.ts';
import { against } from '../cost.ts';
import type { Kind } from '../movement.ts';
import type { Scenario } from '../scene.ts';

type Row = {
  name: string;
  bank: BankKey;
  kind: Kind;
  minor: number;
  account: string;
  payer: string | null;
  text: string;
};

const ROWS: readonly Row[] = [
  {
    name: 'cash paid in',
    bank: 'collection',
    kind: 'cash',
    minor: 86_500,
    account: '530000',
    payer: null,
    text: 'VERSEMENT ESPECES AGENCE 04417',
  },
  {
    name: 'refund of a charge',
    bank: 'main',
    kind: 'transfer',
    minor: 24_718,
    account: '431000',
    payer: 'URSSAF',
    text: 'REMBOURSEMENT TROP VERSE',
  },
  {
    name: 'subsidy',
    bank: 'main',
    kind: 'transfer',
    minor: 150_000,
    account: '758000',
    payer: 'AGENCE REGIONALE ECO BRIZANCE',
    text: 'AIDE TRANSITION DOSSIER 7714',
  },
  {
    name: 'tax',
    bank: 'main',
    kind: 'debited',
    minor: -187_400,
    account: '635100',
    payer: 'DGFIP',
    text: 'CFE ROLE GENERAL',
  },
  {
    name: "partner's account",
    bank: 'second',
    kind: 'paid',
    minor: -120_000,
    account: '455000',
    payer: 'COMPTE COURANT ASSOCIE',
    text: 'REMBT COMPTE COURANT',
  },
  {
    name: 'business card',
    bank: 'main',
    kind: 'debited',
    minor: -6_742,
    account: '625100',
    payer: null,
    text: 'CARTE 4417 PEAGES ET PARKING',
  },
];

export const debit: readonly Scenario[] = ROWS.map(
  (row): Scenario => ({
    name: row.name,
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const { bank, kind, minor } = row;
      const spec = { name: row.payer, text: () => [row.text] };
      scene.move({
        bank,
        kind,
        day: scene.day(),
        payments: [against(row.name, minor, { [row.account]: -minor }, spec)],
      });
    },
  }),
);
