import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/support/message.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useAct } from '../../parts/use-act.ts';
import classes from './setup.module.css';

/** A text in both languages, and how a viewer would get it. */
export function BilingualField(props: {
  readonly label: string;
  readonly value: Bilingual;
  readonly change: (value: Bilingual) => void;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const act = useAct();
  const [seen, setSeen] = useState<{ readonly text: Bilingual; readonly missing: readonly string[] } | null>(
    null,
  );
  const { value } = props;
  const preview = async () => {
    const answer = await act.run(() => client.support.config.previewAuto({ text: value }));
    if (answer.ok) setSeen(answer.value);
  };
  return (
    <fieldset className={classes.box} disabled={props.locked}>
      <legend>{props.label}</legend>
      {(['zh', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`setup.auto.${language}`)}
          value={value[language]}
          onChange={(event) => {
            setSeen(null);
            props.change({ ...value, [language]: event.currentTarget.value });
          }}
          autosize
          minRows={1}
          maxLength={4_000}
        />
      ))}
      <Button
        variant="default"
        className={classes.start ?? ''}
        loading={act.busy}
        onClick={() => void preview()}
      >
        {t('setup.auto.preview')}
      </Button>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
      {seen === null ? null : (
        <div className={classes.preview}>
          <p>{seen.text.zh}</p>
          <p>{seen.text.en}</p>
          {seen.missing.length === 0 ? null : (
            <p className={classes.dim}>{t('setup.auto.missing', { names: seen.missing.join(', ') })}</p>
          )}
        </div>
      )}
    </fieldset>
  );
}
