// Buttons: they say what they do, show their key, and say why when they are off.
import type { ComponentChildren } from 'preact';

type Props = {
  children: ComponentChildren;
  onPress: () => void;
  look?: 'pri' | 'out' | 'ghost' | 'plain';
  small?: boolean;
  /** Key caps, one a cap. */
  caps?: readonly string[];
  pressed?: boolean;
  /** Why it cannot be pressed now. */
  off?: string | null;
  label?: string;
  menu?: boolean;
  role?: 'radio';
  id?: string;
};

/** A mouse press leaves the focus where it was, so that the next Enter still belongs to the list. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

export function Button({ children, onPress, look = 'plain', small, caps, pressed, off, label, menu, role, id }: Props) {
  const state =
    role === 'radio'
      ? { role, 'aria-checked': pressed === true }
      : pressed === undefined
        ? {}
        : { 'aria-pressed': pressed };
  return (
    <button
      type="button"
      id={id}
      class={`btn ${look === 'plain' ? '' : look} ${small ? 'sm' : ''} ${off ? 'off' : ''}`}
      aria-disabled={off ? true : undefined}
      aria-label={label}
      aria-haspopup={menu ? 'menu' : undefined}
      title={off ?? undefined}
      {...state}
      onMouseDown={keepFocus}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {children}
      {caps && !off && <Caps keys={caps} />}
      {off && <span class="hear">{off}</span>}
    </button>
  );
}

export function Caps({ keys }: { keys: readonly string[] }) {
  return (
    <span class="caps" aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} class="kbd">
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** A row of exclusive choices. */
export function Segments<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly { value: T; text: string; hint?: string }[];
  onPick: (value: T) => void;
}) {
  return (
    <fieldset class="seg">
      <legend class="hear">{props.label}</legend>
      {props.choices.map(({ value, text, hint }) => (
        <button
          key={value}
          type="button"
          title={hint}
          aria-pressed={value === props.value}
          onMouseDown={keepFocus}
          onClick={() => props.onPick(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** A check box drawn by us; its hit area is 32 px. */
export function Check(props: {
  on: boolean | 'some';
  label: string;
  onToggle: () => void;
  hidden?: boolean;
  tab?: boolean;
}) {
  return (
    <span
      class={`cb ${props.on ? 'on' : ''} ${props.on === 'some' ? 'some' : ''} ${props.hidden ? 'gone' : ''}`}
      role="checkbox"
      aria-checked={props.on === 'some' ? 'mixed' : props.on}
      aria-label={props.label}
      tabIndex={props.tab ? 0 : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation();
        props.onToggle();
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        props.onToggle();
      }}
    />
  );
}
