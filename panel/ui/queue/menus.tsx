// What opens above the action bar: why to reject, when to come back, what else it is, and the rest of the actions.
import { useState } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import type { RejectReason } from '../../../sync/model/decision.ts';
import { addDays, nextMonday } from '../day.ts';
import { Menu } from '../part/menu.tsx';
import { today, words, write } from '../words/index.ts';
import { AccountPick } from './account-pick.tsx';
import { AskDay, AskText } from './ask.tsx';
import { flag, later, reject } from './decide.ts';
import { changeDraft, draft } from './detail.ts';
import { DifferenceMenu, NatureMenu, TransferMenu } from './nature-menu.tsx';
import { close, open, show, toggleReasons } from './open.ts';
import { chooseAdvice } from './paste.ts';
import { current } from './state.ts';

export const REJECTS: readonly RejectReason[] = [
  'wrong-invoice',
  'wrong-customer',
  'wrong-amount',
  'not-a-receipt',
  'duplicate',
  'other',
];

/** The one that is open, if any. */
export function Menus() {
  const w = words.value;
  const which = open.value;
  if (which === 'reject') return <RejectMenu />;
  if (which === 'later') return <LaterMenu />;
  const own = draft.value;
  const lineId = current.value?.lineId;
  if (which === 'set-aside') return <NatureMenu />;
  if (which === 'transfer') return lineId ? <TransferMenu lineId={lineId} /> : null;
  if (which === 'difference') return own ? <DifferenceMenu own={own} change={changeDraft} claims /> : null;
  if (which === 'account') return own && lineId ? <AccountPick lineId={lineId} own={own} change={changeDraft} /> : null;
  if (which !== 'more') return null;
  const after = (act: () => void) => () => {
    close();
    act();
  };
  const items = [
    { text: w.act.flag, note: 'V', onPick: after(flag) },
    { text: w.act.setAside, note: 'I', onPick: () => show('set-aside') },
    { text: w.advice.choose, note: 'Ctrl V', onPick: after(chooseAdvice) },
    { text: w.act.reasons, note: 'W', onPick: after(toggleReasons) },
  ];
  return <Menu label={w.act.more} heading={w.act.more} items={items} onClose={close} />;
}

function RejectMenu() {
  const w = words.value;
  const [asking, setAsking] = useState(false);
  const pick = (reason: RejectReason) => () => {
    if (reason === 'other') {
      setAsking(true);
      return;
    }
    close();
    reject(reason, '');
  };
  if (asking) {
    return (
      <AskText
        heading={w.reject.why}
        onDone={(text) => {
          close();
          reject('other', text);
        }}
      />
    );
  }
  const items = REJECTS.map((reason) => ({
    text: w.reject[reason],
    note: w.reject.note[reason],
    onPick: pick(reason),
  }));
  return <Menu label={w.reject.label} heading={w.reject.heading} items={items} foot={w.reject.foot} onClose={close} />;
}

function LaterMenu() {
  const w = words.value.later;
  const [asking, setAsking] = useState<'day' | 'note' | null>(null);
  const [note, setNote] = useState('');
  const days = { tomorrow: addDays(today.value, 1), monday: nextMonday(today.value), week: addDays(today.value, 7) };
  const put = (day: Day) => {
    close();
    later(day, note);
  };
  if (asking === 'day') return <AskDay heading={w.date} min={days.tomorrow} onDone={put} />;
  if (asking === 'note') {
    return (
      <AskText
        heading={w.noteAsk}
        required={false}
        onDone={(text) => {
          setNote(text);
          setAsking(null);
        }}
      />
    );
  }
  const items = [
    ...(['tomorrow', 'monday', 'week'] as const).map((name) => ({
      text: w[name],
      note: write.value.heading(days[name]),
      onPick: () => put(days[name]),
    })),
    { text: w.date, onPick: () => setAsking('day') },
    { text: w.note, ...(note === '' ? {} : { note: write.value.quoted(note) }), onPick: () => setAsking('note') },
  ];
  return <Menu label={w.label} heading={w.heading} items={items} foot={w.foot} onClose={close} />;
}
