import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../shared/rules/condition.ts';
import {
  addAt,
  dissolveAt,
  moveAt,
  negateAt,
  nodeAt,
  opened,
  pathText,
  regroupAt,
  removeAt,
  replaceAt,
  wrapAt,
} from './tree.ts';

const first: Condition = { kind: 'first_message' };
const link: Condition = { kind: 'link' };
const live: Condition = { kind: 'room', state: 'live' };
const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const tree = all(first, any(link, not(live)));

describe('editing a condition', () => {
  it.each<[string, Condition, Condition]>([
    ['add to the top', addAt(tree, [], live), all(first, any(link, not(live)), live)],
    ['add inside', addAt(tree, [1], first), all(first, any(link, not(live), first))],
    ['add to what is no combination', addAt(tree, [0], live), tree],
    ['remove', removeAt(tree, [0]), all(any(link, not(live)))],
    ['remove what is denied takes its "not" along', removeAt(tree, [1, 1, 0]), all(first, any(link))],
    ['remove the last leaves an empty combination', removeAt(all(first), [0]), all()],
    ['the top stays', removeAt(tree, []), tree],
    ['replace', replaceAt(tree, [1, 1, 0], link), all(first, any(link, not(link)))],
    ['replace nowhere', replaceAt(tree, [7, 1], link), tree],
    ['move down', moveAt(tree, [0], 1), all(any(link, not(live)), first)],
    ['move up', moveAt(tree, [1, 1], -1), all(first, any(not(live), link))],
    ['move over the edge', moveAt(tree, [0], -1), tree],
    ['deny', negateAt(tree, [0]), all(not(first), any(link, not(live)))],
    ['deny no more', negateAt(tree, [1, 1]), all(first, any(link, live))],
    ['into a combination of its own', wrapAt(tree, [0], 'any'), all(any(first), any(link, not(live)))],
    ['dissolve', dissolveAt(tree, [1]), all(first, link, not(live))],
    ['dissolve the top changes nothing', dissolveAt(tree, []), tree],
    ['any for all', regroupAt(tree, [], 'any'), any(first, any(link, not(live)))],
    [
      'at least two',
      regroupAt(tree, [1], 'at_least'),
      all(first, { kind: 'at_least', n: 2, of: [link, not(live)] }),
    ],
    [
      'never more than there are',
      removeAt({ kind: 'at_least', n: 2, of: [link, live] }, [0]),
      { kind: 'at_least', n: 1, of: [live] },
    ],
    ['opened: a matcher alone', opened(first), all(first)],
    ['opened: a combination', opened(tree), tree],
  ])('%s', (_, after, expected) => {
    expect(after).toEqual(expected);
  });

  it.each([
    [[], 'when'],
    [[0], 'when.of.0'],
    [[1, 1], 'when.of.1.of.1'],
    [[1, 1, 0], 'when.of.1.of.1.of'],
  ])('%j is %s', (path, text) => {
    expect(pathText(tree, path)).toBe(text);
  });

  const conditions = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(first, link, live),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((of) => all(...of)),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((of) => any(...of)),
      tie('node').map(not),
    ),
  })).node;

  it('finds what it put, and puts back what it found', () => {
    fc.assert(
      fc.property(conditions, fc.array(fc.nat(3), { maxLength: 4 }), (root, path) => {
        const found = nodeAt(root, path);
        if (found === undefined) {
          expect(replaceAt(root, path, first)).toEqual(root);
        } else {
          expect(replaceAt(root, path, found)).toEqual(root);
          expect(nodeAt(replaceAt(root, path, link), path)).toEqual(link);
        }
      }),
    );
  });

  it('leaves no trace of doing and undoing', () => {
    fc.assert(
      fc.property(conditions, fc.array(fc.nat(3), { maxLength: 4 }), (root, path) => {
        if (nodeAt(root, path)?.kind !== 'not') {
          expect(negateAt(negateAt(root, path), path)).toEqual(root);
        }
        const top = opened(root);
        expect(moveAt(moveAt(top, [0], 1), [top.of.length > 1 ? 1 : 0], -1)).toEqual(top);
      }),
    );
  });
});
