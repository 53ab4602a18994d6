// Elements as ofx-js gives them.
import { describe, expect, it } from 'vitest';
import { child, has, leaf, leaves, parseElement } from '../../../../connector/bank/ofx/element.ts';

const element = parseElement('E', '<E><A>1</A><A></A><A>2</A><B></B><C>x &lt; &amp;lt;</C><G><A>3</A></G><G></G></E>');

describe('an element answers what is inside', () => {
  it('the text of a leaf, the first that has one', () => {
    expect(leaf(element, 'A')).toBe('1');
    expect(leaf(element, 'B')).toBeNull();
    expect(leaf(element, 'Z')).toBeNull();
    expect(leaf(null, 'A')).toBeNull();
  });

  it('all texts of one name, in order', () => {
    expect(leaves(element, 'A')).toEqual(['1', '2']);
    expect(leaves(element, 'B')).toEqual([]);
    expect(leaves(element, 'Z')).toEqual([]);
  });

  it('text as it was before it was escaped', () => {
    expect(leaf(element, 'C')).toBe('x < &lt;');
  });

  it('an aggregate, and whether something is there at all', () => {
    expect(leaf(child(element, 'G'), 'A')).toBe('3');
    expect(child(element, 'B')).toBeNull();
    expect(has(element, 'B')).toBe(true);
    expect(has(element, 'Z')).toBe(false);
  });
});

it('names that objects have by nature are names like others', () => {
  const found = parseElement('E', '<E><__PROTO__>1</__PROTO__><CONSTRUCTOR>2</CONSTRUCTOR></E>');
  expect(leaf(found, 'CONSTRUCTOR')).toBe('2');
  expect(({} as Record<string, unknown>)['__PROTO__']).toBeUndefined();
});
