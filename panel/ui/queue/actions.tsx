// The action bar: what Enter does, said in full, and the other ways to be done with a line.

import type { QueueRow } from '../../../sync/port/view.ts';
import { undoLine } from '../history/state.ts';
import { full } from '../outbox.ts';
import { Button } from '../part/button.tsx';
import { words, write } from '../words/index.ts';
import { accept, confirmLook, flag } from './decide.ts';
import { draft, isAsked, preview } from './detail.ts';
import { type Draft, differenceOf, effectiveTakes, isShort, isTransfer, problemOf } from './draft.ts';
import { Menus } from './menus.tsx';
import { close, open, show } from './open.ts';
import * as queue from './state.ts';

export function Actions({ row }: { row: QueueRow }) {
  const w = words.value;
  const own = draft.value;
  const now = queue.rowNow(row);
  const decided = queue.decidedNow(row);
  if (decided) return <DecidedActions row={now} />;
  const stop = own ? stopOf(own) : w.state.loading;
  return (
    <div class="acts">
      <Button look="pri" caps={['⏎']} off={stop} onPress={accept}>
        {own ? primaryText(own) : w.act.accept}
      </Button>
      {own?.base === 0 && (
        <Button caps={['R']} menu onPress={() => show('reject')}>
          {w.act.reject}
        </Button>
      )}
      <Button caps={['P']} menu onPress={() => show('later')}>
        {w.act.later}
      </Button>
      {open.value === 'search' ? (
        <Button caps={[w.keys.escape]} onPress={close}>
          {w.act.closeSearch}
        </Button>
      ) : (
        <Button caps={['C']} onPress={() => show('search')}>
          {w.act.search}
        </Button>
      )}
      {own && (own.base === null || own.amountMinor < 0) && (
        <Button caps={['I']} menu onPress={() => show('set-aside')}>
          {w.act.nature}
        </Button>
      )}
      <span class="sp" />
      <Button look="out" menu label={w.act.more} onPress={() => show('more')}>
        ⋯
      </Button>
      <Menus />
    </div>
  );
}

function DecidedActions({ row }: { row: QueueRow }) {
  const w = words.value;
  return (
    <div class="acts">
      {row.settledBy === 'night' && row.look !== 'done' && (
        <Button look="pri" caps={['⏎']} onPress={confirmLook}>
          {w.look.right}
        </Button>
      )}
      <Button caps={['U']} off={row.decisionId ? null : w.detail.notOurs} onPress={() => undoLine(row)}>
        {w.act.undoDecision}
      </Button>
      <span class="sp" />
      <Button look="out" caps={['V']} pressed={row.flagged} onPress={flag}>
        {w.act.flag}
      </Button>
    </div>
  );
}

/** Why accepting is off, in words; null when it is on. */
function stopOf(own: Draft): string | null {
  const w = words.value.problem;
  if (full.value) return w.full;
  const fault = preview.value?.fault;
  if (fault) return fault.says;
  const problem = problemOf(own);
  if (!problem) return isAsked(own) ? w.asked : null;
  if (problem.kind === 'too-much') return w.tooMuch(write.value.money(problem.excessMinor, own.currency));
  return { empty: w.empty, unreadable: w.unreadable, 'wrong-sign': w.wrongSign, choose: w.choose, party: w.party }[
    problem.kind
  ];
}

/** The button says what will be posted. */
export function primaryText(own: Draft): string {
  const w = words.value.primary;
  const f = write.value;
  const difference = differenceOf(own);
  const size = f.money(Math.abs(difference), own.currency);
  const takes = effectiveTakes(own).filter((take) => take.minor !== 0);
  if (isTransfer(own)) return own.facts.transferTo ? w.pair : w.transfer;
  if (takes.length === 0 && own.choice === 'other') return w.post(size, own.facts.account ?? '');
  const taken = takes.reduce((total, take) => total + (take.minor ?? 0), 0);
  if (takes.length === 0 && own.choice && own.amountMinor < 0)
    return w.reopen(f.money(Math.abs(own.amountMinor), own.currency));
  if (takes.length === 0 && own.choice) return w.keep(f.money(own.amountMinor, own.currency), w.rest[own.choice] ?? '');
  const remains = takes.reduce((total, { item, minor }) => total + item.residualMinor - (minor ?? 0), 0);
  if (difference === 0 && remains !== 0 && !own.foreign) return w.partial(f.money(remains, own.currency));
  if (difference === 0 || own.choice === null) return w.plain(takes.length);
  if (own.choice === 'leave') return w.leave(size);
  if (own.choice === 'contested' || own.choice === 'undue-discount') return w.claim(size);
  if (!isShort(own) && w.rest[own.choice]) return w.split(f.money(taken, own.currency), size, w.rest[own.choice] ?? '');
  return w.with(w.as[own.choice] ?? words.value.choice[own.choice].toLocaleLowerCase(), size);
}
