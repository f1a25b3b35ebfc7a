import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { Ask } from '../parts/Ask.tsx';
import { useAct } from '../parts/use-act.ts';
import common from './common.module.css';
import classes from './history.module.css';
import { compareSaid } from './logic/compare.ts';
import { StateTag } from './StateTag.tsx';
import studio from './studio.module.css';
import { useSaid } from './use-said.ts';

const MARK = { same: '', gone: '−', new: '＋' } as const;

/** Every version: who, when, what for, what changed; two held against each other; going back to one. */
export function HistoryTab(props: {
  readonly detail: RuleDetail;
  readonly lists: readonly WordListView[];
  readonly learn: (detail: RuleDetail) => void;
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation('rules');
  const { detail } = props;
  const { versions, rule } = detail;
  const client = useClient();
  const now = useNow(60_000);
  const said = useSaid(props.lists);
  const act = useAct();
  const [chosen, setChosen] = useState<number>(rule.newest);
  const [other, setOther] = useState<number | null>(null);
  const [back, setBack] = useState<number | null>(null);
  const shown = versions.find((one) => one.version === chosen) ?? versions[0];
  const before = versions.find((one) => one.version === (other ?? (shown?.version ?? 1) - 1));
  const compared = compareSaid(said(before?.definition), said(shown?.definition));
  const rollBack = async () => {
    if (back === null) return;
    const answer = await act.run(() => client.rules.rollBack({ ruleId: rule.id, toVersion: back }));
    if (!answer.ok) return;
    props.learn(answer.value);
    setBack(null);
    setChosen(answer.value.rule.newest);
  };
  return (
    <div className={classes.history}>
      <ol className={classes.versions}>
        {versions.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={classes.version}
              aria-current={one.version === shown?.version ? 'true' : undefined}
              onClick={() => {
                setChosen(one.version);
                setOther(null);
              }}
              data-testid="rule-version"
              data-version={one.version}
            >
              <span className={studio.rowHead}>
                <b>{t('version', { n: one.version })}</b>
                <StateTag state={one.state} />
              </span>
              <small>
                {one.by.name} · {momentText(one.at, now)}
              </small>
              {one.copyOf === undefined ? null : <small>{t('history.copyOf', { n: one.copyOf })}</small>}
              {one.remark === undefined ? null : <small className={common.remark}>“{one.remark}”</small>}
            </button>
          </li>
        ))}
      </ol>
      {shown === undefined ? null : (
        <div className={classes.compared}>
          <div className={common.line}>
            <span className={common.inline}>
              {t('history.compare', { n: shown.version })}
              <Select
                aria-label={t('history.other')}
                data={versions
                  .filter((one) => one.version !== shown.version)
                  .map((one) => ({ value: String(one.version), label: t('version', { n: one.version }) }))}
                value={before === undefined ? null : String(before.version)}
                onChange={(version) => setOther(version === null ? null : Number(version))}
                placeholder={t('history.nothing')}
                w={130}
              />
            </span>
            {props.mayChange && shown.version !== rule.newest && rule.state !== 'archived' ? (
              <Button onClick={() => setBack(shown.version)} data-testid="rule-roll-back">
                {t('history.back', { n: shown.version })}
              </Button>
            ) : null}
          </div>
          <ul className={classes.diff} data-testid="rule-diff">
            {compared.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may occur twice
              <li key={index} data-kind={before === undefined ? 'same' : line.kind}>
                <span aria-hidden="true">{before === undefined ? '' : MARK[line.kind]}</span>
                {line.kind === 'gone' ? <del>{line.text}</del> : line.text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Ask
        opened={back !== null}
        text={t(rule.state === 'live' ? 'history.askLive' : 'history.ask', { n: back ?? 0 })}
        yes={t('history.back', { n: back ?? 0 })}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void rollBack()}
        onNo={() => setBack(null)}
      />
    </div>
  );
}
