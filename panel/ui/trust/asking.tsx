// The warning before anything may act without a person: the numbers, what would happen, and how it is taken back.
import type { ClassView, TrustView } from '../../../sync/port/trust-view.ts';
import { Button } from '../part/button.tsx';
import { Dialog } from '../part/dialog.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { boundText } from './class-table.tsx';
import { asking, confirmAsked, trust } from './state.ts';

export function Asking() {
  const it = asking.value;
  const view = trust.value;
  if (!it || !view) return null;
  const w = late.value.trust;
  const close = () => {
    asking.value = null;
  };
  return (
    <Dialog title={it.kind === 'auto' ? w.autoOn : w.switchOn} onClose={close}>
      <div class="asked">
        {it.kind === 'auto' ? <AutoNumbers view={view} /> : <ClassNumbers it={it.it} />}
        <p>{w.switchUndo}</p>
        <div class="acts-row">
          <Button onPress={close}>{w.cancel}</Button>
          <Button look="pri" onPress={() => void confirmAsked()}>
            {it.kind === 'auto' ? w.autoYes : w.switchYes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function ClassNumbers({ it }: { it: ClassView }) {
  const w = late.value.trust;
  const f = write.value;
  const wrong = it.seeded.seen - it.seeded.right + it.own.seen - it.own.right;
  return (
    <>
      <p class="m">
        {it.says}
        {it.doubts !== '' && <span class="sec"> · {it.doubts}</span>}
      </p>
      <p>
        {w.switchRecord(f.count(it.seeded.seen), f.count(it.own.seen), f.count(wrong), boundText(it))}{' '}
        {w.switchWrong(Math.ceil((1_000_000 - it.bound) / 1_000))}
      </p>
      <p>{w.switchReady(it.ready)}</p>
    </>
  );
}

/** Of each class that the mode would let act. */
function AutoNumbers({ view }: { view: TrustView }) {
  const able = view.classes.filter((it) => it.proven && it.switched !== 'off' && !it.standDown);
  const ready = able.reduce((sum, it) => sum + it.ready, 0);
  return <p>{late.value.trust.autoRecord(able.length, ready)}</p>;
}
