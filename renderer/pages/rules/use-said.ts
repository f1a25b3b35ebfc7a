import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { WordListView } from '../../../shared/rules/views.ts';
import { useWord } from '../../app/use-word.ts';
import { clausesOf, particularsOf } from './logic/wording.ts';
import { useLines } from './use-lines.ts';

/** A definition as lines that can be held against those of another. */
export interface Said {
  /** What it is called and does, clause by clause. */
  readonly clauses: readonly string[];
  /** Words, sites and people, one by one: of use only where they differ. */
  readonly particulars: readonly string[];
}

/** Says definitions in the page's language. */
export function useSaid(lists: readonly WordListView[]): (definition: RuleDefinition | undefined) => Said {
  const { t } = useTranslation('rules');
  const word = useWord();
  const lines = useLines(lists);
  return (definition) => {
    if (definition === undefined) return { clauses: [], particulars: [] };
    const { words, hosts, persons } = particularsOf(definition);
    return {
      clauses: [
        t('history.name', { name: definition.name }),
        t('history.severity', { severity: t(`common:severity.${definition.severity}`) }),
        ...(definition.note === undefined ? [] : [t('history.note', { note: definition.note })]),
        ...lines(definition).flatMap((line) => clausesOf(word(line))),
      ],
      particulars: [
        ...words.map((text) => t('history.word', { text })),
        ...hosts.map((text) => t('history.host', { text })),
        ...persons.map((text) => t('history.person', { text })),
      ],
    };
  };
}
