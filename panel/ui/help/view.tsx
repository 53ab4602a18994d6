// The shortcut sheet: every key by what it is for; those of the screen in front are strong.
import { Caps } from '../part/button.tsx';
import { Dialog } from '../part/dialog.tsx';
import { type ScreenName, screen } from '../shell/route.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

type Sheet = {
  heading: keyof (typeof late.value)['help']['heading'];
  on: readonly ScreenName[] | 'all';
  keys: readonly [caps: readonly string[], what: keyof (typeof late.value)['help']['what']][];
};

export const COLUMNS: readonly (readonly Sheet[])[] = [
  [
    {
      heading: 'decide',
      on: ['queue'],
      keys: [
        [['⏎'], 'accept'],
        [['R', '1–6'], 'reject'],
        [['P', '1–4'], 'later'],
        [['I'], 'aside'],
        [['V'], 'flag'],
      ],
    },
    {
      heading: 'undo',
      on: 'all',
      keys: [
        [['Ctrl', 'Z'], 'undo'],
        [['Ctrl', '⇧', 'Z'], 'redo'],
        [['H'], 'history'],
      ],
    },
    {
      heading: 'several',
      on: ['queue'],
      keys: [
        [['X'], 'check'],
        [['⇧', '↓ ↑'], 'extend'],
        [['Ctrl', 'A'], 'checkAll'],
        [['⇧', '⏎'], 'acceptAll'],
      ],
    },
    {
      heading: 'difference',
      on: ['queue'],
      keys: [
        [['E'], 'discount'],
        [['F'], 'fee'],
        [['D'], 'small'],
        [['S'], 'withholding'],
        [['L'], 'leave'],
        [['A'], 'advance'],
      ],
    },
  ],
  [
    {
      heading: 'move',
      on: 'all',
      keys: [
        [['↓', '↑'], 'line'],
        [['J', 'K'], 'line'],
        [['Home', 'End'], 'ends'],
        [['N'], 'next'],
        [['G', '1–5'], 'counter'],
        [['/'], 'find'],
        [['Esc'], 'back'],
      ],
    },
    {
      heading: 'go',
      on: 'all',
      keys: [
        [['G', 'A'], 'queue'],
        [['G', 'L'], 'accounts'],
        [['G', 'B'], 'aging'],
        [['G', 'R'], 'reports'],
        [['G', 'T'], 'trust'],
        [['G', 'I'], 'imports'],
        [['G', 'S'], 'settings'],
      ],
    },
  ],
  [
    {
      heading: 'correct',
      on: ['queue'],
      keys: [
        [['1', '2', '3'], 'candidate'],
        [['M'], 'amounts'],
        [['='], 'fill'],
        [['C'], 'search'],
        [['Ctrl', 'V'], 'advice'],
        [['W'], 'reasons'],
      ],
    },
    {
      heading: 'others',
      on: ['accounts', 'aging', 'reports', 'customer', 'imports', 'history'],
      keys: [
        [['1–9', '⏎'], 'letter'],
        [['A'], 'wholeAccount'],
        [['→', '←'], 'unfold'],
        [['⏎'], 'customer'],
        [['D'], 'day'],
        [['V'], 'times'],
        [['O'], 'basis'],
        [['M'], 'currencies'],
        [['E'], 'export'],
        [['I'], 'files'],
        [['R'], 'slip'],
        [['U'], 'undoRow'],
      ],
    },
  ],
];

export function Help({ onClose }: { onClose: () => void }) {
  const w = late.value.help;
  return (
    <Dialog title={w.title} note={w.note} broad onClose={onClose}>
      <div class="key-sheet">
        {COLUMNS.map((sheets, i) => (
          <div key={i}>
            {sheets.map((sheet) => (
              <section
                key={sheet.heading}
                class={sheet.on === 'all' || sheet.on.includes(screen.name.value) ? '' : 'dim'}
              >
                <h3>{w.heading[sheet.heading]}</h3>
                <dl>
                  {sheet.keys.map(([caps, what]) => (
                    <div key={caps.join()}>
                      <dt>
                        <span class="hear">{caps.join(' ')}</span>
                        <Caps keys={caps.map((cap) => capOf(cap))} />
                      </dt>
                      <dd>{w.what[what]}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** What is printed on the key in the reader's language. */
function capOf(cap: string): string {
  const { keys } = words.value;
  return { Home: keys.home, End: keys.end, Esc: keys.escape }[cap] ?? cap;
}
