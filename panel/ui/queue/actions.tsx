// The action bar: what Enter does, said in full, and the other ways to be done with a line.

import { useState } from 'preact/hooks';
import type { RejectReason } from '../../../sync/model/decision.ts';
import type { QueueRow } from '../../../sync/port/view.ts';
import { addDays, nextMonday, readDay } from '../day.ts';
import { undoLine } from '../history/state.ts';
import { full } from '../outbox.ts';
import { Button } from '../part/button.tsx';
import { Menu } from '../part/menu.tsx';
import { today, words, write } from '../words/index.ts';
import { accept, flag, later, reject, setAside } from './decide.ts';
import { draft, preview } from './detail.ts';
import { type Draft, differenceOf, effectiveTakes, isShort, problemOf } from './draft.ts';
import { close, open, show, toggleReasons } from './open.ts';
import * as queue from './state.ts';

const REJECTS: readonly RejectReason[] = [
  'wrong-invoice',
  'wrong-customer',
  'wrong-amount',
  'not-a-receipt',
  'duplicate',
  'other',
];
const ASIDES = ['transfer', 'supplier', 'tax', 'loan', 'other'] as const;

export function Actions({ row }: { row: QueueRow }) {
  const w = words.value;
  const own = draft.value;
  const now = queue.rowNow(row);
  const decided = queue.decidedNow(row);
  if (decided) return <DecidedActions row={now} />;
  const stop = own ? stopOf(own) : w.state.loading;
  return (
    <div class="acts">
      <Button look="pri" caps={['⏎']} off={stop} onPress={accept}>
        {own ? primaryText(own) : w.act.accept}
      </Button>
      {own?.base !== null && own && (
        <Button caps={['R']} menu onPress={() => show('reject')}>
          {w.act.reject}
        </Button>
      )}
      <Button caps={['P']} menu onPress={() => show('later')}>
        {w.act.later}
      </Button>
      {open.value === 'search' ? (
        <Button caps={[w.keys.escape]} onPress={close}>
          {w.act.closeSearch}
        </Button>
      ) : (
        <Button caps={['C']} onPress={() => show('search')}>
          {w.act.search}
        </Button>
      )}
      <span class="sp" />
      <Button look="out" menu label={w.act.more} onPress={() => show('more')}>
        ⋯
      </Button>
      <Menus />
    </div>
  );
}

function DecidedActions({ row }: { row: QueueRow }) {
  const w = words.value;
  return (
    <div class="acts">
      <Button off={row.decisionId ? null : w.detail.notOurs} onPress={() => undoLine(row)}>
        {w.act.undoDecision}
      </Button>
      <span class="sp" />
      <Button look="out" caps={['V']} pressed={row.flagged} onPress={flag}>
        {w.act.flag}
      </Button>
    </div>
  );
}

/** Why accepting is off, in words; null when it is on. */
function stopOf(own: Draft): string | null {
  const w = words.value.problem;
  if (full.value) return w.full;
  const fault = preview.value?.fault;
  if (fault) return fault.says;
  const problem = problemOf(own);
  if (!problem) return null;
  if (problem.kind === 'too-much') return w.tooMuch(write.value.money(problem.excessMinor, own.currency));
  return { empty: w.empty, unreadable: w.unreadable, 'wrong-sign': w.wrongSign, choose: w.choose, party: w.party }[
    problem.kind
  ];
}

/** The button says what will be posted. */
export function primaryText(own: Draft): string {
  const w = words.value.primary;
  const f = write.value;
  const difference = differenceOf(own);
  const size = f.money(Math.abs(difference), own.currency);
  const takes = effectiveTakes(own).filter((take) => take.minor !== 0);
  const taken = takes.reduce((total, take) => total + (take.minor ?? 0), 0);
  if (takes.length === 0 && own.choice) return w.keep(f.money(own.amountMinor, own.currency), w.rest[own.choice] ?? '');
  if (difference === 0 || own.choice === null) return w.plain(takes.length);
  if (own.choice === 'leave') return w.leave(size);
  if (!isShort(own) && w.rest[own.choice]) return w.split(f.money(taken, own.currency), size, w.rest[own.choice] ?? '');
  return w.with(words.value.choice[own.choice].toLocaleLowerCase(), size);
}

function Menus() {
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
      <Ask
        heading={w.reject.why}
        kind="text"
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
  const put = (day: (typeof days)['tomorrow']) => {
    close();
    later(day, '');
  };
  if (asking) {
    return (
      <Ask
        heading={w.date}
        kind="date"
        min={days.tomorrow}
        onDone={(text) => {
          const day = readDay(text);
          if (day && day > today.peek()) put(day);
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
    { text: w.date, onPick: () => setAsking(true) },
  ];
  return <Menu label={w.label} heading={w.heading} items={items} foot={w.foot} onClose={close} />;
}

const focusField = (field: HTMLInputElement | null): void => field?.focus();

function Ask(props: { heading: string; kind: 'text' | 'date'; min?: string; onDone: (text: string) => void }) {
  const w = words.value;
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
        {props.kind === 'date' ? (
          <input id="answer" name="answer" type="date" min={props.min ?? ''} required ref={focusField} />
        ) : (
          <input id="answer" name="answer" type="text" required maxLength={200} ref={focusField} />
        )}
      </div>
      <button class="btn pri" type="submit">
        {w.act.confirm}
      </button>
    </form>
  );
}
