// A field for an amount: reads what people type, writes it the house way when left, and never holds a float.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readAmount } from '../money.ts';
import { write } from '../words/index.ts';

type Props = {
  minor: number | null;
  currency: string;
  label: string;
  /** Said under the field and to screen readers; null when the amount is fine. */
  fault: string | null;
  /** null: what stands there is no amount. */
  onAmount: (minor: number | null) => void;
  /** '=': fill with what is left. */
  onFill: () => void;
  /** Enter: the amounts are right. */
  onDone: () => void;
  /** Escape: put everything back. */
  onCancel: () => void;
};

export function AmountInput({ minor, currency, label, fault, onAmount, onFill, onDone, onCancel }: Props) {
  const own = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (minor === null ? '' : write.value.amount(minor, currency));
  useLayoutEffect(() => {
    if (document.activeElement === own.current && typed === null) own.current?.select();
  }, [typed === null, text]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { '=': onFill, Enter: onDone, Escape: onCancel }[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped(null);
    act();
  };
  return (
    <input
      ref={own}
      class={`in ${fault ? 'wrong' : ''}`}
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      aria-invalid={fault !== null}
      title={fault ?? undefined}
      value={text}
      onFocus={() => own.current?.select()}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        onAmount(readAmount(event.currentTarget.value, currency));
      }}
      onBlur={() => {
        if (minor !== null) setTyped(null);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
