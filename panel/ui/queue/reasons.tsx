// Why this proposal, why not the other one, and the entry that accepting posts.
import type { ComponentChildren } from 'preact';
import type { CandidateView, EntryRow } from '../../../sync/port/view.ts';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { type Draft, differenceOf } from './draft.ts';

export function Reasons({
  shown,
  other,
  otherIndex,
  own,
}: {
  shown: CandidateView;
  other: CandidateView | undefined;
  otherIndex: number;
  own: Draft;
}) {
  const w = words.value.detail;
  const difference = differenceOf(own);
  return (
    <div class="cols">
      <section>
        <h3>{w.why}</h3>
        <ReasonList shown={shown}>
          {difference !== 0 && own.takes.length > 0 && (
            <Sign
              tone="warn"
              icon="difference"
              text={w.neverAlone(write.value.money(Math.abs(difference), own.currency))}
            />
          )}
        </ReasonList>
      </section>
      {other && <RunnerUp other={other} index={otherIndex} />}
    </div>
  );
}

export function ReasonList({ shown, children }: { shown: CandidateView; children?: ComponentChildren }) {
  return (
    <ul class="sig">
      {shown.reasons.map((text) => (
        <Sign key={text} tone="ok" icon="check" text={text} />
      ))}
      {shown.doubts.map((text) => (
        <Sign key={text} tone="warn" icon="warning" text={text} />
      ))}
      {children}
    </ul>
  );
}

function RunnerUp({ other, index }: { other: CandidateView; index: number }) {
  const w = words.value.detail;
  const f = write.value;
  const documents = other.allocations.map((it) => it.document ?? it.label);
  const shown = documents.length > 3 ? words.value.lane.documents(documents.length) : documents.join(', ');
  const total = other.allocations.reduce((sum, it) => sum + it.allocatedMinor, 0);
  return (
    <section>
      <h3>{w.runnerUp(index + 1)}</h3>
      <p class="s13">
        {[other.partyName, shown, f.money(total, other.allocations[0]?.currency)].filter(Boolean).join(' · ')}
        {other.restMinor !== 0 && ` · ${w.rest(f.money(other.restMinor))}`}
      </p>
      <ul class="sig">
        {other.doubts.map((text) => (
          <Sign key={text} tone="bad" icon="cross" text={text} />
        ))}
        {other.doubts.length === 0 &&
          other.reasons.slice(0, 2).map((text) => <Sign key={text} tone="sec" icon="info" text={text} />)}
      </ul>
    </section>
  );
}

export function Sign({
  tone,
  icon,
  text,
}: {
  tone: 'ok' | 'warn' | 'bad' | 'sec';
  icon: 'check' | 'warning' | 'cross' | 'info' | 'difference';
  text: string;
}) {
  return (
    <li>
      <span class={tone}>
        <Icon name={icon} />
      </span>
      <span>{text}</span>
    </li>
  );
}

/** The rows of the entry, debits first as they are posted, and that the two sides are equal. */
export function EntryLine({ entry, heading }: { entry: readonly EntryRow[]; heading: string }) {
  const w = words.value.detail;
  const f = write.value;
  if (entry.length === 0) return null;
  return (
    <p class="entry s12 sec">
      <b>{heading}</b>
      {entry.map((row, i) => (
        <span key={i} class="nw" title={row.label}>
          {row.account}{' '}
          {row.debitMinor !== 0 ? `${w.debit} ${f.amount(row.debitMinor)}` : `${w.credit} ${f.amount(row.creditMinor)}`}
          {row.foreign && ` (${f.money(row.foreign.minor, row.foreign.currency)})`}
        </span>
      ))}
    </p>
  );
}
