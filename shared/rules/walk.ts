import type { Condition, Matcher, MatcherKind } from './condition.ts';

/** Every matcher of a condition with the path that leads to it, in the order written. */
export function matchersOf(
  condition: Condition,
): readonly { readonly matcher: Matcher; readonly path: string }[] {
  return conditionsOf(condition).flatMap(({ condition: each, path }) =>
    isMatcher(each) ? [{ matcher: each, path }] : [],
  );
}

function isMatcher(condition: Condition): condition is Matcher {
  return !('of' in condition);
}

/** Every condition, combinations included, with the path that leads to it, in the order written. */
export function conditionsOf(
  condition: Condition,
  path = 'when',
): readonly { readonly condition: Condition; readonly path: string }[] {
  const own = { condition, path };
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return [own, ...condition.of.flatMap((each, at) => conditionsOf(each, `${path}.of.${at}`))];
    case 'not':
      return [own, ...conditionsOf(condition.of, `${path}.of`)];
    default:
      return [own];
  }
}

/** The matchers of one kind. */
export function matchersOfKind<K extends MatcherKind>(
  condition: Condition,
  kind: K,
): readonly Extract<Matcher, { readonly kind: K }>[] {
  return matchersOf(condition).flatMap(({ matcher }) =>
    matcher.kind === kind ? [matcher as Extract<Matcher, { readonly kind: K }>] : [],
  );
}

/** Lists a condition names, each once: `id` or `id@version`. */
export function listsNamed(
  condition: Condition,
): readonly { readonly id: string; readonly version?: number | undefined }[] {
  const found = new Map<string, { readonly id: string; readonly version?: number | undefined }>();
  for (const { lists } of matchersOfKind(condition, 'words'))
    for (const list of lists) found.set(`${list.id}@${list.version ?? ''}`, list);
  return [...found.values()];
}
