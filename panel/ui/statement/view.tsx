// The screen "Relevé": one bank statement, the proof that it is whole, and every line with where it stands.
import { useEffect } from 'preact/hooks';
import type { StatementView } from '../../../sync/port/statement-view.ts';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Lane } from '../part/lane.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Apart } from './apart.tsx';
import { Lines } from './list.tsx';
import { Proof } from './proof.tsx';
import * as state from './state.ts';

export function Statement() {
  const id = screen.subject.value;
  const lineId = screen.place.value;
  useEffect(() => {
    state.cameFrom.value = lineId === null ? 'imports' : 'queue';
    if (id !== null) void state.openStatement(id, lineId).then(focusLines);
  }, [id, lineId]);
  const w = late.value.statement;
  const own = state.head.value;
  if (id === null) return <Empty title={w.none}>{w.noneNext}</Empty>;
  if (state.fault.value)
    return <Failed fault={state.fault.value} onRetry={() => void state.openStatement(id, lineId)} />;
  if (!own) return <Skeleton rows={12} />;
  return (
    <>
      <Head own={own} />
      <Proof own={own} />
      {own.apartCount > 0 && <Apart own={own} />}
      <Body own={own} />
      <Lane idle={w.position(write.value.count(state.cursor.value + 1), write.value.count(state.slots.value.length))} />
    </>
  );
}

function focusLines(): void {
  document.getElementById('statement-lines')?.focus({ preventScroll: true });
}

function Head({ own }: { own: StatementView }) {
  const w = late.value.statement;
  const f = write.value;
  return (
    <div class="bar">
      <Button look="ghost" small caps={[words.value.keys.escape]} onPress={() => screen.go(state.cameFrom.value)}>
        ‹ {words.value.screen[state.cameFrom.value]}
      </Button>
      <b class="nw">
        {w.title(own.number ?? '')} <span title={f.account(own.account)}>••{own.account.slice(-4)}</span>
      </b>
      <span class="s13 sec el" title={own.fileName ?? undefined}>
        {own.closingDay && f.day(own.closingDay)}
        {own.accountName !== '' && ` · ${own.accountName}`}
        {own.fileName !== null && ` · ${own.fileName}`}
      </span>
      <span class="sp" />
      <Button
        look="out"
        small
        caps={['←']}
        label={w.before}
        off={own.before ? null : w.first}
        onPress={() => state.goBeside('before')}
      >
        <Icon name="left" />
      </Button>
      <Button
        look="out"
        small
        caps={['→']}
        label={w.after}
        off={own.after ? null : w.last}
        onPress={() => state.goBeside('after')}
      >
        <Icon name="right" />
      </Button>
    </div>
  );
}

function Body({ own }: { own: StatementView }) {
  const w = late.value.statement;
  if (!state.ready.value) return <Skeleton rows={12} />;
  if (state.slots.value.length > 0) return <Lines own={own} />;
  return (
    <Empty title={state.waiting.value ? w.allDone : w.empty}>
      {state.waiting.value && (
        <Button look="ghost" caps={['F']} onPress={state.toggleWaiting}>
          {words.value.queue.showAll}
        </Button>
      )}
    </Empty>
  );
}
