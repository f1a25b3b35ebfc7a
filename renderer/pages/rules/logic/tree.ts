import type { Condition } from '../../../../shared/rules/condition.ts';

/** Where in a condition: the place among the children of each level; a `not` has one child, place 0. */
export type Path = readonly number[];

/** A combination whose children can be added, moved and taken out. */
export type Group = Extract<Condition, { readonly kind: 'all' | 'any' | 'at_least' }>;
export type GroupKind = Group['kind'];

/** Whether it combines several conditions. */
export function isGroup(node: Condition): node is Group {
  return node.kind === 'all' || node.kind === 'any' || node.kind === 'at_least';
}

/** The form the editor works on: always a combination at the top. */
export function opened(root: Condition): Group {
  return isGroup(root) ? root : { kind: 'all', of: [root] };
}

/** The condition at a place; undefined where there is none. */
export function nodeAt(root: Condition, path: Path): Condition | undefined {
  let node: Condition | undefined = root;
  for (const index of path) node = node === undefined ? undefined : childrenOf(node)[index];
  return node;
}

/** Puts another condition at a place. What is no place changes nothing. */
export function replaceAt(root: Condition, path: Path, next: Condition): Condition {
  const [index, ...rest] = path;
  if (index === undefined) return next;
  const child = childrenOf(root)[index];
  return child === undefined ? root : withChild(root, index, replaceAt(child, rest, next));
}

/** Adds a condition as the last of the combination at a place. */
export function addAt(root: Condition, path: Path, child: Condition): Condition {
  const group = nodeAt(root, path);
  if (group === undefined || !isGroup(group)) return root;
  return replaceAt(root, path, { ...group, of: [...group.of, child] });
}

/** Takes the condition at a place out; the top one stays. */
export function removeAt(root: Condition, path: Path): Condition {
  const [parent, index] = split(path);
  const group = parent === null ? undefined : nodeAt(root, parent);
  if (parent === null || group === undefined) return root;
  if (group.kind === 'not') return removeAt(root, parent);
  if (!isGroup(group)) return root;
  return replaceAt(root, parent, withCount({ ...group, of: group.of.filter((_, at) => at !== index) }));
}

/** Moves the condition at a place up (-1) or down (1) among its neighbours. */
export function moveAt(root: Condition, path: Path, by: -1 | 1): Condition {
  const [parent, index] = split(path);
  const group = parent === null ? undefined : nodeAt(root, parent);
  if (parent === null || group === undefined || !isGroup(group)) return root;
  const [here, there] = [group.of[index], group.of[index + by]];
  if (here === undefined || there === undefined) return root;
  const of = group.of.map((child, at) => (at === index ? there : at === index + by ? here : child));
  return replaceAt(root, parent, { ...group, of });
}

/** Turns a condition into its opposite, or back. */
export function negateAt(root: Condition, path: Path): Condition {
  const node = nodeAt(root, path);
  if (node === undefined) return root;
  return replaceAt(root, path, node.kind === 'not' ? node.of : { kind: 'not', of: node });
}

/** Puts the condition at a place into a new combination of its own. */
export function wrapAt(root: Condition, path: Path, kind: 'all' | 'any'): Condition {
  const node = nodeAt(root, path);
  return node === undefined ? root : replaceAt(root, path, { kind, of: [node] });
}

/** Puts the children of a combination in its own place. Only where it stands in a combination itself. */
export function dissolveAt(root: Condition, path: Path): Condition {
  const [parent, index] = split(path);
  const group = parent === null ? undefined : nodeAt(root, parent);
  const node = nodeAt(root, path);
  if (parent === null || group === undefined || !isGroup(group)) return root;
  if (node === undefined || !isGroup(node)) return root;
  const of = [...group.of.slice(0, index), ...node.of, ...group.of.slice(index + 1)];
  return replaceAt(root, parent, { ...group, of });
}

/** Makes a combination one of another kind, with the same children. */
export function regroupAt(root: Condition, path: Path, kind: GroupKind): Condition {
  const group = nodeAt(root, path);
  if (group === undefined || !isGroup(group) || group.kind === kind) return root;
  const next: Group = kind === 'at_least' ? { kind, n: 2, of: group.of } : { kind, of: group.of };
  return replaceAt(root, path, withCount(next));
}

/** The place as problems name it: `when.of.0.of.2`. */
export function pathText(root: Condition, path: Path): string {
  let text = 'when';
  let node: Condition | undefined = root;
  for (const index of path) {
    text += node?.kind === 'not' ? '.of' : `.of.${index}`;
    node = node === undefined ? undefined : childrenOf(node)[index];
  }
  return text;
}

function childrenOf(node: Condition): readonly Condition[] {
  if (node.kind === 'not') return [node.of];
  return isGroup(node) ? node.of : [];
}

function withChild(node: Condition, index: number, child: Condition): Condition {
  if (node.kind === 'not') return { ...node, of: child };
  return isGroup(node) ? { ...node, of: node.of.map((old, at) => (at === index ? child : old)) } : node;
}

/** No combination asks for more of its children than it has. */
function withCount(group: Group): Group {
  if (group.kind !== 'at_least') return group;
  return { ...group, n: Math.max(1, Math.min(group.n, group.of.length)) };
}

function split(path: Path): readonly [parent: Path | null, index: number] {
  const last = path.at(-1);
  return last === undefined ? [null, 0] : [path.slice(0, -1), last];
}
