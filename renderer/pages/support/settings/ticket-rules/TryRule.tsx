import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTrial } from '../../../../../shared/api/ticket-views.ts';
import type { TicketRule } from '../../../../../shared/domain/ticket-desk.ts';
import { formatRoute } from '../../../../app/routes.ts';
import { useClient, useNow } from '../../../../app/services.tsx';
import { momentText } from '../../../../logic/time.ts';
import { FaultNotice } from '../../../../ui/FaultNotice.tsx';
import { useAct } from '../../../parts/use-act.ts';
import classes from './rules.module.css';

/** What the rule, as it is written now, would have opened of recent conversations. */
export function TryRule(props: { readonly rule: TicketRule; readonly isReady: boolean }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(60_000);
  const act = useAct();
  const [seen, setSeen] = useState<{ readonly of: string; readonly trial: RuleTrial } | null>(null);
  const { name: _, enabled: __, open: ___, ...asked } = props.rule;
  const key = JSON.stringify(asked);
  const trial = seen?.of === key ? seen.trial : null;
  const run = async () => {
    const answer = await act.run(() => client.tickets.tryRule(props.rule));
    if (answer.ok) setSeen({ of: key, trial: answer.value });
  };
  return (
    <div className={classes.try}>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!props.isReady}
        loading={act.busy}
        onClick={() => void run()}
        data-testid="rule-try"
      >
        {t('setup.rules.try')}
      </Button>
      <span role="status" data-testid="rule-trial">
        {trial === null
          ? t(props.isReady ? 'setup.rules.tryHint' : 'setup.rules.tryLater')
          : trial.looked === 0
            ? t('setup.rules.tryNone')
            : t('setup.rules.tried', { hits: trial.hits, looked: trial.looked })}
      </span>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {trial === null || trial.rows.length === 0 ? null : (
        <ul className={classes.trial}>
          {trial.rows.map((row) => (
            <li key={row.conversationId}>
              <time>{momentText(row.at, now)}</time>
              <a href={formatRoute({ kind: 'support', place: row.conversationId })}>
                #{row.number} · {t(`topic.${row.topic}`)}
              </a>
            </li>
          ))}
          {trial.hits > trial.rows.length ? (
            <li>{t('setup.rules.triedMore', { n: trial.hits - trial.rows.length })}</li>
          ) : null}
        </ul>
      )}
    </div>
  );
}
