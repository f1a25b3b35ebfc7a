import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RESET_PARTS, type ResetPart, type ResetPreview } from '../../../shared/learning/views.ts';
import { useClient } from '../../app/services.tsx';
import { dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { useAct } from '../parts/use-act.ts';
import { Card } from './Card.tsx';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { useChange } from './use-change.ts';

/** Forgetting: chosen part by part, shown before it is done, held to confirm. */
export function ResetCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { roomId } = part.view;
  const client = useClient();
  const [parts, setParts] = useState<readonly ResetPart[]>([]);
  const [preview, setPreview] = useState<ResetPreview | null>(null);
  const [done, setDone] = useState(false);
  const look = useAct();
  const change = useChange(part);
  const pick = (which: ResetPart, on: boolean) => {
    setPreview(null);
    setDone(false);
    setParts(RESET_PARTS.filter((one) => (one === which ? on : parts.includes(one))));
  };
  const show = async () => {
    const answer = await look.run(() => client.learning.resetPreview({ roomId, parts: [...parts] }));
    if (answer.ok) setPreview(answer.value);
  };
  const forget = async () => {
    if (preview === null) return;
    const { token } = preview;
    const worked = await change.ask((api) => api.learning.reset({ roomId, parts: preview.parts, token }));
    if (!worked) return;
    setPreview(null);
    setParts([]);
    setDone(true);
  };
  return (
    <Card id="reset" title={t('reset.title')} lead={t('reset.lead')}>
      <div className={classes.parts}>
        {RESET_PARTS.map((which) => (
          <Checkbox
            key={which}
            size="xs"
            label={t(`reset.part.${which}.name`)}
            description={t(`reset.part.${which}.means`)}
            checked={parts.includes(which)}
            onChange={(event) => pick(which, event.currentTarget.checked)}
            data-testid={`reset-${which}`}
          />
        ))}
      </div>
      {look.fault === undefined ? null : <FaultNotice fault={look.fault} dismiss={look.clear} />}
      {change.fault === undefined ? null : <FaultNotice fault={change.fault} dismiss={change.clear} />}
      {preview === null ? (
        <div className={classes.deeds}>
          <Button
            variant="default"
            disabled={parts.length === 0}
            loading={look.busy}
            onClick={() => void show()}
            data-testid="reset-preview"
          >
            {t('reset.preview')}
          </Button>
          <span role="status" className={classes.dim}>
            {done ? `✓ ${t('reset.done')}` : ''}
          </span>
        </div>
      ) : (
        <Shown preview={preview} busy={change.busy} forget={forget} leave={() => setPreview(null)} />
      )}
    </Card>
  );
}

function Shown(props: {
  readonly preview: ResetPreview;
  readonly busy: boolean;
  readonly forget: () => Promise<void>;
  readonly leave: () => void;
}) {
  const { t } = useTranslation('learning');
  const { preview } = props;
  const counts = (
    ['samples', 'dismissals', 'confirmations', 'allowedPersons', 'allowedTexts', 'models'] as const
  ).filter((name) => preview[name] > 0);
  return (
    <div className={classes.preview} data-testid="reset-shown">
      <b>{t('reset.would')}</b>
      {counts.length === 0 ? <p>{t('reset.nothing')}</p> : null}
      <ul>
        {counts.map((name) => (
          <li key={name}>{t(`reset.count.${name}`, { n: preview[name] })}</li>
        ))}
      </ul>
      {preview.since === undefined ? null : (
        <p className={classes.dim}>{t('reset.since', { day: dayText(preview.since) })}</p>
      )}
      {preview.examples.length === 0 ? null : (
        <ul className={classes.quotes}>
          {preview.examples.slice(0, 5).map((text) => (
            <li key={text}>
              <HostileText text={text} />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.deeds}>
        <HoldButton loading={props.busy} onConfirm={() => void props.forget()} data-testid="reset-yes">
          {t('reset.yes')}
        </HoldButton>
        <Button variant="subtle" onClick={props.leave}>
          {t('common:do.cancel')}
        </Button>
      </div>
    </div>
  );
}
