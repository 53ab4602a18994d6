// Adding many rows to a list: spreading a hundred thousand into push would overflow the stack.

export function append<T>(all: T[], rows: Iterable<T>): void {
  for (const row of rows) all.push(row);
}
