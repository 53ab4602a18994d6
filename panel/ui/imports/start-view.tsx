// The offer to begin on a day, in words: what stays open, what becomes one balance for each customer, and that it can be changed.
import { Button } from '../part/button.tsx';
import { DayInput } from '../part/day-input.tsx';
import { words, write } from '../words/index.ts';
import { busy, choose, ponder, start, startFault } from './start.ts';

const FIELD = 'start-day';

export function StartOffer() {
  const view = start.value;
  if (!view || (!view.unlettered && view.startDay === null)) return null;
  const w = words.value.start;
  const f = write.value;
  const { startDay, effect, currency } = view;
  const day = f.day(effect.day);
  const isChosen = startDay === effect.day;
  return (
    <section class="sect start" aria-label={w.title}>
      <header>
        <h2>{w.title}</h2>
        {startDay && <span class="s12 mut">{w.since(f.day(startDay))}</span>}
      </header>
      <p>{startDay === null ? w.why : w.changeable}</p>
      <p class="row">
        <label for={FIELD}>{w.day}</label>
        <DayInput id={FIELD} day={effect.day} onDay={ponder} onEnter={ponder} onEscape={() => {}} />
        <Button
          look={isChosen ? 'out' : 'pri'}
          off={busy.value ? w.busy : isChosen ? w.since(day) : null}
          onPress={() => void choose(effect.day)}
        >
          {w.begin(day)}
        </Button>
        {startDay !== null && (
          <Button look="ghost" off={busy.value ? w.busy : null} onPress={() => void choose(null)}>
            {w.takeBack}
          </Button>
        )}
      </p>
      <p role="status" class="sec">
        {w.stays(f.count(effect.items))}{' '}
        {effect.earlier.items > 0 &&
          w.earlier(
            f.count(effect.earlier.items),
            f.count(effect.earlier.parties),
            f.money(effect.earlier.amountMinor, currency),
          )}{' '}
        {w.nothingLost}
      </p>
      {startFault.value && (
        <p class="msg" role="alert">
          {startFault.value.says || words.value.fault.noAnswer}
        </p>
      )}
    </section>
  );
}
