import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './supervisor.module.css';

/** Says in words how an escalation was settled, and settles it. */
export function ResolveBox(props: { readonly escalation: Escalation }) {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const { desk } = useServices();
  const [resolution, setResolution] = useState('');
  const act = useAct();
  const ready = resolution.trim() !== '';
  const submit = async () => {
    if (!ready || act.busy) return;
    const answer = await act.run(() =>
      client.escalations.resolve({ escalationId: props.escalation.id, resolution: resolution.trim() }),
    );
    if (answer.ok) desk.learn([{ kind: 'escalation', escalation: answer.value }]);
  };
  return (
    <div className={classes.resolve}>
      <Textarea
        label={t('resolution.label')}
        description={t(
          props.escalation.conversationId === undefined ? 'resolution.hint' : 'resolution.talkHint',
        )}
        placeholder={t('resolution.placeholder')}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        data-focus="resolution"
        data-testid="escalation-resolution"
      />
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <Button
        variant="default"
        disabled={!ready}
        loading={act.busy}
        onClick={() => void submit()}
        data-testid="escalation-resolve"
      >
        {t('resolution.submit')}
      </Button>
    </div>
  );
}
