// A line that is decided: what was done with it, by whom and when.
import type { HistoryRow, LineDetail } from '../../../sync/port/view.ts';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';

export function LineHistory({ detail }: { detail: LineDetail }) {
  const w = words.value;
  if (detail.history.length === 0) {
    return <p class="note sec">{detail.line.state === 'settled' ? w.detail.settledByLedger : w.detail.beingSent}</p>;
  }
  return (
    <section class="past">
      <h3>{w.detail.decisions}</h3>
      <ul>
        {detail.history.map((it) => (
          <PastRow key={it.decisionId} it={it} />
        ))}
      </ul>
    </section>
  );
}

function PastRow({ it }: { it: HistoryRow }) {
  const w = words.value;
  const f = write.value;
  return (
    <li class={it.undone ? 'undone' : ''}>
      <span class="sec nw">
        {f.dayAt(it.at)} {f.hour(it.at)}
      </span>
      <span class="m">{w.action[it.action]}</span>
      <span>{it.documents.join(', ')}</span>
      {it.comment && <span class="sec">« {it.comment} »</span>}
      <span class="sec">{it.by}</span>
      {it.undone && (
        <span class="sec nw">
          <Icon name="undo" /> {w.history.undone}
        </span>
      )}
    </li>
  );
}
