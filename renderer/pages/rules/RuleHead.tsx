import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import common from './common.module.css';
import { movesOf, type StageMove } from './logic/rule-list.ts';
import classes from './rule.module.css';
import { StageDialog } from './StageDialog.tsx';
import { StateTag } from './StateTag.tsx';

/** The rule's name, how it runs, what it counted, and the next step: to the shadow, live, or to a stop. */
export function RuleHead(props: {
  /** Absent for a rule that is not saved yet. */
  readonly detail: RuleDetail | undefined;
  readonly name: string;
  readonly lists: readonly WordListView[];
  readonly learn: (detail: RuleDetail) => void;
  readonly seeHits: () => void;
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation('rules');
  const { detail, learn, mayChange } = props;
  const client = useClient();
  const act = useAct();
  const [asked, setAsked] = useState<StageMove | null>(null);
  const rule = detail?.rule;
  const take = async (call: () => Promise<RuleDetail>) => {
    const answer = await act.run(call);
    if (answer.ok) learn(answer.value);
    return answer.ok;
  };
  const [first, ...others] = rule === undefined || !mayChange ? [] : movesOf(rule);
  const archive = (archived: boolean) =>
    rule === undefined ? undefined : void take(() => client.rules.archive({ ruleId: rule.id, archived }));
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <h1 title={props.name}>{props.name === '' ? t('head.noName') : props.name}</h1>
        {rule === undefined ? (
          <span className={common.dim}>{t('head.notSaved')}</span>
        ) : (
          <>
            <StateTag state={rule.state} />
            <Versions detail={detail} />
          </>
        )}
        <span className={common.push} />
        {first === undefined ? null : (
          <Button
            variant={first.kind === 'stop_live' || first.kind === 'stop_shadow' ? 'default' : 'filled'}
            onClick={() => setAsked(first)}
            loading={act.busy}
            data-testid={`stage-${first.kind}`}
          >
            {t(`stage.${first.kind}`, { n: first.version })}
          </Button>
        )}
        {rule === undefined || !mayChange ? null : (
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <Button variant="default" aria-label={t('head.more')} data-testid="rule-more">
                ⋯
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((move) => (
                <Menu.Item
                  key={`${move.kind}${move.version}`}
                  onClick={() => setAsked(move)}
                  data-testid={`stage-${move.kind}`}
                >
                  {t(`stage.${move.kind}`, { n: move.version })}
                </Menu.Item>
              ))}
              {rule.state === 'archived' ? (
                <Menu.Item onClick={() => archive(false)}>{t('head.unarchive')}</Menu.Item>
              ) : (
                <Menu.Item onClick={() => archive(true)} disabled={rule.live !== undefined}>
                  {t(rule.live === undefined ? 'head.archive' : 'head.archiveFirst')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {rule === undefined ? null : <Counts detail={detail} seeHits={props.seeHits} />}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {rule?.halt === undefined ? null : (
        <Halted
          detail={detail}
          {...(mayChange ? { resume: () => void take(() => client.rules.resume({ ruleId: rule.id })) } : {})}
        />
      )}
      {asked === null || detail === undefined ? null : (
        <StageDialog
          detail={detail}
          move={asked}
          lists={props.lists}
          learn={learn}
          close={() => setAsked(null)}
        />
      )}
    </header>
  );
}

function Versions(props: { readonly detail: RuleDetail | undefined }) {
  const { t } = useTranslation('rules');
  const rule = props.detail?.rule;
  if (rule === undefined) return null;
  const parts = [
    ...(rule.live === undefined ? [] : [t('head.live', { n: rule.live })]),
    ...(rule.shadow === undefined ? [] : [t('head.shadow', { n: rule.shadow })]),
    ...(rule.hasDraft ? [t('head.draft', { n: rule.newest })] : []),
  ];
  const text = parts.join(' · ');
  return (
    <span className={`${common.dim} ${classes.running}`} title={text}>
      {text}
    </span>
  );
}

function Counts(props: { readonly detail: RuleDetail | undefined; readonly seeHits: () => void }) {
  const { t } = useTranslation('rules');
  const now = useNow(30_000);
  const rule = props.detail?.rule;
  if (rule === undefined) return null;
  const { live, shadow } = rule.counts;
  const spared = Object.entries(live.spared).filter(([, n]) => n > 0);
  const lastAt = Math.max(live.lastAt ?? 0, shadow.lastAt ?? 0);
  if (rule.live === undefined && rule.shadow === undefined) return null;
  return (
    <p className={classes.counts}>
      {rule.live === undefined ? null : (
        <button type="button" className={common.link} onClick={props.seeHits} data-testid="count-live">
          {t('count.hits', { n: live.hits })}
        </button>
      )}
      {rule.live === undefined ? null : <span>{t('count.actions', { n: live.actions })}</span>}
      {rule.shadow === undefined ? null : (
        <button type="button" className={common.link} onClick={props.seeHits} data-testid="count-shadow">
          {t('count.shadow', { n: shadow.shadowHits })}
        </button>
      )}
      {spared.map(([why, n]) => (
        <span key={why} className={common.dim}>
          {t(`spared.${why}`, { n, defaultValue: `${why} ${n}` })}
        </span>
      ))}
      {live.overspent + shadow.overspent + live.failed + shadow.failed === 0 ? null : (
        <em className={common.warning}>
          ▲{' '}
          {t('count.trouble', {
            n: live.overspent + shadow.overspent,
            failed: live.failed + shadow.failed,
          })}
        </em>
      )}
      <span className={common.dim}>
        {lastAt === 0 ? t('count.never') : t('count.last', { at: momentText(lastAt, now) })}
      </span>
    </p>
  );
}

function Halted(props: { readonly detail: RuleDetail | undefined; readonly resume?: () => void }) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const now = useNow(30_000);
  const halt = props.detail?.rule.halt;
  if (halt === undefined) return null;
  return (
    <div className={classes.halted} role="alert" data-kind={halt.kind} data-testid="rule-halt">
      <span>
        <b>
          {halt.kind === 'brake' ? '▲' : '■'} {t(`halt.${halt.kind}`)}
        </b>{' '}
        {momentText(halt.at, now)} · {word(halt.reason)}
        {t(`haltMeans.${halt.kind}`)}
      </span>
      {props.resume === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={props.resume} data-testid="rule-resume">
          {t('halt.resume')}
        </Button>
      )}
    </div>
  );
}
