// A field for a day in the reader's own writing; a browser's own date field follows the browser's language, not ours.
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import { addDays, readDay } from '../day.ts';
import { today, words, write } from '../words/index.ts';
import { Icon } from './icon.tsx';

type Props = {
  id: string;
  day: Day;
  label?: string;
  min?: Day;
  onDay: (day: Day) => void;
  onEnter: (day: Day) => void;
  onEscape: () => void;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads '20/11/2026', '20/11' (of `now`'s year), '20112026', '20.11.26', '20 Nov 2026', '2026-11-20'; null when it is no day. */
export function readTyped(text: string, now: Day): Day | null {
  const bare = text.trim().toLowerCase();
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return readDay(bare);
  const run = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(bare);
  const parts = run ?? /^(\d{1,2})[\s/.-](\d{1,2}|[a-z]{3})[a-z]*(?:[\s/.-](\d{4}|\d{2}))?$/.exec(bare);
  if (!parts) return null;
  const [, dayOfMonth = '', monthText = '', yearText = now.slice(0, 4)] = parts;
  const month = /^\d/.test(monthText)
    ? monthText.padStart(2, '0')
    : String(MONTHS.indexOf(monthText) + 1).padStart(2, '0');
  const year = yearText.length === 2 ? `20${yearText}` : yearText;
  return readDay(`${year}-${month}-${dayOfMonth.padStart(2, '0')}`);
}

/** Enter takes the day, arrows move it by one, Escape leaves it as it was. */
export function DayInput({ id, day, label, min, onDay, onEnter, onEscape }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const take = (next: Day | null) => {
    setTyped(null);
    if (next && (!min || next >= min)) onDay(next);
  };
  const wrong = typed !== null && readTyped(typed, today.value) === null;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by !== undefined) take(addDays(readTyped(typed ?? '', today.peek()) ?? day, by));
    else if (event.key === 'Enter' && !wrong) {
      const next = typed === null ? day : readTyped(typed, today.peek());
      take(next);
      if (next && (!min || next >= min)) onEnter(next);
    } else if (event.key === 'Escape') {
      setTyped(null);
      onEscape();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="fld day">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-label={label}
        aria-invalid={wrong}
        class={wrong ? 'bad' : ''}
        value={typed ?? write.value.day(day)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => take(typed === null ? null : readTyped(typed, today.peek()))}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={words.value.act.calendar}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="calendar" />
      </button>
      <input
        ref={picker}
        class="picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        {...(min ? { min } : {})}
        onChange={(event) => take(readDay(event.currentTarget.value))}
      />
    </span>
  );
}
