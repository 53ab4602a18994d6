// The counters above the list: how many lines wait, by kind; each one is a filter, pressed again it shows all.
import type { QueueFilter } from '../../../sync/port/view.ts';
import { keepFocus } from '../part/button.tsx';
import { words, write } from '../words/index.ts';
import { counters, filter, isFirstDay, openFilter, refusedCount, toDoCount } from './state.ts';
import { waitingAccounts } from './waiting.ts';
import { goToRefused } from './walk.ts';

const WAITING_SHOWN = 3;

/** In the order of the keys G 1 to G 5. */
export const COUNTED = ['approve', 'difference', 'none', 'later', 'auto'] as const satisfies readonly QueueFilter[];

function toggleFilter(name: QueueFilter): void {
  void openFilter(filter.peek() === name ? 'to-do' : name);
}

export function Counters() {
  const w = words.value;
  return (
    <section class="counters" aria-label={w.queue.counters}>
      {COUNTED.map((name) => (
        <CounterButton key={name} name={name} />
      ))}
      {refusedCount.value > 0 && (
        <button type="button" class="refused" onMouseDown={keepFocus} onClick={goToRefused}>
          <span class="c">{refusedCount.value}</span>
          <span class="l">{w.queue.refused(refusedCount.value)}</span>
          <span class="a">{w.act.review}</span>
        </button>
      )}
      <Progress />
    </section>
  );
}

function CounterButton({ name }: { name: (typeof COUNTED)[number] }) {
  const w = words.value;
  const counter = counters.value.find((it) => it.filter === name);
  return (
    <button
      type="button"
      aria-pressed={filter.value === name}
      title={counter ? undefined : w.queue.countUnknown}
      onMouseDown={keepFocus}
      onClick={() => toggleFilter(name)}
    >
      <span class={`c ${counter?.count === 0 ? 'mut' : ''}`}>{counter ? write.value.count(counter.count) : '–'}</span>
      <span class="l">{w.filter[name]}</span>
      <span class="a">{counter ? write.value.money(counter.amountMinor) : ''}</span>
    </button>
  );
}

/** How far the day's work is: decided today of all. Said, never animated. */
function Progress() {
  const left = toDoCount.value;
  const w = words.value;
  if (left === null) return null;
  const nothingLeft = isFirstDay.value ? w.queue.firstDay : w.queue.allDone;
  return (
    <div class="run">
      <span class="b">{left > 0 ? w.queue.toDo(left, write.value.count(left)) : nothingLeft}</span>
      {waitingAccounts.value.length === 0 ? <span class="mut">{w.queue.oldestFirst}</span> : <Waiting />}
    </div>
  );
}

/** Accounts that must be nil at the end of the month and are not. */
function Waiting() {
  const w = words.value;
  const all = waitingAccounts.value;
  const said = all.map((it) => `${it.account} ${it.name} ${write.value.money(it.balanceMinor)}`).join('\n');
  return (
    <span class="mut nw" title={`${w.queue.waitingHint}\n${said}`}>
      {all
        .slice(0, WAITING_SHOWN)
        .map((it) => `${it.account.replace(/0+$/, '')} ${write.value.money(it.balanceMinor)}`)
        .join(' · ')}
      {all.length > WAITING_SHOWN && ' …'}
    </span>
  );
}
