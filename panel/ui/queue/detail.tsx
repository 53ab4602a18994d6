// The right pane: one line, one proposal, one reason, one key.
import type { CandidateView, LineDetail, QueueRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { Meter } from '../part/icon.tsx';
import { InErp } from '../part/in-erp.tsx';
import { HistoryButton, Lane } from '../part/lane.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { Warned } from '../part/warned.tsx';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { Actions } from './actions.tsx';
import { AdviceNote } from './advice-view.tsx';
import { Allocation } from './allocation.tsx';
import { nameOf } from './decide.ts';
import { draft, fore, loaded, preview, reload, showCandidate } from './detail.ts';
import { Difference } from './difference.tsx';
import { type Draft, differenceOf, isTransfer, staysDue } from './draft.ts';
import { Label } from './label.tsx';
import { LineHistory, Notes } from './line-history.tsx';
import { fullReasons, open } from './open.ts';
import { EntryLine, Reasons } from './reasons.tsx';
import { Search } from './search-view.tsx';
import * as queue from './state.ts';
import { pane, review } from './walk.ts';

export function DetailPane() {
  const w = words.value;
  const row = queue.current.value;
  if (!row) {
    return (
      <section class="pane detail" aria-label={w.detail.pane}>
        <div class="det">
          {queue.loading.value === 'first' ? (
            <Skeleton rows={4} />
          ) : (
            queue.entries.value.length > 0 && <Empty title={w.detail.noLine} />
          )}
        </div>
        <Lane idle="">
          <HistoryButton onPress={() => screen.go('history')} />
        </Lane>
      </section>
    );
  }
  const at = queue.position.value + 1;
  const total = queue.rows.value.length;
  return (
    <section class="pane detail" aria-label={w.detail.pane}>
      <Button look="ghost" small onPress={() => (pane.value = 'list')} caps={[w.keys.escape]}>
        ‹ {w.detail.backToList}
      </Button>
      <div class="det" key={row.lineId}>
        <Header row={queue.rowNow(row)} />
        <Body row={row} />
      </div>
      <Lane idle={at > total ? '' : w.detail.position(at, total)} onReview={review}>
        <HistoryButton onPress={() => screen.go('history')} />
      </Lane>
      <Actions row={row} />
    </section>
  );
}

/** Drawn from the list's own row, so that it stands there in the frame in which the cursor moves. */
function Header({ row }: { row: QueueRow }) {
  const w = words.value.detail;
  const own = draft.value;
  const name = own?.partyName ?? row.partyName;
  return (
    <header class="head">
      <div class="who">
        <h2 class="el" title={nameOf(row)}>
          {nameOf(row)}
        </h2>
        <p class="s13 sec el">{name ? w.known(name) : w.unknown}</p>
      </div>
      <div class="num">
        <div class="sum">{write.value.money(row.amountMinor, row.currency)}</div>
        <div class="s12 mut">{row.amountMinor < 0 ? w.paid : w.received}</div>
      </div>
    </header>
  );
}

function Body({ row }: { row: QueueRow }) {
  const now = loaded.value;
  const overlay = queue.overlayOf(row.lineId);
  if (!now || now.at === 'asking') return <Skeleton rows={6} />;
  if (now.at === 'failed') return <Failed fault={now.fault} onRetry={() => void reload(row.lineId)} />;
  const { detail } = now;
  const decided = queue.decidedNow(row);
  return (
    <>
      <Facts detail={detail} />
      <Label label={detail.line.label} findings={detail.findings} />
      {overlay?.phase === 'refused' && (
        <p class="msg" role="alert">
          <b>{words.value.row.refused}.</b> {overlay.says}
        </p>
      )}
      {!decided && <Notes detail={detail} />}
      {decided ? <LineHistory detail={detail} /> : <Work detail={detail} />}
    </>
  );
}

function Facts({ detail }: { detail: LineDetail }) {
  const w = words.value.detail;
  const f = write.value;
  const { line } = detail;
  return (
    <dl class="dl">
      <div>
        <dt>{line.amountMinor < 0 ? w.payeeAccount : w.payerAccount}</dt>
        <dd class="mono">{line.counterpartyAccount ? f.account(line.counterpartyAccount) : '–'}</dd>
      </div>
      <div>
        <dt>{w.days}</dt>
        <dd>
          {f.day(line.bookingDay)} · {f.day(line.valueDay)}
        </dd>
      </div>
      <div>
        <dt>{w.account}</dt>
        <dd title={f.account(line.account)}>
          ••{line.account.slice(-4)} ·{' '}
          <a class="link" href={`#/statement/${encodeURIComponent(line.statementId)}/${encodeURIComponent(line.id)}`}>
            {w.statement}
          </a>
          <InErp kind="line" id={line.id} name={w.account} />
        </dd>
      </div>
      <div class="wide">
        <dt>{w.ledger}</dt>
        <dd>{line.booked.length > 0 ? w.booked : line.amountMinor < 0 ? w.paidNotBooked : w.notBooked}</dd>
      </div>
      {detail.toAllocateMinor !== line.amountMinor && (
        <div>
          <dt>{w.toAllocate}</dt>
          <dd>{f.money(detail.toAllocateMinor, line.currency)}</dd>
        </div>
      )}
      {line.instructed && (
        <div>
          <dt>{w.instructed}</dt>
          <dd>{f.money(line.instructed.amountMinor, line.instructed.currency)}</dd>
        </div>
      )}
    </dl>
  );
}

function Work({ detail }: { detail: LineDetail }) {
  const own = draft.value;
  if (!own) return null;
  const shown = own.base === null ? undefined : detail.candidates[own.base];
  const searching = open.value === 'search';
  const elsewhere = isElsewhere(own);
  return (
    <>
      {shown && <Proposal detail={detail} shown={shown} own={own} />}
      {!shown && own.takes.length === 0 && own.choice === null && <NothingProposed out={own.amountMinor < 0} />}
      {own.takes.length === 0 && (own.partyId !== null || own.choice === 'other') && <Difference own={own} />}
      {elsewhere && !searching ? null : searching || own.takes.length === 0 || !shown ? (
        <Search key={detail.line.id} />
      ) : (
        <Allocation own={own} settled={false} />
      )}
      {own.takes.length > 0 && <Difference own={own} />}
      <AdviceNote lineId={detail.line.id} currency={detail.line.currency} />
      {preview.value?.fault && (
        <p class="msg" role="status">
          {preview.value.fault.says}
        </p>
      )}
      <Warned of={fore.warned} twice={words.value.detail.confirmTwice} />
      {shown && !searching && <Why detail={detail} shown={shown} own={own} />}
      <Entry detail={detail} own={own} shown={shown} />
    </>
  );
}

function Proposal({ detail, shown, own }: { detail: LineDetail; shown: CandidateView; own: Draft }) {
  const w = words.value;
  const count = detail.candidates.length;
  const base = own.base ?? 0;
  const next = (base + 1) % count;
  return (
    <div class="h2">
      <h3>{count > 1 ? w.detail.proposalOf(base + 1, count) : w.detail.proposal}</h3>
      {own.touched ? (
        <span class="s13 sec">{w.detail.edited}</span>
      ) : (
        <>
          {shown.certainty !== 'none' && <Meter bars={shown.certainty === 'strong' ? 3 : 2} />}
          <span class="s13">
            <b>{w.certainty[shown.certainty]}</b> {onWhat(shown)}
          </span>
        </>
      )}
      {differenceOf(own) !== 0 && !isElsewhere(own) && <span class="s13 warn m">· {w.detail.differenceToConfirm}</span>}
      <span class="sp" />
      {count > 1 && (
        <Button look="ghost" small caps={[String(next + 1)]} onPress={() => showCandidate(next)}>
          {w.detail.show(next + 1)}
        </Button>
      )}
    </div>
  );
}

/** What the certainty is about. */
function onWhat(shown: CandidateView): string {
  const w = words.value.detail;
  if (shown.signature === 'transfer') return w.onTransfer;
  if (shown.allocations.length > 0) return w.onItems;
  return shown.partyId === null ? w.onNature : w.onParty;
}

function isElsewhere(own: Draft): boolean {
  return own.takes.length === 0 && (own.choice === 'other' || isTransfer(own));
}

function NothingProposed({ out }: { out: boolean }) {
  const w = words.value.detail;
  return (
    <div class="nothing">
      <h3>{w.nothing}</h3>
      <p class="s13 sec">{out ? w.nothingNextOut : w.nothingNext}</p>
    </div>
  );
}

function Why({ detail, shown, own }: { detail: LineDetail; shown: CandidateView; own: Draft }) {
  const w = words.value.detail;
  const otherIndex = detail.candidates.findIndex((it) => it !== shown);
  return (
    <>
      <Reasons shown={shown} other={detail.candidates[otherIndex]} otherIndex={otherIndex} own={own} />
      {fullReasons.value && (
        <div class="full s12 sec">
          <b>{w.signature}</b> <span class="mono">{shown.signature}</span>
        </div>
      )}
    </>
  );
}

function Entry({ detail, own, shown }: { detail: LineDetail; own: Draft; shown: CandidateView | undefined }) {
  const fresh = preview.value?.lineId === detail.line.id ? preview.value.entry : null;
  const entry = fresh ?? (own.touched || staysDue(own.choice) ? [] : (shown?.entry ?? []));
  return <EntryLine entry={entry} heading={words.value.detail.entry(write.value.day(detail.postingDay))} />;
}
