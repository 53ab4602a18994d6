// A menu that opens above its button, walks with the arrows, and takes digits as accelerators.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { strokeOf } from './keyboard.ts';

export type MenuItem = { text: string; note?: string; onPick: () => void };

type Props = {
  label: string;
  heading: string;
  items: readonly MenuItem[];
  foot?: ComponentChildren;
  onClose: () => void;
};

/** `onClose` gives the focus back; it is called on Escape, on Tab and on a press outside, not after a pick. */
export function Menu({ label, heading, items, foot, onClose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const options = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useLayoutEffect(() => {
    options()[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const stroke = strokeOf(event);
    const all = options();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move = { down: at + 1, up: at - 1, home: 0, end: all.length - 1 }[stroke ?? ''];
    if (stroke === 'escape' || event.key === 'Tab') onClose();
    else if (move !== undefined) all[(move + all.length) % all.length]?.focus();
    else if (stroke && /^[1-9]$/.test(stroke)) items[Number(stroke) - 1]?.onPick();
    else if (stroke === 'enter' || stroke === 'space') items[at]?.onPick();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <div class="menu-head">{heading}</div>
      <div role="menu" aria-label={label}>
        {items.map((item, i) => (
          <div key={item.text} role="menuitem" tabIndex={-1} onClick={item.onPick}>
            <kbd class="kbd" aria-hidden="true">
              {i + 1}
            </kbd>
            <span class="m">{item.text}</span>
            {item.note && <span class="s12 sec el">{item.note}</span>}
          </div>
        ))}
      </div>
      {foot && <div class="menu-foot s12 sec">{foot}</div>}
    </div>
  );
}
