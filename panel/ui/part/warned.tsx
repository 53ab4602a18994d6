// What the ERP would do besides, over the buttons: read on the first Enter, accepted by the second.
import type { Signal } from '@preact/signals';
import type { Warned as Told } from '../forewarn.ts';

export function Warned({ of, twice }: { of: Signal<Told | null>; twice: string }) {
  const now = of.value;
  if (!now) return null;
  return (
    <>
      {now.list.map((it) => (
        <p key={it.says} class="msg" role={now.read ? 'alert' : 'status'}>
          {it.says} <b>{twice}</b>
        </p>
      ))}
    </>
  );
}
