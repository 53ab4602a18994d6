// The icons: 16 pixel strokes, always beside a word that says the same.

const PATHS = {
  check: ['M3 8.5l3.2 3.2L13 4.8'],
  cross: ['M4 4l8 8M12 4l-8 8'],
  difference: ['M8 3v6M5 6h6M5 12.5h6'],
  down: ['M4.5 6.5L8 10l3.5-3.5'],
  right: ['M6.5 4.5L10 8l-3.5 3.5'],
  left: ['M9.5 4.5L6 8l3.5 3.5'],
  clock: ['M8 2.3a5.7 5.7 0 100 11.4A5.7 5.7 0 008 2.3', 'M8 4.8V8l2.2 1.6'],
  info: ['M8 2.3a5.7 5.7 0 100 11.4A5.7 5.7 0 008 2.3', 'M8 7.3v3.6M8 5.2v.1'],
  warning: ['M8 2.6l6 10.8H2z', 'M8 6.5v3.2M8 11.4v.1'],
  search: ['M7 2.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4', 'M10.2 10.2L13.5 13.5'],
  undo: ['M5.5 3L2.8 5.7l2.7 2.7M3 5.7h6.2a3.6 3.6 0 010 7.2H6'],
  up: ['M8 12.5V3.8M4.5 7.2L8 3.7l3.5 3.5M3 13.5h10'],
  file: ['M4 2.3h5.3L12 5v8.7H4zM9.2 2.5V5.2H12'],
  flag: ['M4 14V2.5M4 3h7.5L10 5.5 11.5 8H4'],
  calendar: ['M2.5 3.5h11v10h-11z', 'M2.5 6.5h11M5.5 2v3M10.5 2v3'],
  lock: ['M4 7.2h8v6.2H4zM5.6 7V5.2a2.4 2.4 0 014.8 0V7'],
  out: ['M6.5 3.5H3v9.5h9.5V9.5', 'M9 2.8h4.2V7M13 3L7.5 8.5'],
  dash: ['M3.5 8h9'],
  sun: [
    'M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6',
    'M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M3.6 12.4l1-1M11.4 4.6l1-1',
  ],
  moon: ['M12.8 9.6A5.3 5.3 0 016.4 3.2a5.3 5.3 0 106.4 6.4'],
  more: ['M4 8h.1M8 8h.1M12 8h.1'],
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** Certainty in three bars; the word beside it carries the meaning. */
export function Meter({ bars }: { bars: 1 | 2 | 3 }) {
  return (
    <span class="meter" aria-hidden="true">
      {[1, 2, 3].map((n) => (
        <i key={n} class={n > bars ? 'o' : ''} />
      ))}
    </span>
  );
}

export function Spinner() {
  return <span class="spin" aria-hidden="true" />;
}
