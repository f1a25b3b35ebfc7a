import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { BlockDialog } from './BlockDialog.tsx';
import classes from './support.module.css';
import { useConfig } from './use-config.ts';
import beside from './viewer.module.css';

/** What can be done about the viewer: translate this talk, block her. */
export function ViewerTools(props: { readonly conversation: Conversation }) {
  const { t, i18n } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const config = useConfig().value;
  const act = useAct();
  const [blocking, setBlocking] = useState(false);
  const { conversation } = props;
  const { language } = conversation;
  const staff = config?.translation.staffLanguage ?? 'zh';
  const isForeign = language !== undefined && language !== staff;
  const translates = conversation.translate ?? config?.translation.enabled ?? false;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const turn = async (translate: boolean) => {
    const answer = await act.run(() => client.support.change({ conversationId: conversation.id, translate }));
    if (answer.ok) support.learn(answer.value);
  };
  return (
    <div className={beside.viewerTools}>
      {isForeign ? (
        <span className={classes.faint}>
          {t('translation.speaks', { code: names.of(language) ?? language })}
        </span>
      ) : null}
      {isForeign || translates ? (
        <Switch
          size="xs"
          label={t('translation.switch')}
          checked={translates}
          disabled={act.busy}
          onChange={(event) => void turn(event.currentTarget.checked)}
          data-testid="support-translate"
        />
      ) : null}
      {isForeign && translates && config?.bot.provider === null ? (
        <span className={classes.faint}>▲ {t('translation.noProvider')}</span>
      ) : null}
      <button
        type="button"
        className={beside.quiet}
        onClick={() => setBlocking(true)}
        data-testid="support-block"
      >
        {t('block.open')}
      </button>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {blocking ? <BlockDialog conversation={conversation} done={() => setBlocking(false)} /> : null}
    </div>
  );
}
