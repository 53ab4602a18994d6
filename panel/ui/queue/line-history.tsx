// A line that is decided: what was done with it, by whom and when, and on which evidence.
import type { HistoryRow, LineDetail } from '../../../sync/port/view.ts';
import { authorOf, quotedComment } from '../history/comment.ts';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { ReasonList } from './reasons.tsx';

export function LineHistory({ detail }: { detail: LineDetail }) {
  const w = words.value;
  if (detail.history.length === 0) {
    return <p class="note sec">{detail.line.state === 'settled' ? w.detail.settledByLedger : w.detail.beingSent}</p>;
  }
  return (
    <>
      <section class="past">
        <h3>{w.detail.decisions}</h3>
        <ul>
          {detail.history.map((it) => (
            <PastRow key={it.decisionId} it={it} />
          ))}
        </ul>
      </section>
      {detail.line.state === 'settled' && <Evidence detail={detail} />}
    </>
  );
}

/** What was written when the line was put aside, newest first: it is read again where the line is decided. */
export function Notes({ detail }: { detail: LineDetail }) {
  const f = write.value;
  const notes = detail.history.filter((it) => it.comment !== null && !it.undone && isNote(it));
  if (notes.length === 0) return null;
  return (
    <ul class="notes s13" aria-label={words.value.detail.notes}>
      {notes.map((it) => (
        <li key={it.decisionId}>
          <bdi>{quotedComment(it)}</bdi>{' '}
          <span class="sec nw">
            {authorOf(it)}, {f.dayAt(it.at)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const isNote = ({ action }: HistoryRow): boolean => action === 'later' || action === 'flag' || action === 'reject';

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
      {it.comment && <span class="sec">{quotedComment(it)}</span>}
      <span class="sec">{authorOf(it)}</span>
      {it.undone && (
        <span class="sec nw">
          <Icon name="undo" /> {w.history.undone}
        </span>
      )}
    </li>
  );
}

/** What spoke for it when it was proposed. */
function Evidence({ detail }: { detail: LineDetail }) {
  const w = words.value.detail;
  const [best] = detail.candidates;
  if (!best) return null;
  return (
    <section class="past">
      <h3>{w.evidence}</h3>
      <ReasonList shown={best} />
      <p class="s12 sec note">
        {w.signature} <span class="mono">{best.signature}</span>
      </p>
    </section>
  );
}
