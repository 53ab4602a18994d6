// The last step: the books are read, with their progress, and the first proposals stand there.
import type { QueueRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { screen } from '../shell/route.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { busy, first, isRead, night, read } from './state.ts';

export function Read() {
  const w = late.value.setup.read;
  const isBusy = busy.value === 'read';
  const last = night.value?.last ?? null;
  return (
    <>
      {!isRead.value && <p class="sec">{w.note}</p>}
      {isBusy ? (
        <Progress />
      ) : (
        <div class="row">
          <Button look={isRead.value ? 'out' : 'pri'} small={isRead.value} onPress={() => void read()}>
            {isRead.value ? w.again : w.go}
          </Button>
          <span role="status">
            {isRead.value && last ? w.done(last.read, write.value.count(last.read), last.proposed) : ''}
          </span>
        </div>
      )}
      {isRead.value &&
        last?.warnings.map((it) => (
          <p key={it.says} class="msg">
            {it.says}
          </p>
        ))}
      {isRead.value && !isBusy && first.value && <First rows={first.value} />}
    </>
  );
}

function Progress() {
  const w = late.value.setup.read;
  const now = night.value?.running ?? { step: 'pull' as const, done: 0, total: 0 };
  const said = now.total > 0 ? w.of(write.value.count(now.done), write.value.count(now.total)) : w.busy;
  return (
    <div class="row progress" role="status">
      <progress aria-label={w.step[now.step]} {...(now.total > 0 ? { value: now.done, max: now.total } : {})} />
      <span>
        {w.step[now.step]}, {said}
      </span>
    </div>
  );
}

function First({ rows }: { rows: readonly QueueRow[] }) {
  const w = late.value.setup.read;
  if (rows.length === 0) return <p>{w.nothing}</p>;
  return (
    <>
      <h3>{w.first}</h3>
      <ul class="firsts">
        {rows.map((row) => (
          <li key={row.lineId}>
            <span class="who">
              {row.payer ?? row.label}
              <small class="s12 mut">{row.label}</small>
            </span>
            <span>{row.certainty === 'none' ? <span class="mut">{w.none}</span> : `→ ${row.partyName ?? ''}`}</span>
            <b class="num">{write.value.money(row.amountMinor, row.currency)}</b>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button look="pri" onPress={() => screen.go('queue')}>
          {w.onward}
        </Button>
      </div>
    </>
  );
}
