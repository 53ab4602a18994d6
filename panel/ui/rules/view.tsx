// "Règles" in the settings: each rule in words, where it stands, what its trial showed, and what can be done with it.
import { useEffect } from 'preact/hooks';
import type { RuleView } from '../../../sync/port/trust-view.ts';
import { Button } from '../part/button.tsx';
import { isManager } from '../trust/state.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { RuleForm } from './form.tsx';
import { form, openRules, removeRule, rules, switchRule, tryRule } from './state.ts';
import { Trial } from './trial.tsx';

export function Rules() {
  useEffect(() => void openRules(), []);
  const w = late.value.rules;
  const list = rules.value;
  if (!list) return null;
  return (
    <section class="sect rules">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{w.note}</span>
        <span class="sp" />
        {form.value === 'closed' && (
          <Button look="out" small onPress={() => (form.value = 'new')}>
            {w.add}
          </Button>
        )}
      </header>
      {form.value === 'new' && <RuleForm old={null} />}
      {list.length === 0 && form.value === 'closed' && <p class="sec">{w.none}</p>}
      <ul class="things">
        {list.map((it) => (
          <RuleRow key={it.id} it={it} />
        ))}
      </ul>
      <Trial />
    </section>
  );
}

function RuleRow({ it }: { it: RuleView }) {
  const w = late.value.rules;
  const now = form.value;
  if (typeof now === 'object' && now.id === it.id) {
    return (
      <li>
        <RuleForm old={it} />
      </li>
    );
  }
  return (
    <li class="field">
      <span class="thing">
        <span class="m">{it.name}</span> <span class={`tag ${it.state === 'on' ? 'ok' : ''}`}>{w.state[it.state]}</span>
        <small class="s12">{ruleText(it)}</small>
        {it.trial && (
          <small class={`s12 ${it.trial.against > 0 ? 'warn' : 'sec'}`}>
            {w.trial(it.trial.lines, it.trial.changed, it.trial.against)}
          </small>
        )}
      </span>
      <span class="btns">
        <Button look="out" small label={`${w.try}, ${it.name}`} onPress={() => void tryRule(it.id)}>
          {w.try}
        </Button>
        {isManager.value && it.trial && (
          <Button
            small
            label={`${it.state === 'on' ? w.off : w.on}, ${it.name}`}
            onPress={() => void switchRule(it.id, it.state !== 'on')}
          >
            {it.state === 'on' ? w.off : w.on}
          </Button>
        )}
        <Button look="ghost" small label={`${w.edit}, ${it.name}`} onPress={() => (form.value = it)}>
          {w.edit}
        </Button>
        {isManager.value && (
          <Button look="ghost" small label={`${w.remove}, ${it.name}`} onPress={() => void removeRule(it.id)}>
            {w.remove}
          </Button>
        )}
      </span>
    </li>
  );
}

/** 'libellé « EDF* », jusqu’à 0,00 → au compte 606100'. */
export function ruleText({ when, outcome, partyName }: RuleView): string {
  const w = late.value.rules;
  const f = write.value;
  const { amountMinorFrom: from, amountMinorTo: to } = when;
  const amount =
    from !== undefined && to !== undefined
      ? w.says.between(f.money(from), f.money(to))
      : from !== undefined
        ? w.says.from(f.money(from))
        : to !== undefined
          ? w.says.to(f.money(to))
          : '';
  const parts = [
    when.label === undefined ? '' : w.says.label(when.label),
    when.counterpartyAccount === undefined ? '' : w.says.payerAccount(f.account(when.counterpartyAccount)),
    when.account === undefined ? '' : w.says.bank(f.account(when.account)),
    amount,
  ].filter((part) => part !== '');
  const target =
    outcome.kind === 'party' ? (partyName ?? outcome.partyId) : outcome.kind === 'account' ? outcome.account : '';
  return `${parts.join(', ')} → ${w.outcome[outcome.kind]} ${target}`.trim();
}
