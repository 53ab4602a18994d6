// The strip of first steps under the tabs: what to do next on this demo company, and what the words mean.
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { guideHidden } from '../preference.ts';
import { type ScreenName, screen } from '../shell/route.ts';
import { words } from '../words/index.ts';
import { nextStep, STEPS, type Step, steps } from './state.ts';

const WHERE: Record<Step, ScreenName> = {
  accept: 'queue',
  difference: 'queue',
  undo: 'queue',
  bulk: 'queue',
  letter: 'accounts',
  aging: 'aging',
  import: 'imports',
};

export function Guide() {
  const w = words.value.guide;
  if (guideHidden.value) return null;
  const next = nextStep.value;
  const where = next ? WHERE[next] : null;
  return (
    <aside class="banner guide" aria-label={w.label}>
      <ol aria-label={w.label}>
        {STEPS.map((step, i) => (
          <li key={step} class={steps.value.has(step) ? 'done' : step === next ? 'next' : ''} title={w.title[step]}>
            {steps.value.has(step) ? <Icon name="check" /> : i + 1}
            <span class="hear">
              {w.title[step]}
              {steps.value.has(step) ? `, ${w.done}` : ''}
            </span>
          </li>
        ))}
      </ol>
      <p>
        {next ? (
          <>
            <b>{w.title[next]}.</b> {w.how[next]}
          </>
        ) : (
          w.all
        )}
      </p>
      <span class="sp" />
      {where && where !== screen.name.value && (
        <Button look="out" small onPress={() => screen.go(where)}>
          {words.value.screen[where]}
        </Button>
      )}
      <Button look="ghost" small onPress={() => (guideHidden.value = true)}>
        {w.hide}
      </Button>
    </aside>
  );
}
