// What both languages have in common: the same keys, and the same arguments where a word takes some.

export type Shape<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { [K in keyof T]: Shape<T[K]> };
