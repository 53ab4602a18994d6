// The dialog of an inverse: which lock, the entry and its day, one key.
import { useEffect, useState } from 'preact/hooks';
import { DayInput } from '../part/day-input.tsx';
import { Dialog } from '../part/dialog.tsx';
import { EntryLine } from '../queue/reasons.tsx';
import { words, write } from '../words/index.ts';
import { leave, type Offer, offer, postOffer, setDay } from './state.ts';

/** An Enter that was meant for the list behind must not post an entry that nobody has read. */
const READING_MS_MIN = 400;

export function InverseDialog() {
  const now = offer.value;
  return now && <Shown now={now} />;
}

function Shown({ now: { says, view, day } }: { now: Offer }) {
  const w = words.value.inverse;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), READING_MS_MIN);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (ready) document.getElementById('inverse-go')?.focus();
  }, [ready]);
  return (
    <Dialog title={w.title} onClose={leave}>
      <form
        class="inverse"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) postOffer();
        }}
      >
        {says.map((it) => (
          <p key={it} class="msg">
            {it}
          </p>
        ))}
        <p>{view.entry.length === 0 ? w.matchOnly : w.entryToo}</p>
        <EntryLine entry={view.entry} heading={words.value.detail.entry(write.value.day(day))} />
        <p>
          <label for="inverse-day">{w.day}</label>{' '}
          <DayInput
            id="inverse-day"
            day={day}
            min={view.firstDay}
            onDay={setDay}
            onEnter={(chosen) => {
              setDay(chosen);
              document.getElementById('inverse-go')?.focus();
            }}
            onEscape={leave}
          />
        </p>
        <button id="inverse-go" class="btn pri" type="submit" disabled={!ready}>
          {w.go(write.value.day(day))}{' '}
          <span class="caps" aria-hidden="true">
            <kbd class="kbd">⏎</kbd>
          </span>
        </button>
      </form>
    </Dialog>
  );
}
