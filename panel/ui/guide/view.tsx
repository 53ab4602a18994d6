// The strip of first steps under the tabs: what to do next on this demo company, and what the words mean.
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { guideHidden } from '../preference.ts';
import { words } from '../words/index.ts';
import { showStep } from './show.ts';
import { nextStep, STEPS, steps } from './state.ts';

/** Steps that are about what was just done: there is nowhere to lead to. */
const HERE = ['undo', 'bulk'];

export function Guide() {
  const w = words.value.guide;
  if (guideHidden.value) return null;
  const next = nextStep.value;
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
      {next && !HERE.includes(next) && (
        <Button look="out" small caps={['G', 'G']} onPress={() => void showStep()}>
          {w.show}
        </Button>
      )}
      <Button look="ghost" small onPress={() => (guideHidden.value = true)}>
        {w.hide}
      </Button>
    </aside>
  );
}
