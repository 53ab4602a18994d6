// One question over the action bar: a sentence, or a day.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import { DayInput } from '../part/day-input.tsx';
import { words } from '../words/index.ts';
import { close } from './open.ts';

const focusField = (field: HTMLInputElement | null): void => field?.focus();

export function AskText(props: { heading: string; required?: boolean; onDone: (text: string) => void }) {
  return (
    <form
      class="menu ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(String(new FormData(event.currentTarget).get('answer') ?? '').trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
    >
      <div class="grow">
        <label class="menu-head" for="answer">
          {props.heading}
        </label>
        <input
          id="answer"
          name="answer"
          type="text"
          required={props.required ?? true}
          maxLength={200}
          ref={focusField}
        />
      </div>
      <button class="btn pri" type="submit">
        {words.value.act.confirm}
      </button>
    </form>
  );
}

/** `first` stands there to begin with; else the earliest day. */
export function AskDay(props: { heading: string; min: Day; first?: Day; onDone: (day: Day) => void }) {
  const [day, setDay] = useState(props.first ?? props.min);
  useLayoutEffect(() => document.getElementById('answer')?.focus(), []);
  return (
    <div class="menu ask-form">
      <div class="grow">
        <label class="menu-head" for="answer">
          {props.heading}
        </label>
        <DayInput id="answer" day={day} min={props.min} onDay={setDay} onEnter={props.onDone} onEscape={close} />
      </div>
      <button class="btn pri" type="button" onClick={() => props.onDone(day)}>
        {words.value.act.confirm}
      </button>
    </div>
  );
}
