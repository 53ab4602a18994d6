// What a rule would have changed: line by line, as it was and as it would have been.
import type { TrialOutcome } from '../../../sync/port/trust-view.ts';
import { Button } from '../part/button.tsx';
import { Dialog } from '../part/dialog.tsx';
import { isManager } from '../trust/state.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { switchRule, trial } from './state.ts';

export function Trial() {
  const it = trial.value;
  if (!it) return null;
  const w = late.value.rules;
  const f = write.value;
  const { rule, lines } = it;
  const close = () => {
    trial.value = null;
  };
  return (
    <Dialog broad title={w.trialTitle(rule.name)} note={w.trialNote} onClose={close}>
      <div class="asked">
        <p class={it.trial.against > 0 ? 'warn m' : 'm'}>
          {it.trial.changed === 0 ? w.trialNone : w.trial(it.trial.lines, it.trial.changed, it.trial.against)}
        </p>
        {lines.length > 0 && (
          <table class="t trial">
            <thead>
              <tr>
                <th scope="col">{w.line}</th>
                <th scope="col">{w.was}</th>
                <th scope="col">{w.now}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.lineId}>
                  <th scope="row">
                    {f.shortDay(line.day)} {line.payer ?? words.value.queue.noPayer}{' '}
                    {f.money(line.amountMinor, line.currency)}
                    <small class="s12 sec">
                      <bdi>{line.label}</bdi>
                    </small>
                  </th>
                  <td>
                    {outcomeText(line.old)}
                    {line.against && <small class="s12 warn">{w.against}</small>}
                  </td>
                  <td>{outcomeText(line.now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {it.trial.changed > lines.length && <p class="sec">{w.trialMore(it.trial.changed - lines.length)}</p>}
        {isManager.value && rule.state !== 'on' && (
          <div class="acts-row">
            <Button look="pri" onPress={() => void switchRule(rule.id, true)}>
              {w.on}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function outcomeText({ kind, partyName, documents, account }: TrialOutcome): string {
  const what = late.value.rules.kind[kind];
  const of = [partyName, documents.join(', '), account].filter((part) => part !== null && part !== '');
  const colon = write.value.lang === 'fr' ? '\u00a0: ' : ': ';
  return of.length === 0 ? what : what + colon + of.join(', ');
}
