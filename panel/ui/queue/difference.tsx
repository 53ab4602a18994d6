// The band under the table: what received and allocated leave between them, and what it is.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { percentOf } from './account-pick.tsx';
import { attempt } from './decide.ts';
import { changeDraft } from './detail.ts';
import { type ChangeDraft, type Choice, choose, type Draft, differenceOf, fits, isShort, problemOf } from './draft.ts';
import { show } from './open.ts';

/** The key of each choice; short and over share letters where they mean the same thing to a bookkeeper. */
export const SHORT_KEYS = { e: 'discount', f: 'bank_fee', d: 'rounding', s: 'withholding', l: 'leave' } as const;
export const OVER_KEYS = { d: 'rounding', l: 'overpayment', a: 'advance', b: 'refund' } as const;
/** Money that left without an item: it is the customer's debt again. */
export const OUT_KEYS = { d: 'rounding', l: 'on-account' } as const;
/** Opens the rarer choices. */
export const OTHERS_KEY = 'q';

export type ChoiceKeys = Readonly<Record<string, Choice>>;

/** Presses the choice of this letter; false when the letter means nothing here. */
export function chooseByKey(own: Draft, letter: string): boolean {
  const choice = keysOf(own)[letter];
  if (differenceOf(own) === 0) return false;
  if (letter === OTHERS_KEY && !(own.fixed && own.fixed.restMinor === 0)) {
    show('difference');
    return true;
  }
  if (!choice) return false;
  changeDraft((it) => choose(it, choice));
  return true;
}

function keysOf(own: Draft): ChoiceKeys {
  if (isShort(own)) return SHORT_KEYS;
  return own.amountMinor < 0 ? OUT_KEYS : OVER_KEYS;
}

export function Difference({ own }: { own: Draft }) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (attempt.value === 'blocked') root.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt.value]);
  const difference = differenceOf(own);
  if (difference === 0 && !own.fixed) return null;
  const w = words.value;
  const f = write.value;
  const short = isShort(own);
  const received = f.amount(own.amountMinor, own.currency);
  const allocated = f.amount(own.amountMinor - difference, own.currency);
  const problem = problemOf(own);
  const wrong = problem !== null && 'itemId' in problem;
  const undecided = own.choice === null && !own.fixed;
  return (
    <div
      ref={root}
      class={`diff ${short || undecided ? '' : 'calm'} ${attempt.value === 'blocked' && undecided ? 'ask' : ''}`}
    >
      <div>
        <b class={short ? 'warn' : ''}>
          {short
            ? w.difference.short(f.money(Math.abs(difference), own.currency))
            : isNobodys(own)
              ? w.choice.other
              : w.difference.over}
        </b>{' '}
        <span class="s13 sec">
          {!isNobodys(own) && w.difference.sum(received, allocated)}
          {own.fixed?.adjustments.map((it) => ` · ${w.choice[it.kind]} ${f.signed(it.amountMinor, own.currency)}`)}
        </span>
      </div>
      <div class={`num b ${short ? 'warn' : ''}`}>{f.money(difference, own.currency)}</div>
      {!wrong && !isNobodys(own) && <Choices own={own} keys={keysOf(own)} change={changeDraft} />}
      {!wrong && isNobodys(own) && <Choices own={own} keys={{}} change={changeDraft} />}
      <ChoiceFacts own={own} />
      {undecided && !wrong && (
        <p class="s13 warn-text">{w.difference.ask[short ? 'short' : own.amountMinor < 0 ? 'out' : 'over']}</p>
      )}
    </div>
  );
}

/** The whole line goes to an account: no customer has a part in it. */
function isNobodys(own: Draft): boolean {
  return own.choice === 'other' && own.takes.length === 0 && own.partyId === null;
}

/** What the choice was told: the account, the day, the note. */
export function ChoiceFacts({ own }: { own: Draft }) {
  const w = words.value.difference;
  const { account, accountName, vat, dueDay, note } = own.facts;
  const said = [
    own.choice === 'other' && account ? [account, accountName ?? ''].join(' ').trim() : '',
    own.choice === 'other' && vat && vat.rateBp > 0 ? w.vat(write.value.percent(...percentOf(vat.rateBp))) : '',
    own.choice === 'retention' && dueDay ? w.dueOn(write.value.day(dueDay)) : '',
    note ? write.value.quoted(note) : '',
  ].filter((it) => it !== '');
  return said.length === 0 ? null : <p class="s13">{said.join(' · ')}</p>;
}

/** One button for each choice with its letter, and one for all the others. */
export function Choices({ own, keys, change }: { own: Draft; keys: ChoiceKeys; change: ChangeDraft }) {
  const w = words.value;
  const short = isShort(own);
  const offered = Object.entries(keys);
  const extra = own.choice && !offered.some(([, choice]) => choice === own.choice) ? own.choice : null;
  if (own.fixed && own.fixed.restMinor === 0) return null;
  return (
    <div class="btns" role="radiogroup" aria-label={w.difference.types}>
      {offered.map(([letter, choice]) => (
        <Button
          key={choice}
          role="radio"
          look="out"
          small
          caps={[letter.toUpperCase()]}
          pressed={own.choice === choice}
          off={
            fits(own, choice)
              ? needsParty(own, choice)
                ? w.difference.needsParty
                : null
              : w.difference.unfit[short ? 'short' : 'over']
          }
          onPress={() => change((it) => choose(it, choice))}
        >
          {own.choice === choice && <Icon name="check" />}
          {w.choice[choice]}
        </Button>
      ))}
      {extra && (
        <Button role="radio" look="out" small pressed onPress={() => change((it) => choose(it, extra))}>
          <Icon name="check" />
          {w.choice[extra]}
        </Button>
      )}
      <Button look="out" small menu caps={[OTHERS_KEY.toUpperCase()]} onPress={() => show('difference')}>
        {w.difference.others}
      </Button>
    </div>
  );
}

function needsParty(own: Draft, choice: Choice): boolean {
  return (
    own.partyId === null &&
    (choice === 'overpayment' || choice === 'advance' || choice === 'on-account' || choice === 'refund')
  );
}
