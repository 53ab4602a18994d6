// A map from a key to one or many values that spends no list on the usual single value.

export class Multimap<K, V extends object> {
  readonly #map = new Map<K, V | V[]>();

  add(key: K, value: V): void {
    const held = this.#map.get(key);
    if (held === undefined) this.#map.set(key, value);
    else if (Array.isArray(held)) held.push(value);
    else this.#map.set(key, [held, value]);
  }

  remove(key: K, value: V): void {
    const held = this.#map.get(key);
    if (held === value) this.#map.delete(key);
    if (!Array.isArray(held)) return;
    const at = held.indexOf(value);
    if (at < 0) return;
    // The order within a list means nothing, so the hole is filled from the end.
    const last = held.pop();
    if (last !== undefined && at < held.length) held[at] = last;
    if (held.length === 0) this.#map.delete(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  count(key: K): number {
    const held = this.#map.get(key);
    if (held === undefined) return 0;
    return Array.isArray(held) ? held.length : 1;
  }

  /** The values in no particular order. */
  get(key: K): readonly V[] {
    const held = this.#map.get(key);
    if (held === undefined) return [];
    return Array.isArray(held) ? held : [held];
  }
}
