// Only the rows in view are drawn: virtual-core bound to a Preact component.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

type List<T> = {
  entries: readonly T[];
  sizeOf: (entry: T) => number;
  keyOf: (entry: T) => string;
  /** Drawn wherever the view is, so that what refers to it by id always finds it. */
  always?: number;
};

export type Drawn = {
  items: VirtualItem[];
  total: number;
  scrollTo: (index: number, align: 'auto' | 'center') => void;
};

const OVERSCAN = 8;

export function useVirtual<T>(scroller: { current: HTMLElement | null }, list: List<T>): Drawn {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const own = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const { entries, sizeOf, keyOf, always = -1 } = list;
  // A new list is a new key function: virtual-core then measures every row again.
  const getItemKey = useMemo(
    () => (index: number) => {
      const entry = entries[index];
      return entry === undefined ? index : keyOf(entry);
    },
    [entries],
  );
  const options = {
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index: number) => {
      const entry = entries[index];
      return entry === undefined ? 0 : sizeOf(entry);
    },
    getItemKey,
    overscan: OVERSCAN,
    rangeExtractor: (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(range.count - 1, range.endIndex + range.overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      if (always >= 0 && always < range.count && (always < from || always > to)) shown.push(always);
      return shown.sort((a, b) => a - b);
    },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(0),
  };
  own.current ??= new Virtualizer(options);
  const virtualizer = own.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    total: virtualizer.getTotalSize(),
    scrollTo: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
