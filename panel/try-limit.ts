// How often a way in may be tried: what failed lately is counted by name, by address and in all.

/** Tries within a span of seconds. Odoo itself shuts an address out after ten wrong tries, and ours are one address to it. */
const LIMITS = {
  login: { tries: 5, seconds: 900 },
  address: { tries: 20, seconds: 900 },
  all: { tries: 8, seconds: 60 },
} as const;

/** Beyond so many names the oldest are forgotten: a limit is no place to fill a memory. */
const NAMES_MAX = 10_000;

export type TryLimit = {
  /** Counts a try; the seconds to wait before it may be made, 0 for at once. */
  begin(login: string, address: string | null): number;
  /** It was right: what failed before is forgotten. */
  passed(login: string, address: string | null): void;
};

/** `now` in seconds. A try counts from its beginning, so that many at once are no way around. */
export function tryLimit(now: () => number): TryLimit {
  const tries = new Map<string, number[]>();
  const keysOf = (login: string, address: string | null) =>
    [
      ['login', `login ${login.toLowerCase()}`],
      ['address', `address ${address}`],
      ['all', 'all'],
    ] as const;
  return {
    begin(login, address) {
      const keys = keysOf(login, address);
      for (const [kind, key] of keys) {
        const { tries: max, seconds } = LIMITS[kind];
        const recent = (tries.get(key) ?? []).filter((at) => at > now() - seconds);
        if (recent.length >= max) return (recent[recent.length - max] ?? now()) + seconds - now();
        tries.set(key, recent);
      }
      for (const [, key] of keys) tries.get(key)?.push(now());
      for (const key of tries.keys()) {
        if (tries.size <= NAMES_MAX) break;
        tries.delete(key);
      }
      return 0;
    },
    passed(login, address) {
      for (const [kind, key] of keysOf(login, address)) {
        if (kind === 'login') tries.delete(key);
        else tries.get(key)?.pop();
      }
    },
  };
}
