import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { WordListView } from '../../../shared/rules/views.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import common from './common.module.css';
import type { Answers } from './form.tsx';
import { Trial } from './Trial.tsx';
import classes from './trial.module.css';
import { useTrials } from './use-trials.ts';

/** Messages pasted in, one a line: whether each matches, and why; the chosen one marks the form's conditions. */
export function TryBox(props: {
  readonly definition: RuleDefinition;
  readonly isWhole: boolean;
  readonly lists: readonly WordListView[];
  readonly show: (answers: Answers) => void;
}) {
  const { t } = useTranslation('rules');
  const { definition, show } = props;
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(0);
  const { trials, fault } = useTrials(definition, typed, props.isWhole);
  const chosen = trials[Math.min(picked, trials.length - 1)];
  useEffect(() => {
    show(new Map(chosen?.trace.map((node) => [node.path, node.answer])));
  }, [show, chosen]);
  return (
    <section className={classes.try} aria-label={t('try.title')}>
      <h2>{t('try.title')}</h2>
      <Textarea
        aria-label={t('try.title')}
        placeholder={t('try.hint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
        data-testid="try-text"
      />
      {fault === undefined ? null : <FaultNotice fault={fault} />}
      {props.isWhole || typed === '' ? null : <p className={common.dim}>{t('try.fixFirst')}</p>}
      <ol className={classes.trials}>
        {trials.map((trial, index) => (
          <Trial
            // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be tried twice
            key={index}
            trial={trial}
            definition={definition}
            lists={props.lists}
            isChosen={trial === chosen}
            choose={() => setPicked(index)}
          />
        ))}
      </ol>
    </section>
  );
}
