// Elements as ofx-js gives them.
import { describe, expect, it } from 'vitest';
import { child, has, leaf, leaves, parseElements } from '../../../../connector/bank/ofx/element.ts';

const [element] = parseElements('E', [
  '<E><A>1</A><A></A><A>2</A><B></B><C>x &lt; &amp;lt;</C><G><A>3</A></G><G></G></E>',
]);

describe('an element answers what is inside', () => {
  it('the text of a leaf, the first that has one', () => {
    expect(leaf(element!, 'A')).toBe('1');
    expect(leaf(element!, 'B')).toBeNull();
    expect(leaf(element!, 'Z')).toBeNull();
    expect(leaf(null, 'A')).toBeNull();
  });

  it('all texts of one name, in order', () => {
    expect(leaves(element!, 'A')).toEqual(['1', '2']);
    expect(leaves(element!, 'B')).toEqual([]);
    expect(leaves(element!, 'Z')).toEqual([]);
  });

  it('text as it was before it was escaped', () => {
    expect(leaf(element!, 'C')).toBe('x < &lt;');
  });

  it('an aggregate, and whether something is there at all', () => {
    expect(leaf(child(element!, 'G'), 'A')).toBe('3');
    expect(child(element!, 'B')).toBeNull();
    expect(has(element!, 'B')).toBe(true);
    expect(has(element!, 'Z')).toBe(false);
  });
});

describe('elements are parsed in order', () => {
  it.each([[1], [2], [33]])('%d at once', (count) => {
    const xml = Array.from({ length: count }, (_, i) => `<E><N>${i}</N></E>`);
    expect(parseElements('E', xml).map((it) => leaf(it, 'N'))).toEqual(
      Array.from({ length: count }, (_, i) => String(i)),
    );
  });

  it('names that objects have by nature are names like others', () => {
    const [it] = parseElements('E', ['<E><__PROTO__>1</__PROTO__><CONSTRUCTOR>2</CONSTRUCTOR></E>']);
    expect(leaf(it!, 'CONSTRUCTOR')).toBe('2');
    expect(({} as Record<string, unknown>)['__PROTO__']).toBeUndefined();
  });
});
