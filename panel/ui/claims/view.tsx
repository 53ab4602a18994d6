// The screen "Litiges": what customers contest or deducted without right, since when, and what is still due of it.
import { useEffect } from 'preact/hooks';
import type { ClaimRow } from '../../../sync/port/ledger-view.ts';
import { Button } from '../part/button.tsx';
import { Lane } from '../part/lane.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { claims, close, cursor, openClaims, reopen, state } from './state.ts';

export function Claims() {
  useEffect(() => {
    void openClaims().then(() => document.getElementById('claims')?.focus({ preventScroll: true }));
  }, []);
  const w = late.value.claims;
  const open = claims.value.filter((row) => row.state === 'open');
  const total = open.reduce((sum, row) => sum + row.amountMinor, 0);
  return (
    <>
      <div class="bar">
        <b>{w.title}</b>
        <span class="s13 sec el">{w.open(open.length, write.value.money(total))}</span>
      </div>
      <Body />
      <Lane idle={w.idle} />
    </>
  );
}

function Body() {
  const { value: now } = state;
  const w = late.value.claims;
  if (typeof now === 'object') return <Failed fault={now} onRetry={() => void openClaims()} />;
  if (now === 'asking' && claims.value.length === 0) return <Skeleton rows={8} />;
  if (claims.value.length === 0) return <Empty title={w.none}>{w.noneNext}</Empty>;
  return (
    <div class="scroll" id="claims" tabIndex={0} role="region" aria-label={w.title}>
      <table class="mx past-table">
        <thead>
          <tr>
            <th scope="col">{w.since}</th>
            <th scope="col">{w.what}</th>
            <th scope="col">{words.value.item.party}</th>
            <th scope="col" class="x1000">
              {words.value.item.document}
            </th>
            <th scope="col" class="num">
              {w.amount}
            </th>
            <th scope="col" class="num x1000">
              {words.value.item.open}
            </th>
            <th scope="col" class="wide">
              {words.value.history.by}
            </th>
            <th scope="col">
              <span class="hear">{w.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.value.map((row) => (
            <Claim key={row.claimId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Claim({ row }: { row: ClaimRow }) {
  const w = words.value;
  const f = write.value;
  const here = row.claimId === cursor.value;
  return (
    <tr
      class={`${here ? 'sel' : ''} ${row.state === 'open' ? '' : 'undone'}`}
      onClick={() => (cursor.value = row.claimId)}
    >
      <td class="nw">{f.shortDay(row.openedOn)}</td>
      <td class="el why" title={row.note ?? undefined}>
        <span class="m">{w.choice[row.kind]}</span>
        {row.note && <span class="sec"> {f.quoted(row.note)}</span>}
      </td>
      <td class="el party" title={row.partyName ?? undefined}>
        {row.partyName ?? '–'}
      </td>
      <td class="x1000">{row.document ?? '–'}</td>
      <td class="num">{f.money(row.amountMinor, row.currency)}</td>
      <td class="num x1000">{f.money(row.residualMinor, row.currency)}</td>
      <td class="sec wide">{row.by}</td>
      <td class="num nw acts-cell">
        <Acts row={row} here={here} />
      </td>
    </tr>
  );
}

function Acts({ row, here }: { row: ClaimRow; here: boolean }) {
  const w = late.value.claims;
  if (row.state !== 'open' && row.state !== 'closed') return <span class="mut">{w.state[row.state]}</span>;
  const act = (work: () => Promise<void>) => () => {
    cursor.value = row.claimId;
    void work();
  };
  const caps = (key: string) => (here ? { caps: [key] } : {});
  if (row.state === 'closed') {
    return (
      <Button look="ghost" small {...caps('U')} onPress={act(reopen)}>
        {w.reopen}
      </Button>
    );
  }
  return (
    <>
      <Button look="ghost" small {...caps('1')} onPress={act(() => close('accepted'))}>
        {w.accepted}
      </Button>
      <Button look="ghost" small {...caps('2')} onPress={act(() => close('dropped'))}>
        {w.dropped}
      </Button>
    </>
  );
}
