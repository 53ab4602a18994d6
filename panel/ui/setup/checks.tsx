// The second step: every point that was looked at in Odoo, what is in order and what is to be done there.
import type { CheckStep } from '../../../sync/port/erp.ts';
import { Button } from '../part/button.tsx';
import { late } from '../words/late.ts';
import { busy, checks, isConnected, look } from './state.ts';

/** What would be read is told in the next step. */
const STEPS = [
  'address',
  'database',
  'key',
  'rights',
  'journals',
  'accounts',
  'locks',
  'tax',
] as const satisfies CheckStep[];

export function isSound(): boolean {
  const found = checks.value;
  return found !== null && STEPS.every((step) => found.some((it) => it.step === step && it.ok));
}

export function Checks() {
  const w = late.value.setup.check;
  const found = checks.value ?? [];
  const open = found.filter((it) => !it.ok).length;
  const isBusy = busy.value === 'check';
  return (
    <>
      <dl class="steps">
        {STEPS.map((step) => {
          const it = found.find((each) => each.step === step);
          return (
            <div key={step}>
              <dt>{w.step[step]}</dt>
              <dd>
                <span class={`tag ${it === undefined ? '' : it.ok ? 'ok' : 'bad'}`}>{tagOf(it)}</span>
                <span class={it?.ok === false ? 'wrong' : ''}>{it?.says ?? ''}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      <div class="row">
        {isConnected.value && (
          <Button look="out" small off={isBusy ? w.running : null} onPress={() => void look()}>
            {w.again}
          </Button>
        )}
        <span role="status">{isBusy ? w.running : open > 0 ? w.open(open) : isSound() ? w.allDone : ''}</span>
      </div>
    </>
  );
}

function tagOf(it: { ok: boolean } | undefined): string {
  const { ok, wrong } = late.value.pair;
  if (it === undefined) return late.value.setup.state.later;
  return it.ok ? ok : wrong;
}
