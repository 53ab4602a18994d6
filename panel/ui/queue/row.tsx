// One row of the list: who and how much, when and in what words, and where it stands.
import { useComputed } from '@preact/signals';
import type { QueueRow } from '../../../sync/port/view.ts';
import { Icon, Meter, Spinner } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { isDecided, type Overlay } from './order.ts';
import { checked, cursor, overlays, walk } from './state.ts';
import { pointTo, toggleCheck } from './walk.ts';

export const ROW_PX = 48;

export function lineElementId(lineId: string): string {
  return `line-${lineId}`;
}

export function Row({ row, at, top }: { row: QueueRow; at: number; top: number }) {
  const overlay = useComputed(() => overlays.value.get(row.lineId)).value;
  const now = overlay && overlay.phase !== 'sending' && overlay.row ? overlay.row : row;
  const done = isDecided(row, overlay);
  const on = useComputed(() => checked.value.has(row.lineId)).value;
  const isCursor = useComputed(() => cursor.value === row.lineId).value;
  const label = overlay?.phase === 'refused' ? overlay.says : row.label;
  return (
    <div
      id={lineElementId(row.lineId)}
      class={`li ${isCursor ? 'cur' : ''} ${done ? 'done' : ''} ${overlay?.phase === 'refused' ? 'err' : ''}`}
      role="option"
      aria-selected={on}
      aria-current={isCursor ? 'true' : undefined}
      aria-setsize={walk.value.length}
      aria-posinset={at + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => pointTo(row.lineId, event.shiftKey)}
    >
      <span
        class={`cb ${on ? 'on' : ''} ${done ? 'gone' : ''}`}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          toggleCheck(row.lineId);
        }}
      />
      <div class="who">
        <div class="t el">
          {now.flagged && (
            <>
              <Icon name="flag" />
              <span class="hear">{words.value.row.flagged}, </span>
            </>
          )}
          {now.payer ?? now.partyName ?? (now.wage ? words.value.queue.wage : words.value.queue.noPayer)}
        </div>
        <div class="d el">
          <span aria-hidden="true">
            {write.value.shortDay(row.day)}
            {label && ' · '}
            <bdi>{label}</bdi>
          </span>
          <span class="hear">
            , {write.value.heading(row.day)}, {overlay?.phase === 'refused' && overlay.says}
          </span>
        </div>
      </div>
      <div>
        <div class="amt">{write.value.money(row.amountMinor, row.currency)}</div>
        <div class="st">
          <Standing row={now} overlay={overlay} />
        </div>
      </div>
    </div>
  );
}

/** Where a line stands, in a word and a shape. */
export function Standing({ row, overlay }: { row: QueueRow; overlay?: Overlay | undefined }) {
  const w = words.value;
  if (overlay?.phase === 'refused') {
    return (
      <span class="bad">
        <Icon name="cross" /> {w.row.refused}
      </span>
    );
  }
  if (overlay?.phase === 'sending' && overlay.verb !== 'reject') {
    return (
      <>
        <Spinner /> {w.row.sending}
      </>
    );
  }
  if (row.state !== 'open') return <Settled row={row} />;
  if (row.certainty === 'none') return <span class="mut">{w.row.none}</span>;
  if (row.differenceMinor !== 0) {
    return (
      <span class="warn">
        <Icon name="difference" /> {w.row.difference(write.value.signed(row.differenceMinor, row.currency))}
      </span>
    );
  }
  return (
    <>
      <Meter bars={row.certainty === 'strong' ? 3 : 2} />
      <span class="wide">{w.certainty[row.certainty]}</span>
      <span class="narrow">{w.certainty.short[row.certainty]}</span>
    </>
  );
}

function Settled({ row }: { row: QueueRow }) {
  const w = words.value;
  if (row.state === 'later') {
    return (
      <>
        <Icon name="clock" /> {row.until ? w.row.later(write.value.shortDay(row.until)) : w.filter.later}
      </>
    );
  }
  if (row.state === 'set-aside') return <span class="mut">{w.row.setAside}</span>;
  const text =
    row.settledBy === 'night'
      ? w.row.auto(row.settledAt ? write.value.hour(row.settledAt) : '')
      : row.settledBy === 'ledger'
        ? w.row.ledger
        : w.row.accepted;
  return (
    <span class="ok">
      <Icon name="check" /> {text}
      {row.look && <span class={row.look === 'asked' ? 'warn' : ''}> · {w.look.is[row.look]}</span>}
    </span>
  );
}
