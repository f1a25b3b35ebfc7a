import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { WordListView } from '../../../shared/rules/views.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './kept.module.css';
import { compareSaid } from './logic/compare.ts';
import { useSaid } from './use-said.ts';

/** Two definitions side by side; what only one of them says is marked. */
export function BothVersions(props: {
  readonly left: { readonly title: string; readonly definition: RuleDefinition };
  readonly right: { readonly title: string; readonly definition: RuleDefinition };
  readonly lists: readonly WordListView[];
}) {
  const { t } = useTranslation('rules');
  const said = useSaid(props.lists);
  const lines = compareSaid(said(props.left.definition), said(props.right.definition));
  const sides = [
    { ...props.left, own: 'gone' },
    { ...props.right, own: 'new' },
  ] as const;
  return (
    <div className={classes.both}>
      {sides.map(({ title, own }) => (
        <div key={own} data-testid={`version-${own}`}>
          <h3>{title}</h3>
          <ul>
            {lines
              .filter((line) => line.kind === 'same' || line.kind === own)
              .map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may occur twice
                <li key={index} data-own={line.kind === own}>
                  <span title={line.kind === own ? t('kept.onlyHere') : undefined} aria-hidden="true">
                    {line.kind === own ? '◆' : ''}
                  </span>
                  <HostileText text={line.text} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
