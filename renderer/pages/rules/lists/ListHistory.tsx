import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordListDetail } from '../../../../shared/rules/views.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { Ask } from '../../parts/Ask.tsx';
import { useAct } from '../../parts/use-act.ts';
import common from '../common.module.css';
import classes from './lists.module.css';

/** Every version of a list: who, when, how many words came and went; going back to one. */
export function ListHistory(props: {
  readonly detail: WordListDetail;
  readonly locked: boolean;
  readonly learn: (detail: WordListDetail) => void;
}) {
  const { t } = useTranslation('rules');
  const { detail } = props;
  const client = useClient();
  const now = useNow(60_000);
  const act = useAct();
  const [back, setBack] = useState<number | null>(null);
  const rollBack = async () => {
    if (back === null) return;
    const answer = await act.run(() =>
      client.rules.lists.rollBack({ listId: detail.view.id, toVersion: back }),
    );
    if (!answer.ok) return;
    setBack(null);
    props.learn(answer.value);
  };
  return (
    <section className={common.part} aria-label={t('tab.history')}>
      <h2>{t('tab.history')}</h2>
      <table className={classes.table}>
        <tbody>
          {detail.versions.map((one) => (
            <tr key={one.version}>
              <th scope="row">{t('version', { n: one.version })}</th>
              <td>
                {one.by.name} · {momentText(one.at, now)}
              </td>
              <td>
                {t('lists.words', { n: one.wordCount })}{' '}
                <span className={common.dim}>
                  {one.added === 0 ? '' : `＋${one.added} `}
                  {one.removed === 0 ? '' : `−${one.removed}`}
                </span>
              </td>
              <td className={common.remark}>{one.remark}</td>
              <td>
                {props.locked || one.version === detail.list.version ? null : (
                  <Button variant="subtle" size="compact-xs" onClick={() => setBack(one.version)}>
                    {t('history.back', { n: one.version })}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ask
        opened={back !== null}
        text={t('lists.askBack', { n: back ?? 0 })}
        yes={t('history.back', { n: back ?? 0 })}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void rollBack()}
        onNo={() => setBack(null)}
      />
    </section>
  );
}
