import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { ClassifyDialog } from './ClassifyDialog.tsx';
import type { Part } from './use-talk.ts';

/** What is seldom done: say what it is about, give it back to the line, open it again. */
export function MoreMenu(props: { readonly conversation: Conversation; readonly part: Part }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const { conversation, part } = props;
  const [classifying, setClassifying] = useState(false);
  const act = useAct();
  const isClosed = conversation.state === 'closed';
  const input = { conversationId: conversation.id };
  const run = async (call: () => Promise<Conversation>) => {
    const answer = await act.run(call);
    if (answer.ok) support.learn(answer.value);
  };
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            loading={act.busy}
            aria-label={t('more.label')}
            data-testid="support-more"
          >
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isClosed} onClick={() => setClassifying(true)} data-testid="support-classify">
            {t('more.classify')}
          </Menu.Item>
          <Menu.Item
            disabled={isClosed || part !== 'owner' || conversation.offer !== undefined}
            onClick={() => void run(() => client.support.release(input))}
            data-testid="support-release"
          >
            {t('more.release')}
          </Menu.Item>
          <Menu.Item
            disabled={!isClosed}
            onClick={() => void run(() => client.support.reopen(input))}
            data-testid="support-reopen"
          >
            {t('more.reopen')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {classifying ? <ClassifyDialog conversation={conversation} done={() => setClassifying(false)} /> : null}
    </>
  );
}
