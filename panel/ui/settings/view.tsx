// The screen "Réglages": what one person prefers in this browser, and the files to take away.
import type { Signal } from '@preact/signals';
import { Agreements } from '../agreements/view.tsx';
import { notice } from '../lane.ts';
import { Memory } from '../memory/view.tsx';
import { Button, Segments } from '../part/button.tsx';
import { Lane } from '../part/lane.tsx';
import { guideHidden, keyCaps, letterKeys, theme } from '../preference.ts';
import { Rules } from '../rules/view.tsx';
import { session } from '../shell/state.ts';
import { language, words } from '../words/index.ts';
import { AccountUses } from './account-use.tsx';
import { BankAccounts } from './bank.tsx';
import { save, saving, type What } from './download.ts';
import { ErpSection } from './erp.tsx';
import { Pairing } from './pair.tsx';

const EXPORTS: readonly What[] = ['entries', 'letters', 'fec'];

export function Settings() {
  const w = words.value.settings;
  return (
    <>
      <div class="page narrow-page">
        <section class="sect">
          <header>
            <h2>{w.mine}</h2>
            <span class="s12 mut">{w.mineNote}</span>
          </header>
          <div class="field">
            <span>{w.language}</span>
            <Segments
              label={w.language}
              value={language.value}
              choices={[
                { value: 'fr', text: 'Français' },
                { value: 'en', text: 'English' },
              ]}
              onPick={(it) => (language.value = it)}
            />
          </div>
          <div class="field">
            <span>{w.theme}</span>
            <Segments
              label={w.theme}
              value={theme.value}
              choices={[
                { value: 'light', text: w.light },
                { value: 'dark', text: w.dark },
              ]}
              onPick={(it) => (theme.value = it)}
            />
          </div>
          <Switch on={keyCaps} text={w.keyCaps} note={w.keyCapsNote} />
          <Switch on={letterKeys} text={w.letterKeys} note={w.letterKeysNote} />
          <Switch on={guideHidden} text={w.guideHidden} note="" />
        </section>
        <Pairing />
        <ErpSection />
        <BankAccounts />
        <AccountUses />
        <Rules />
        <Agreements />
        <Memory />
        <Exports />
        <Company />
      </div>
      {notice.value && <Lane idle="" />}
    </>
  );
}

function Switch({ on, text, note }: { on: Signal<boolean>; text: string; note: string }) {
  return (
    <label class="field">
      <span>
        {text}
        {note !== '' && <small class="s12 mut">{note}</small>}
      </span>
      <input type="checkbox" checked={on.value} onChange={(event) => (on.value = event.currentTarget.checked)} />
    </label>
  );
}

function Exports() {
  const w = words.value.settings;
  return (
    <section class="sect">
      <header>
        <h2>{w.exports}</h2>
      </header>
      {EXPORTS.map((what) => (
        <div key={what} class="field">
          <span>
            {w.export[what]}
            <small class="s12 mut">{w.exportNote[what]}</small>
          </span>
          <Button
            look="out"
            small
            off={saving.value ? words.value.state.loading : null}
            onPress={() => void save(what)}
            label={`${w.save}, ${w.export[what]}`}
          >
            {w.save}
          </Button>
        </div>
      ))}
    </section>
  );
}

function Company() {
  const w = words.value;
  const now = session.value;
  if (now.at !== 'open') return null;
  const { company, user } = now.it;
  return (
    <section class="sect">
      <header>
        <h2>{w.settings.company}</h2>
      </header>
      <dl class="facts">
        <dt>{w.settings.name}</dt>
        <dd>{company.name}</dd>
        <dt>{w.settings.currency}</dt>
        <dd>{company.currency}</dd>
        <dt>{w.settings.mode}</dt>
        <dd>
          {w.mode[company.mode]}
          <small class="s12 mut">{w.mode.hint[company.mode]}</small>
        </dd>
        <dt>{w.settings.user}</dt>
        <dd>
          {user.name} <span class="mut">({user.role})</span>
        </dd>
      </dl>
    </section>
  );
}
