// "Mémoire" in the settings: payers, accounts, refusals and habits, each with a way to forget it; changed accounts first.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RejectReason } from '../../../sync/model/decision.ts';
import type { MemoryView, RememberedPayer } from '../../../sync/port/trust-view.ts';
import { Button } from '../part/button.tsx';
import { REJECTS } from '../queue/menus.tsx';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { forget, learn, memory, openMemory, type Thing } from './state.ts';

export function Memory() {
  useEffect(() => void openMemory(), []);
  const w = late.value.memory;
  const it = memory.value;
  if (!it) return null;
  const isEmpty = [it.changed, it.accounts, it.names, it.refusals, it.habits].every((list) => list.length === 0);
  return (
    <section class="sect memory">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{w.note}</span>
      </header>
      {isEmpty && <p class="sec">{w.none}</p>}
      <Changed changed={it.changed} />
      <Payers title={w.accounts} kind="account" list={it.accounts} />
      <Payers title={w.names} kind="name" list={it.names} />
      <Refusals refusals={it.refusals} />
      <Habits habits={it.habits} />
    </section>
  );
}

function Changed({ changed }: Pick<MemoryView, 'changed'>) {
  const w = late.value.memory;
  const f = write.value;
  if (changed.length === 0) return null;
  return (
    <List title={w.changed} note={w.changedNote}>
      {changed.map((it) => {
        const name = it.partyName ?? w.unknown;
        const thing = { kind: 'account', text: it.text, partyId: it.partyId } as const;
        const known = it.known.map(f.account).join(', ');
        return (
          <Entry key={it.partyId + it.text} thing={thing} name={`${name}, ${it.text}`} warn>
            <span class="m">{name}</span> <span class="mono">{f.account(it.text)}</span>
            <small class="s12 sec">{w.changedSays(it.times, f.day(it.lastDay), known)}</small>
            <Button look="out" small label={w.learnOf(`${name}, ${it.text}`)} onPress={() => void learn(it)}>
              {w.learn}
            </Button>
          </Entry>
        );
      })}
    </List>
  );
}

function Payers({ title, kind, list }: { title: string; kind: 'account' | 'name'; list: readonly RememberedPayer[] }) {
  const w = late.value.memory;
  const f = write.value;
  return (
    <List title={title}>
      {list.map(({ text, partyId, partyName, confirmed, undone }) => (
        <Entry key={partyId + text} thing={{ kind, text, partyId }} name={`${text}, ${partyName ?? w.unknown}`}>
          <span class={kind === 'account' ? 'mono' : ''}>{kind === 'account' ? f.account(text) : text}</span>
          {' → '}
          <span class="m">{partyName ?? w.unknown}</span>
          <small class="s12 sec">{w.payerSays(confirmed, undone)}</small>
        </Entry>
      ))}
    </List>
  );
}

function Refusals({ refusals }: Pick<MemoryView, 'refusals'>) {
  const w = words.value;
  const f = write.value;
  return (
    <List title={late.value.memory.refusals}>
      {refusals.map((it) => {
        const payer = it.payer ?? w.queue.noPayer;
        const documents = it.documents.join(', ');
        const reason = w.reject[reasonOf(it.reason)];
        return (
          <Entry
            key={it.decisionId}
            thing={{ kind: 'refusal', text: it.decisionId, partyId: null }}
            name={`${payer}, ${documents}`}
          >
            <span class="m">{payer}</span> {f.money(it.amountMinor, it.currency)} × {documents}
            <small class="s12 sec">
              {f.dayAt(it.at)} · {reason}
              {it.comment && ` · ${f.quoted(it.comment)}`}
            </small>
          </Entry>
        );
      })}
    </List>
  );
}

function Habits({ habits }: Pick<MemoryView, 'habits'>) {
  const w = late.value.memory;
  return (
    <List title={w.habits}>
      {habits.map(({ partyId, partyName, kind, times, receipts }) => (
        <Entry
          key={partyId + kind}
          thing={{ kind: 'habit', text: kind, partyId }}
          name={`${partyName ?? w.unknown}, ${w.habit[kind]}`}
        >
          <span class="m">{partyName ?? w.unknown}</span> {w.habit[kind]}
          <small class="s12 sec">{w.habitSays(times, receipts)}</small>
        </Entry>
      ))}
    </List>
  );
}

function List({ title, note, children }: { title: string; note?: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {note && <p class="s12 warn">{note}</p>}
      <ul class="things">{children}</ul>
    </>
  );
}

function Entry(props: { thing: Thing; name: string; warn?: boolean; children: ComponentChildren }) {
  const w = late.value.memory;
  return (
    <li class={`field ${props.warn ? 'asks' : ''}`}>
      <span class="thing">{props.children}</span>
      <Button look="ghost" small label={w.forgetOf(props.name)} onPress={() => void forget(props.thing)}>
        {w.forget}
      </Button>
    </li>
  );
}

function reasonOf(reason: string | null): RejectReason {
  return REJECTS.find((it) => it === reason) ?? 'other';
}
