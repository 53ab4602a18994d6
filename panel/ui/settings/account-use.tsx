// "Comptes d'imputation" in the settings: which account each difference goes to, and naming one that the chart does not have.
import { useEffect } from 'preact/hooks';
import type { AccountUseView } from '../../../sync/port/ledger-view.ts';
import { isManager } from '../trust/state.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { choices, find, name, openUses, refused, uses } from './account-use-state.ts';

const LIST = 'account-use-choices';

export function AccountUses() {
  useEffect(() => void openUses(), []);
  const w = late.value.accountUse;
  if (uses.value === null) return null;
  return (
    <section class="sect account-uses">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{w.note}</span>
      </header>
      {uses.value.map((it) => (
        <Use key={`${it.use} ${it.account}`} it={it} />
      ))}
      <datalist id={LIST}>
        {choices.value.map((it) => (
          <option key={it.number} value={it.number}>
            {it.name}
          </option>
        ))}
      </datalist>
    </section>
  );
}

function Use({ it }: { it: AccountUseView }) {
  const w = late.value.accountUse;
  const says = it.state === 'open' ? w.says[it.chosen ? 'chosen' : 'chart'] : w.says[it.state];
  const fault = refused.value?.use === it.use ? refused.value.fault : null;
  return (
    <form
      class="field link-form"
      onSubmit={(event) => {
        event.preventDefault();
        void name(it.use, String(new FormData(event.currentTarget).get('account') ?? ''));
      }}
    >
      <span>
        {w.of[it.use]}
        <small class={`s12 ${it.state === 'open' ? 'mut' : 'warn'}`}>
          {[it.name, says].filter((text) => text !== null && text !== '').join(' · ')}
        </small>
      </span>
      {isManager.value ? (
        <>
          <input
            class="fld mono"
            name="account"
            aria-label={w.number(w.of[it.use])}
            list={LIST}
            size={10}
            autocomplete="off"
            defaultValue={it.account}
            onFocus={(event) => void find(event.currentTarget.value)}
            onInput={(event) => void find(event.currentTarget.value)}
          />
          <button type="submit" class="btn out sm" aria-label={`${w.save}, ${w.of[it.use]}`}>
            {w.save}
          </button>
          {it.chosen && (
            <button type="button" class="btn sm" onClick={() => void name(it.use, '')}>
              {w.forget}
            </button>
          )}
        </>
      ) : (
        <span class="mono">{it.account}</span>
      )}
      {fault && (
        <p class="msg" role="alert">
          {fault.says || words.value.fault.noAnswer}
        </p>
      )}
    </form>
  );
}
