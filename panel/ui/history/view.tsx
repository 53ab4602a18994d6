// The screen "Historique": who decided what and when, with its undo.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { HistoryRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Lane } from '../part/lane.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { undoing } from '../undo-decision.ts';
import { words, write } from '../words/index.ts';
import { authorOf, quotedComment } from './comment.ts';
import { canUndo, cursor, openHistory, past, state, undoRow } from './state.ts';

export function History() {
  useEffect(() => {
    void openHistory().then(() => document.getElementById('past')?.focus({ preventScroll: true }));
  }, []);
  const w = words.value;
  return (
    <>
      <div class="bar">
        <b>{w.history.title}</b>
        <span class="s13 sec el">{w.history.note}</span>
      </div>
      <Body />
      <Lane idle={w.history.idle} />
    </>
  );
}

function Body() {
  const { value: now } = state;
  const w = words.value.history;
  if (typeof now === 'object') return <Failed fault={now} onRetry={() => void openHistory()} />;
  if (now === 'asking' && past.value.length === 0) return <Skeleton rows={12} />;
  if (past.value.length === 0) return <Empty title={w.none}>{w.noneNext}</Empty>;
  return <Past />;
}

function Past() {
  const box = useRef<HTMLDivElement>(null);
  const w = words.value.history;
  useLayoutEffect(() => {
    box.current?.querySelector('tr.sel')?.scrollIntoView({ block: 'nearest' });
  }, [cursor.value]);
  return (
    <div class="scroll" ref={box} id="past" tabIndex={0} role="region" aria-label={w.title}>
      <table class="mx past-table">
        <thead>
          <tr>
            <th scope="col" class="x640">
              {w.when}
            </th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.who}</th>
            <th scope="col" class="num">
              {w.amount}
            </th>
            <th scope="col" class="x640">
              {w.documents}
            </th>
            <th scope="col" class="wide">
              {w.by}
            </th>
            <th scope="col">
              <span class="hear">{w.undo}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {past.value.map((row) => (
            <PastRow key={row.decisionId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PastRow({ row }: { row: HistoryRow }) {
  const w = words.value;
  const f = write.value;
  return (
    <tr
      class={`${row.decisionId === cursor.value ? 'sel' : ''} ${row.undone ? 'undone' : ''}`}
      onClick={() => (cursor.value = row.decisionId)}
    >
      <td class="sec x640">
        {f.dayAt(row.at)} <span class="mut">{f.hour(row.at)}</span>
      </td>
      <td>
        <span class="m">{w.action[row.action]}</span>
        <span class="under s12 sec">
          {f.dayAt(row.at)} {f.hour(row.at)}
        </span>
      </td>
      <td class="el party" title={row.payer ?? undefined}>
        {row.payer ?? '–'}
      </td>
      <td class="num">{row.amountMinor === null ? '' : f.money(row.amountMinor, row.currency)}</td>
      <td class="el docs x640" title={row.documents.join(', ')}>
        {row.documents.join(', ')}
        {row.comment && <span class="sec"> {quotedComment(row)}</span>}
      </td>
      <td class="sec wide">{authorOf(row)}</td>
      <td class="num">
        <UndoCell row={row} />
      </td>
    </tr>
  );
}

function UndoCell({ row }: { row: HistoryRow }) {
  const w = words.value;
  if (undoing.value.has(row.decisionId)) return <span class="mut">{w.row.sending}</span>;
  if (row.undone) {
    return (
      <span class="mut nw">
        <Icon name="undo" /> {w.history.undone}
      </span>
    );
  }
  if (!canUndo(row)) return null;
  return (
    <Button
      look="ghost"
      small
      {...(row.decisionId === cursor.value ? { caps: ['U'] } : {})}
      onPress={() => undoRow(row)}
    >
      {w.act.undo}
    </Button>
  );
}
