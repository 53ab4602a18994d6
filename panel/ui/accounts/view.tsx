// The screen "Comptes à lettrer": one customer, debits and credits side by side, their sums, one key.
import { useEffect } from 'preact/hooks';
import type { ItemRow } from '../../../sync/port/view.ts';
import { Button, Check } from '../part/button.tsx';
import { HistoryButton, Lane } from '../part/lane.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { Warned } from '../part/warned.tsx';
import { Due, ItemName, Late } from '../queue/allocation.tsx';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { letterNow, letterText, stopOf } from './act.ts';
import { whole } from './book.ts';
import { Book, Which } from './book-view.tsx';
import { Difference, LetterMenus, Move } from './difference.tsx';
import { fore } from './draft.ts';
import { AccountPane, focusAccounts } from './list.tsx';
import * as accounts from './state.ts';

export function Accounts() {
  useEffect(() => {
    void accounts.openAccounts().then(focusAccounts);
  }, []);
  return (
    <div class={`split show-${accounts.pane.value}`}>
      <AccountPane />
      <Account />
    </div>
  );
}

function Account() {
  const w = words.value.accounts;
  const row = accounts.current.value;
  const fault = accounts.viewFault.value;
  const here = accounts.view.value?.key === accounts.cursor.value;
  return (
    <section class="pane detail" aria-label={w.pane}>
      <Button look="ghost" small onPress={() => (accounts.pane.value = 'list')} caps={[words.value.keys.escape]}>
        ‹ {words.value.detail.backToList}
      </Button>
      <div class="det">
        {!row && accounts.listState.value !== 'asking' && <Empty title={w.pick} />}
        {row && (
          <header class="head">
            <div class="who">
              <h2 class="el" title={row.partyName ?? undefined}>
                {row.partyName ?? w.noParty}
              </h2>
              <p class="s13 sec">{w.account(row.account)}</p>
            </div>
            <div class="num">
              <div class="sum">{write.value.money(row.debitMinor - row.creditMinor)}</div>
              <div class="s12 mut">{w.balance}</div>
            </div>
          </header>
        )}
        {row && fault && <Failed fault={fault} onRetry={() => void accounts.openAccount()} />}
        {row && !fault && !here && <Skeleton rows={6} />}
        {row && here && (
          <>
            <Which />
            {whole.value ? <Book /> : <Sides />}
          </>
        )}
      </div>
      <Sums />
      <Difference />
      <Move />
      <Warned of={fore.warned} twice={words.value.accounts.confirmTwice} />
      <Lane idle={w.idle}>
        <HistoryButton onPress={() => screen.go('history')} />
      </Lane>
      <Acts />
    </section>
  );
}

function Sides() {
  const w = words.value.accounts;
  return (
    <>
      <Groups />
      <div class="sides">
        <Side title={w.debits} items={accounts.debits.value} empty={w.noDebit} />
        <Side title={w.credits} items={accounts.credits.value} empty={w.noCredit} />
      </div>
    </>
  );
}

function Groups() {
  const w = words.value.accounts;
  const all = accounts.groups.value;
  if (all.length === 0) return <p class="s13 sec note">{w.noGroup}</p>;
  const shownAt = accounts.groupShown.value;
  const chosen = all[shownAt];
  return (
    <div class="groups">
      <div class="btns" role="radiogroup" aria-label={w.groups}>
        {all.slice(0, 9).map((group, i) => (
          <Button
            key={group.itemIds.join()}
            role="radio"
            look="out"
            small
            caps={[String(i + 1)]}
            pressed={i === shownAt}
            onPress={() => accounts.showGroup(i)}
          >
            {group.move ? late.value.move.group(group.move.partyName) : w.group(group.itemIds.length)}
          </Button>
        ))}
      </div>
      <p class="s13 sec">{chosen ? chosen.reasons.join(' · ') : w.byHand}</p>
    </div>
  );
}

function Side({ title, items, empty }: { title: string; items: readonly ItemRow[]; empty: string }) {
  const w = words.value;
  const total = items.reduce((sum, item) => sum + item.residualMinor, 0);
  return (
    <section class="side">
      <table class="t">
        <caption class="h3">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hear">{w.search.tick}</span>
            </th>
            <th scope="col">{w.item.document}</th>
            <th scope="col" class="num sum">
              {w.item.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Item key={item.itemId} item={item} />
          ))}
          {items.length === 0 && (
            <tr>
              <td colSpan={3} class="mut">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{w.item.lines(items.length)}</td>
            <td class="num">{write.value.money(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Item({ item }: { item: ItemRow }) {
  const f = write.value;
  const on = accounts.ticked.value.has(item.itemId);
  const name = `${item.document ?? item.label}, ${f.money(item.residualMinor, item.currency)}`;
  return (
    <tr class={on ? 'lit' : ''} onClick={() => accounts.toggle(item.itemId)}>
      <td>
        <Check tab on={on} label={name} onToggle={() => accounts.toggle(item.itemId)} />
      </td>
      <th scope="row">
        <ItemName item={item} />
        <span class="beneath s12 sec">
          {item.partyId !== accounts.current.value?.partyId && <b>{item.partyName} · </b>}
          {f.shortDay(item.day)}
          {item.dueDay && (
            <>
              {' · '}
              {late.value.aging.dueOn('')}
              <Due item={item} short /> <Late item={item} />
            </>
          )}
        </span>
      </th>
      <td class="num">
        {f.money(item.residualMinor, item.currency)}
        {item.own && <span class="beneath s12 sec">{f.money(item.own.minor, item.own.currency)}</span>}
      </td>
    </tr>
  );
}

/** What is ticked on each side, and what is between them. */
function Sums() {
  const w = words.value.accounts;
  const f = write.value;
  const { count, debit, credit, difference, currency } = accounts.sums.value;
  return (
    <dl class={`sums ${count > 0 && difference !== 0 ? 'off' : ''}`} aria-live="polite">
      <div>
        <dt>{w.tickedDebits}</dt>
        <dd>{f.money(debit, currency)}</dd>
      </div>
      <div>
        <dt>{w.tickedCredits}</dt>
        <dd>{f.money(credit, currency)}</dd>
      </div>
      <div class="total">
        <dt>{w.difference}</dt>
        <dd class={count > 0 ? (difference === 0 ? 'ok' : 'warn') : ''}>{f.money(difference, currency)}</dd>
      </div>
    </dl>
  );
}

function Acts() {
  const w = words.value.accounts;
  const { count } = accounts.sums.value;
  const stop = stopOf();
  return (
    <div class="acts">
      <Button look="pri" caps={['⏎']} off={stop} onPress={letterNow}>
        {letterText()}
      </Button>
      <Button
        caps={[words.value.keys.escape]}
        off={count === 0 ? w.nothingTicked : null}
        onPress={() => (accounts.ticked.value = new Set())}
      >
        {w.clear}
      </Button>
      <span class="sp" />
      <span class="s12 sec hint">{stop}</span>
      <LetterMenus />
    </div>
  );
}
