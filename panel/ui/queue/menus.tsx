// What opens above the action bar: why to reject, when to come back, what else it is, and the rest of the actions.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import type { RejectReason } from '../../../sync/model/decision.ts';
import { addDays, nextMonday } from '../day.ts';
import { DayInput } from '../part/day-input.tsx';
import { Menu } from '../part/menu.tsx';
import { today, words, write } from '../words/index.ts';
import { flag, later, reject, setAside } from './decide.ts';
import { close, open, show, toggleReasons } from './open.ts';

const REJECTS: readonly RejectReason[] = [
  'wrong-invoice',
  'wrong-customer',
  'wrong-amount',
  'not-a-receipt',
  'duplicate',
  'other',
];
const ASIDES = ['transfer', 'supplier', 'tax', 'loan', 'other'] as const;

/** The one that is open, if any. */
export function Menus() {
  const w = words.value;
  const which = open.value;
  if (which === 'reject') return <RejectMenu />;
  if (which === 'later') return <LaterMenu />;
  if (which === 'set-aside') {
    const pick = (reason: (typeof ASIDES)[number]) => () => {
      close();
      setAside(reason);
    };
    return (
      <Menu
        label={w.aside.label}
        heading={w.aside.heading}
        items={ASIDES.map((it) => ({ text: w.aside[it], onPick: pick(it) }))}
        onClose={close}
        foot={w.aside.foot}
      />
    );
  }
  if (which !== 'more') return null;
  const after = (act: () => void) => () => {
    close();
    act();
  };
  const items = [
    { text: w.act.flag, note: 'V', onPick: after(flag) },
    { text: w.act.setAside, note: 'I', onPick: () => show('set-aside') },
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
  const [asking, setAsking] = useState(false);
  const days = { tomorrow: addDays(today.value, 1), monday: nextMonday(today.value), week: addDays(today.value, 7) };
  const put = (day: Day) => {
    close();
    later(day, '');
  };
  if (asking) return <AskDay heading={w.date} min={days.tomorrow} onDone={put} />;
  const items = [
    ...(['tomorrow', 'monday', 'week'] as const).map((name) => ({
      text: w[name],
      note: write.value.heading(days[name]),
      onPick: () => put(days[name]),
    })),
    { text: w.date, onPick: () => setAsking(true) },
  ];
  return <Menu label={w.label} heading={w.heading} items={items} foot={w.foot} onClose={close} />;
}

const focusField = (field: HTMLInputElement | null): void => field?.focus();

function AskText(props: { heading: string; onDone: (text: string) => void }) {
  return (
    <form
      class="menu ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(String(new FormData(event.currentTarget).get('answer') ?? ''));
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
    >
      <div class="grow">
        <label class="menu-head" for="answer">
          {props.heading}
        </label>
        <input id="answer" name="answer" type="text" required maxLength={200} ref={focusField} />
      </div>
      <button class="btn pri" type="submit">
        {words.value.act.confirm}
      </button>
    </form>
  );
}

function AskDay(props: { heading: string; min: Day; onDone: (day: Day) => void }) {
  const [day, setDay] = useState(props.min);
  useLayoutEffect(() => document.getElementById('answer')?.focus(), []);
  return (
    <div class="menu ask-form">
      <div class="grow">
        <label class="menu-head" for="answer">
          {props.heading}
        </label>
        <DayInput id="answer" day={day} min={props.min} onDay={setDay} onEnter={props.onDone} onEscape={close} />
      </div>
      <button class="btn pri" type="button" onClick={() => props.onDone(day)}>
        {words.value.act.confirm}
      </button>
    </div>
  );
}
