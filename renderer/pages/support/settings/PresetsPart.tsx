import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useAct } from '../../parts/use-act.ts';
import { settingName, settingValue } from './change-words.ts';
import type { PartProps } from './part.ts';
import classes from './setup.module.css';

const PRESETS = ['show', 'commerce', 'one_to_one'] as const;
type Preset = (typeof PRESETS)[number];
interface Seen {
  readonly preset: Preset;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
}

/** A kind of platform at one click: first what would change, then it is applied, and can be undone. */
export function PresetsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const client = useClient();
  const act = useAct();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [said, setSaid] = useState('');
  const preview = async (preset: Preset) => {
    setSaid('');
    const answer = await act.run(() => client.support.presets.preview({ preset }));
    if (answer.ok) setSeen({ preset, changes: answer.value.changes });
  };
  const apply = async (preset: Preset) => {
    const answer = await act.run(() => client.support.presets.apply({ preset }));
    if (!answer.ok) return;
    setup.learn(answer.value.config);
    setSeen(null);
    setSaid(t('setup.presets.applied', { n: answer.value.changes.length }));
  };
  const undo = async () => {
    const answer = await act.run(() => client.support.presets.undo());
    if (!answer.ok) return;
    setup.learn(answer.value);
    setSeen(null);
    setSaid(t('setup.presets.undone'));
  };
  return (
    <div className={classes.wide}>
      <p className={classes.dim}>{t('setup.presets.lead')}</p>
      <div className={classes.cards}>
        {PRESETS.map((preset) => (
          <article key={preset} className={classes.card} data-on={value.preset === preset}>
            <b>
              {t(`setup.presets.${preset}`)}
              {value.preset === preset ? <small>✓ {t('setup.presets.current')}</small> : null}
            </b>
            <p>{t(`setup.presets.${preset}Hint`)}</p>
            <Button
              variant="default"
              disabled={!setup.canChange}
              loading={act.busy}
              onClick={() => void preview(preset)}
              data-testid={`preset-${preset}`}
            >
              {t('setup.presets.preview')}
            </Button>
          </article>
        ))}
      </div>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {said === '' ? null : <p role="status">✓ {said}</p>}
      {seen === null ? null : (
        <section className={classes.changes} data-testid="preset-changes">
          <h2>
            {t(`setup.presets.${seen.preset}`)} ·{' '}
            {seen.changes.length === 0
              ? t('setup.presets.none')
              : t('setup.presets.changes', { n: seen.changes.length })}
          </h2>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('setup.presets.path')}</th>
                <th>{t('setup.presets.before')}</th>
                <th>{t('setup.presets.after')}</th>
              </tr>
            </thead>
            <tbody>
              {seen.changes.map((change) => (
                <tr key={change.path}>
                  <th scope="row">{settingName(t, change.path)}</th>
                  <td>
                    <del>{settingValue(t, change.path, change.before)}</del>
                  </td>
                  <td>
                    <ins>{settingValue(t, change.path, change.after)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button loading={act.busy} onClick={() => void apply(seen.preset)} data-testid="preset-apply">
            {t('setup.presets.apply')}
          </Button>
        </section>
      )}
      <Button
        variant="default"
        disabled={!setup.canChange}
        onClick={() => void undo()}
        data-testid="preset-undo"
      >
        {t('setup.presets.undo')}
      </Button>
    </div>
  );
}
