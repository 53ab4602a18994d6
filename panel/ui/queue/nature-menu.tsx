// What opens when a line is no customer's receipt, or a difference is none of the usual: where the money goes.
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import type { QueueRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { addDays } from '../day.ts';
import { Menu, type MenuItem } from '../part/menu.tsx';
import { today, words, write } from '../words/index.ts';
import { AskDay, AskText } from './ask.tsx';
import { setAside, transfer } from './decide.ts';
import { type ChangeDraft, type Choice, chooseWith, type Draft, type Facts, fits, isShort } from './draft.ts';
import { close, show } from './open.ts';

const ASIDES = ['supplier', 'tax', 'loan', 'other'] as const;
/** A retention is held for a year after the works are accepted (law of 16 July 1971). */
const RETENTION_DAYS = 365;
const HALVES_MAX = 5;

export function NatureMenu() {
  const w = words.value.aside;
  const aside = (reason: (typeof ASIDES)[number]) => () => {
    close();
    setAside(reason);
  };
  const items: MenuItem[] = [
    { text: w.account, note: w.accountNote, onPick: () => show('account') },
    { text: w.transfer, note: w.transferNote, onPick: () => show('transfer') },
    ...ASIDES.map((it) => ({ text: w[it], note: w.noEntry, onPick: aside(it) })),
  ];
  return <Menu label={w.label} heading={w.heading} items={items} onClose={close} foot={w.foot} />;
}

/** The lines that may be the other half; without one, the account of transfers waits for it. */
export function TransferMenu({ lineId }: { lineId: string }) {
  const w = words.value.aside;
  const [halves, setHalves] = useState<readonly QueueRow[] | null>(null);
  useEffect(() => {
    void client.halves(lineId).then((answer) => setHalves(answer.ok ? answer.value : []));
  }, [lineId]);
  if (halves === null) return null;
  const pick = (otherLineId: string | null) => () => {
    close();
    transfer(otherLineId);
  };
  const items: MenuItem[] = [
    ...halves.slice(0, HALVES_MAX).map((row) => ({
      text: w.half(`••${row.account.slice(-4)}`, write.value.shortDay(row.day)),
      note: write.value.money(row.amountMinor, row.currency),
      onPick: pick(row.lineId),
    })),
    { text: w.alone, note: w.aloneNote, onPick: pick(null) },
  ];
  return <Menu label={w.transfer} heading={w.pairHeading} items={items} onClose={close} />;
}

/** `claims`: what is missing may be claimed of the customer, which needs a line that was paid short. */
export function DifferenceMenu({ own, change, claims }: { own: Draft; change: ChangeDraft; claims: boolean }) {
  const w = words.value;
  const [asking, setAsking] = useState<'retention' | 'contested' | null>(null);
  const take = (choice: Choice, facts: Facts) => {
    close();
    change((it) => chooseWith(it, choice, facts));
  };
  if (asking === 'retention') {
    const year = addDays(today.value, RETENTION_DAYS);
    return (
      <AskDay
        heading={w.difference.retentionDue}
        min={today.value}
        first={year}
        onDone={(dueDay: Day) => take('retention', { dueDay })}
      />
    );
  }
  if (asking === 'contested') {
    return (
      <AskText
        heading={w.difference.contestedWhy}
        required={false}
        onDone={(note) => take('contested', note === '' ? {} : { note })}
      />
    );
  }
  const claimed: MenuItem[] = [
    { text: w.choice.contested, note: w.difference.contestedNote, onPick: () => setAsking('contested') },
    { text: w.choice['undue-discount'], note: w.difference.undueNote, onPick: () => take('undue-discount', {}) },
  ];
  const short: MenuItem[] = [
    ...(claims ? claimed : []),
    { text: w.choice.retention, note: w.difference.retentionNote, onPick: () => setAsking('retention') },
    { text: w.choice.psp_fee, onPick: () => take('psp_fee', {}) },
    { text: w.choice.fx, onPick: () => take('fx', {}) },
  ];
  const over: MenuItem[] = [{ text: w.choice.fx, onPick: () => take('fx', {}) }];
  const items = [
    ...(isShort(own) ? short : over).filter(() => fits(own, 'fx')),
    { text: `${w.choice.other}…`, note: w.difference.otherNote, onPick: () => show('account') },
  ];
  return <Menu label={w.difference.types} heading={w.difference.whatElse} items={items} onClose={close} />;
}
