import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleTrial } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReasonLines } from '../parts/ReasonLines.tsx';
import { evidenceOf, spansOf } from './logic/evidence.ts';
import classes from './rules.module.css';

const PAUSE_MS = 250;
const MOST = 50;

/** Messages pasted in, one a line: whether each matches, and why. */
export function TryBox(props: { readonly definition: RuleDefinition; readonly isWhole: boolean }) {
  const { t } = useTranslation('rules');
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [trials, setTrials] = useState<readonly RuleTrial[]>([]);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const texts = typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, 1_024))
    .slice(0, MOST);
  const key = JSON.stringify([texts, props.definition]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for texts and definition
  useEffect(() => {
    if (texts.length === 0) setTrials([]);
    if (texts.length === 0 || !props.isWhole) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await attempt(
        client.rules.try({ definition: props.definition, texts }, { signal: end.signal }),
      );
      if (end.signal.aborted) return;
      setFault(answer.ok ? undefined : answer.fault);
      if (answer.ok) setTrials(answer.value.trials);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [client, key, props.isWhole]);
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
      {props.isWhole || typed === '' ? null : <p className={classes.dim}>{t('try.fixFirst')}</p>}
      <ol className={classes.trials}>
        {trials.map((trial, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be tried twice
          <li key={index} data-matched={trial.matched} data-testid="trial">
            <p>
              <b>
                {trial.matched
                  ? `✓ ${t('try.yes')}`
                  : trial.unknown
                    ? `? ${t('try.maybe')}`
                    : `– ${t('try.no')}`}
              </b>{' '}
              <HostileText text={trial.text} spans={spansOf(trial.reasons)} />
            </p>
            {trial.matched ? <ReasonLines reasons={evidenceOf(trial.reasons)} /> : null}
            {trial.unknown ? <p className={classes.dim}>{t('try.unknown')}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
