// The left pane: which lines, the list itself, and at its foot what is checked.
import type { QueueFilter } from '../../../sync/port/view.ts';
import { Button, Caps, Check } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { acceptChecked } from './decide.ts';
import { List } from './list.tsx';
import { show } from './open.ts';
import { isPlain, sumOf } from './order.ts';
import * as queue from './state.ts';
import { checkAll } from './walk.ts';

const FILTERS = [
  'to-do',
  'approve',
  'difference',
  'none',
  'later',
  'auto',
  'settled',
  'set-aside',
] as const satisfies readonly QueueFilter[];

export function ListPane() {
  const w = words.value;
  return (
    <section class="pane lines" aria-label={w.queue.pane}>
      <Toolbar />
      {queue.unseen.value > 0 && (
        <button type="button" class="unseen" onClick={() => void queue.openFilter(queue.filter.peek())}>
          {w.queue.unseen(queue.unseen.value)}
        </button>
      )}
      <Body />
      <Foot />
    </section>
  );
}

function Body() {
  const { value: loading } = queue.loading;
  const w = words.value;
  if (loading === 'first' && queue.rows.value.length === 0) return <Skeleton rows={10} />;
  if (typeof loading === 'object')
    return <Failed fault={loading} onRetry={() => void queue.openFilter(queue.filter.peek())} />;
  if (queue.entries.value.length > 0) {
    return (
      <>
        {queue.filter.value === 'to-do' && queue.toDoCount.value === 0 && (
          <p class="all-done s13">
            <b>{w.queue.allDone}</b> {doneNote()}
          </p>
        )}
        <List />
      </>
    );
  }
  if (queue.filter.value !== 'to-do') {
    return (
      <Empty title={w.queue.emptyFilter[queue.filter.value]}>
        <Button look="ghost" onPress={() => void queue.openFilter('to-do')} caps={['G', '0']}>
          {w.queue.showAll}
        </Button>
      </Empty>
    );
  }
  return <AllDone />;
}

function doneNote(): string {
  const auto = queue.countOf('auto') ?? 0;
  return words.value.queue.allDoneNote(auto, write.value.count(auto));
}

function AllDone() {
  const w = words.value;
  if (queue.isFirstDay.value) {
    return (
      <Empty title={w.queue.firstDay}>
        <p>{w.queue.firstDayNext}</p>
        <Button look="pri" caps={['G', 'I']} onPress={() => screen.go('imports')}>
          {w.screen.imports}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={w.queue.allDone}>
      <p>{doneNote()}</p>
    </Empty>
  );
}

function Toolbar() {
  const w = words.value;
  const open = queue.walk.value.filter((row) => !queue.decidedNow(row));
  const on = open.filter((row) => queue.checked.value.has(row.lineId)).length;
  return (
    <div class="tool">
      <Check
        tab
        on={on === 0 ? false : on === open.length ? true : 'some'}
        label={w.queue.checkAll}
        onToggle={checkAll}
      />
      <label class="pick">
        <span class="hear">{w.queue.which}</span>
        <select
          value={queue.filter.value}
          onChange={(event) => void queue.openFilter(event.currentTarget.value as QueueFilter)}
        >
          {FILTERS.map((name) => (
            <option key={name} value={name}>
              {w.filter[name]}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
      <span class="sp" />
      {queue.accounts.value.length > 1 && <BankPick />}
    </div>
  );
}

function BankPick() {
  const w = words.value;
  return (
    <label class="pick wide">
      <span class="hear">{w.queue.account}</span>
      <select
        value={queue.bank.value ?? ''}
        onChange={(event) => {
          queue.bank.value = event.currentTarget.value || null;
          void queue.openFilter(queue.filter.peek());
        }}
      >
        <option value="">{w.queue.allAccounts}</option>
        {queue.accounts.value.map((account) => (
          <option key={account} value={account}>
            ••{account.slice(-4)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}

function Foot() {
  const w = words.value;
  const chosen = queue.walk.value.filter((row) => queue.checked.value.has(row.lineId));
  if (chosen.length === 0) return <Hints />;
  const plain = chosen.filter((row) => isPlain(queue.rowNow(row)) && !queue.decidedNow(row));
  const others = chosen.length - plain.length;
  const total = sumOf(plain);
  return (
    <div class="foot sel">
      <b>{w.queue.selected(chosen.length)}</b>
      <span class="sec el">
        {others > 0
          ? w.queue.notPlain(others)
          : `${total === null ? '' : `${write.value.money(total, plain[0]?.currency)} · `}${w.queue.plain}`}
      </span>
      <span class="sp" />
      <Button look="ghost" small onPress={() => show('bulk')}>
        {w.bulk.see}
      </Button>
      <Button
        look="pri"
        small
        caps={['⇧⏎']}
        off={plain.length === 0 ? w.queue.nonePlain : null}
        onPress={acceptChecked}
      >
        {w.queue.acceptAll(plain.length)}
      </Button>
    </div>
  );
}

function Hints() {
  const { hint } = words.value;
  return (
    <div class="foot sec s12">
      <span>
        <Caps keys={['↓', '↑']} /> {hint.line}
      </span>
      <span>
        <Caps keys={['⏎']} /> {hint.accept}
      </span>
      <span>
        <Caps keys={['X']} /> {hint.check}
      </span>
      <span class="wide">
        <Caps keys={['N']} /> {hint.next}
      </span>
      <span class="sp" />
      <span>
        <Caps keys={['?']} /> {hint.all}
      </span>
    </div>
  );
}
