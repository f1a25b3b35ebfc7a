import type { Condition, Matcher, MatcherKind } from './condition.ts';

/** Every matcher of a condition with the path that leads to it, in the order written. */
export function matchersOf(
  condition: Condition,
  path = 'when',
): readonly { readonly matcher: Matcher; readonly path: string }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return condition.of.flatMap((each, index) => matchersOf(each, `${path}.of.${index}`));
    case 'not':
      return matchersOf(condition.of, `${path}.of`);
    default:
      return [{ matcher: condition, path }];
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
