// The search in the detail: a field, results to tick with the space bar, the amounts of what is ticked beside them.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PartyRow } from '../../../sync/port/account-view.ts';
import type { ItemRow } from '../../../sync/port/view.ts';
import { AmountInput } from '../part/amount-input.tsx';
import { Check } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { Due, faultOf, ItemName, Late } from './allocation.tsx';
import { changeDraft, draft, restoreDraft } from './detail.ts';
import { effectiveTakes, fillAmount, setAmount } from './draft.ts';
import { close } from './open.ts';
import { endSearch, found, isOn, isTicked, query, startSearch, toggle, toggleParty, type } from './search.ts';
import { useSearchKeys } from './search-keys.ts';

export function Search() {
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    startSearch();
    return endSearch;
  }, []);
  const { onKeyDown, ...among } = useSearchKeys(field, results);
  return (
    <section class="find" aria-label={words.value.search.label} onKeyDown={onKeyDown}>
      <Field field={field} />
      <div ref={results} class="held tall" {...among}>
        <Results />
      </div>
    </section>
  );
}

function Field({ field }: { field: { current: HTMLInputElement | null } }) {
  const w = words.value.search;
  const now = found.value;
  const count = now.at === 'here' ? (now.leads ? w.leads : w.results(now.items.length)) : '';
  return (
    <label class="search">
      <Icon name="search" />
      <span class="hear">{w.label}</span>
      <input
        ref={field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        placeholder={w.placeholder}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <span class="mut s12 nw" role="status">
        {count}
      </span>
    </label>
  );
}

function Results() {
  const w = words.value;
  const now = found.value;
  const own = draft.value;
  if (now.at === 'failed') return <p class="bad note">{now.fault.says || w.fault.noAnswer}</p>;
  // What is ticked stays in sight when another search no longer finds it; what is found never moves under the focus.
  const items = now.at === 'here' ? now.items : [];
  const ticked = own?.takes.map(({ item }) => item) ?? [];
  const all = [...ticked.filter((item) => !items.some((it) => it.itemId === item.itemId)), ...items];
  const parties = now.at === 'here' ? now.parties : [];
  if (all.length + parties.length === 0)
    return now.at === 'here' ? (
      <p class="note sec">{query.value === '' ? w.search.noLead : w.search.nothing(query.value)}</p>
    ) : null;
  return (
    <table class="t">
      <thead>
        <tr>
          <th scope="col" class="tick">
            <span class="hear">{w.search.tick}</span>
          </th>
          <th scope="col">{w.item.document}</th>
          <th scope="col" class="party x640">
            {w.item.party}
          </th>
          <th scope="col" class="num due x640">
            {w.item.due}
          </th>
          <th scope="col" class="num late wide">
            {w.item.late}
          </th>
          <th scope="col" class="num open">
            {w.item.open}
          </th>
          <th scope="col" class="num take">
            {w.item.taken}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((item) => (
          <Result key={item.itemId} item={item} />
        ))}
        {parties.map((party) => (
          <Customer key={party.partyId} party={party} />
        ))}
      </tbody>
    </table>
  );
}

function Result({ item }: { item: ItemRow }) {
  const f = write.value;
  const on = isTicked(item.itemId);
  const name = [item.document ?? item.label, item.partyName ?? '', f.money(item.residualMinor, item.currency)].join(
    ', ',
  );
  return (
    <tr class={on ? 'lit' : ''} data-of={item.itemId} onClick={() => toggle(item)}>
      <td>
        <Check tab on={on} label={name} onToggle={() => toggle(item)} />
      </td>
      <th scope="row">
        <ItemName item={item} />
        <span class="under s12 sec el">{marked(item.partyName ?? '–', query.value)}</span>
      </th>
      <td class="el party x640" title={item.partyName ?? undefined}>
        {marked(item.partyName ?? '–', query.value)}
      </td>
      <td class="num x640">
        <Due item={item} />
      </td>
      <td class="num wide">
        <Late item={item} />
      </td>
      <td class="num">{f.money(item.residualMinor, item.currency)}</td>
      <td class="num" onClick={(event) => event.stopPropagation()}>
        {on && <Taken item={item} />}
      </td>
    </tr>
  );
}

/** A customer without an item to tick: the line goes to their account, as a deposit, on account, or as a debt again. */
function Customer({ party }: { party: PartyRow }) {
  const w = words.value.search;
  const on = isOn(draft.value, party.partyId);
  return (
    <tr class={on ? 'lit' : ''} data-of={party.partyId} onClick={() => toggleParty(party)}>
      <td>
        <Check tab on={on} label={`${w.toAccount}, ${party.name}`} onToggle={() => toggleParty(party)} />
      </td>
      <th scope="row" class="sec">
        {w.toAccount}
        <span class="under s12 el">{marked(party.name, query.value)}</span>
      </th>
      <td class="el party x640" title={party.name}>
        {marked(party.name, query.value)}
      </td>
      <td class="x640" />
      <td class="wide" />
      <td class="num sec el">{party.city ?? ''}</td>
      <td />
    </tr>
  );
}

function Taken({ item }: { item: ItemRow }) {
  const own = draft.value;
  const take = own && effectiveTakes(own).find((it) => it.item.itemId === item.itemId);
  if (!own || !take) return null;
  return (
    <AmountInput
      minor={take.minor}
      currency={item.currency}
      label={words.value.item.takenFor(item.document ?? item.label)}
      fault={faultOf(own, item)}
      onAmount={(next) => changeDraft((it) => setAmount(it, item.itemId, next))}
      onFill={() => changeDraft((it) => fillAmount(it, item.itemId))}
      onDone={close}
      onCancel={restoreDraft}
    />
  );
}

/** The typed words stand out in the name. */
function marked(text: string, typed: string) {
  const at = typed.length < 2 ? -1 : text.toLocaleLowerCase().indexOf(typed.toLocaleLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + typed.length)}</b>
      {text.slice(at + typed.length)}
    </>
  );
}
