// The table of what is paid: one row an open item, its amount editable, the sums under it.
import type { Day } from '../../../sync/model/day.ts';
import type { ItemRow } from '../../../sync/port/view.ts';
import { daysBetween } from '../day.ts';
import { AmountInput } from '../part/amount-input.tsx';
import { Caps } from '../part/button.tsx';
import { InErp } from '../part/in-erp.tsx';
import { phone } from '../shell/state.ts';
import { today, words, write } from '../words/index.ts';
import { changeDraft, draft, restoreDraft } from './detail.ts';
import { type Draft, effectiveTakes, fillAmount, problemOf, setAmount, type Take } from './draft.ts';
import { focusList } from './focus.ts';
import { lit } from './lit.ts';

export const AMOUNTS_ID = 'amounts';

export function Allocation({ own, settled }: { own: Draft; settled: boolean }) {
  const w = words.value;
  const takes = effectiveTakes(own);
  if (takes.length === 0) return null;
  const still = settled || own.foreign || phone.value;
  const parties = new Set(takes.map(({ item }) => item.partyId)).size;
  const head = w.item;
  return (
    <div class={`held ${takes.length > 4 ? 'tall' : ''}`} id={AMOUNTS_ID}>
      <table class="t">
        <thead>
          <tr>
            <th scope="col">{head.document}</th>
            {parties > 1 && <th scope="col">{head.party}</th>}
            <th scope="col" class="num wide">
              {head.issued}
            </th>
            <th scope="col" class="num x640">
              {head.due}
            </th>
            <th scope="col" class="num x640">
              {head.late}
            </th>
            <th scope="col" class="num">
              {head.open}
            </th>
            <th scope="col" class="num take">
              {head.taken} {!still && <Caps keys={['M']} />}
            </th>
            <th scope="col" class="num rest x640">
              {head.remains}
            </th>
          </tr>
        </thead>
        <tbody>
          {takes.map((take) => (
            <TakeRow key={take.item.itemId} take={take} own={own} parties={parties} still={still} />
          ))}
        </tbody>
        <Sums own={own} takes={takes} parties={parties} />
      </table>
      {phone.value && !settled && <p class="s12 sec note">{w.item.widen}</p>}
    </div>
  );
}

function TakeRow({ take, own, parties, still }: { take: Take; own: Draft; parties: number; still: boolean }) {
  const f = write.value;
  const { item, minor } = take;
  return (
    <tr class={lit.value === item.itemId ? 'lit' : ''}>
      <th scope="row">
        <ItemName item={item} />
        <span class="under s12">
          <Due item={item} short /> <Late item={item} />
        </span>
      </th>
      {parties > 1 && <td class="el party">{item.partyName ?? '–'}</td>}
      <td class="num sec wide">{f.day(item.day)}</td>
      <td class="num x640">
        <Due item={item} />
      </td>
      <td class="num x640">
        <Late item={item} />
      </td>
      <td class="num">{f.money(item.residualMinor, item.currency)}</td>
      <td class="num">{still ? f.amount(minor ?? 0, item.currency) : <TakeInput take={take} own={own} />}</td>
      <td class="num sec x640">{minor === null ? '–' : f.money(item.residualMinor - minor, item.currency)}</td>
    </tr>
  );
}

function TakeInput({ take, own }: { take: Take; own: Draft }) {
  const { item, minor } = take;
  return (
    <AmountInput
      minor={minor}
      currency={item.currency}
      label={words.value.item.takenFor(item.document ?? item.label)}
      fault={faultOf(own, item)}
      onAmount={(next) => changeDraft((it) => setAmount(it, item.itemId, next))}
      onFill={() => changeDraft((it) => fillAmount(it, item.itemId))}
      onDone={focusList}
      onCancel={() => {
        restoreDraft();
        focusList();
      }}
    />
  );
}

/** The sentence for one item's amount, when it is the one that stops the acceptance. */
export function faultOf(own: Draft, item: ItemRow): string | null {
  const w = words.value.problem;
  const problem = problemOf(own);
  if (!problem || !('itemId' in problem) || problem.itemId !== item.itemId) return null;
  if (problem.kind === 'too-much') return w.tooMuch(write.value.money(problem.excessMinor, item.currency));
  return problem.kind === 'wrong-sign' ? w.wrongSign : w.unreadable;
}

function Sums({ own, takes, parties }: { own: Draft; takes: readonly Take[]; parties: number }) {
  const f = write.value;
  const w = words.value;
  const problem = problemOf(own);
  const faulty = problem && 'itemId' in problem ? own.takes.find((it) => it.item.itemId === problem.itemId) : undefined;
  const open = takes.reduce((total, { item }) => total + item.residualMinor, 0);
  const taken = takes.reduce((total, { minor }) => total + (minor ?? 0), 0);
  const currency = takes[0]?.item.currency;
  return (
    <tfoot>
      {faulty && (
        <tr class="fault">
          <td colSpan={7 + (parties > 1 ? 1 : 0)} class="bad">
            {faultOf(own, faulty.item)}
          </td>
        </tr>
      )}
      <tr>
        <td>{w.item.count(takes.length)}</td>
        {parties > 1 && <td />}
        <td class="wide" />
        <td class="x640" />
        <td class="x640" />
        <td class="num">{f.money(open, currency)}</td>
        <td class="num summed">{f.amount(taken, currency)}</td>
        <td class="num x640">{f.money(open - taken, currency)}</td>
      </tr>
    </tfoot>
  );
}

export function ItemName({ item }: { item: ItemRow }) {
  const w = words.value.item;
  return (
    <span class="item" title={item.label}>
      <span class="el">{item.document ?? item.label}</span>
      {item.kind !== 'invoice' && <span class="tag">{w.kind[item.kind]}</span>}
      {item.role !== 'receivable' && <span class="tag">{w.role[item.role]}</span>}
      <InErp kind="item" id={item.itemId} name={item.document ?? item.label} />
    </span>
  );
}

export function Due({ item, short }: { item: ItemRow; short?: boolean }) {
  const text = (day: Day) => (short ? write.value.shortDay(day) : write.value.day(day));
  if (!item.dueDay) return <span class="mut">{words.value.item.noDue}</span>;
  return item.dueComputed ? (
    <span class="computed" title={words.value.item.dueComputed}>
      {text(item.dueDay)}
    </span>
  ) : (
    text(item.dueDay)
  );
}

/** '32 j' in red when late, 'dans 12 j' when not yet due; nothing for credits. */
export function Late({ item, at }: { item: ItemRow; at?: Day }) {
  const w = words.value.item;
  if (!item.dueDay || item.residualMinor < 0) return null;
  const days = daysBetween(item.dueDay, at ?? today.value);
  if (days > 0) return <span class="bad">{w.days(days)}</span>;
  return <span class="sec">{days === 0 ? w.dueToday : w.inDays(-days)}</span>;
}

/** Puts the focus into the first amount. */
export function editAmounts(): void {
  if (draft.peek()?.foreign) return;
  document.querySelector<HTMLInputElement>(`#${AMOUNTS_ID} input`)?.focus();
}
