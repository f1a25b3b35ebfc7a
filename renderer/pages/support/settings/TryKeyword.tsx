import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeywordReply } from '../../../../shared/support/config.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { type KeywordHit, outcomeOf } from './keyword-hit.ts';
import classes from './setup.module.css';

/** One sentence to try: what the rows on the page would do, and what is in force until they are saved. */
export function TryKeyword(props: {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly hit: KeywordHit | undefined;
  /** What is in force; absent where the page shows just that. */
  readonly inForce: readonly KeywordReply[] | undefined;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { text, hit, inForce } = props;
  const asked = useSettled(text.trim());
  const reply = useSettled(hit === undefined ? '' : JSON.stringify(hit.reply.reply));
  const seen = useLoad(reply === '' ? null : `keyword-preview-${reply}`, (signal) =>
    client.support.config.previewAuto({ text: JSON.parse(reply) }, { signal }),
  );
  const now = useLoad(
    asked === '' || inForce === undefined ? null : `keyword-${asked}-${JSON.stringify(inForce)}`,
    (signal) => client.support.config.tryKeyword({ text: asked }, { signal }),
  );
  const words = (found: KeywordHit | undefined) =>
    found === undefined ? t('setup.keyword.miss') : t('setup.keyword.hit', { n: found.n, word: found.word });
  const fault = now.fault ?? seen.fault;
  return (
    <>
      <TextInput
        label={t('setup.keyword.try')}
        value={text}
        maxLength={1_000}
        onChange={(event) => props.change(event.currentTarget.value)}
        data-testid="keyword-try"
      />
      {text.trim() === '' ? null : (
        <div className={classes.preview} role="status" data-testid="keyword-tried" data-n={hit?.n ?? 0}>
          <p>{words(hit)}</p>
          {hit === undefined || seen.value === undefined ? null : (
            <>
              <p>{seen.value.text.zh}</p>
              <p>{seen.value.text.en}</p>
            </>
          )}
          {hit === undefined || seen.value === undefined || seen.value.missing.length === 0 ? null : (
            <p className={classes.dim}>{t('setup.auto.missing', { names: seen.value.missing.join(', ') })}</p>
          )}
          {inForce === undefined || now.value === undefined ? null : (
            <p className={classes.dim}>
              {t('setup.keyword.inForce')} {words(outcomeOf(inForce, now.value))}
            </p>
          )}
        </div>
      )}
      {fault === undefined ? null : <FaultNotice fault={fault} />}
    </>
  );
}
