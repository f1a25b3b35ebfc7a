import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { Panel } from '../Panel.tsx';
import { inviteLink, isLoopback } from './invite-draft.ts';
import classes from './people.module.css';

/** A code that was just made. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: number;
  readonly name: string;
}

/** Shows the code this once, to be copied as it is or as a link. */
export function InviteToken(props: { readonly invitation: Invitation; readonly done: () => void }) {
  const { t } = useTranslation('supervisor');
  const now = useNow(60_000);
  const { token, expiresAt, name } = props.invitation;
  const { origin, hostname, protocol } = window.location;
  return (
    <Panel title={t('people.invite.title')} className={classes.side}>
      <div className={classes.form}>
        <p>{t('people.invite.once', { name })}</p>
        <output className={classes.token} data-testid="invite-token">
          {token}
        </output>
        <span className={classes.dim}>
          {t('people.invite.expires', { time: momentText(expiresAt, now) })}
        </span>
        <div className={classes.buttons}>
          <Copy value={token} name={t('people.invite.copyCode')} />
          {protocol.startsWith('http') ? (
            <Copy value={inviteLink(origin, token)} name={t('people.invite.copyLink')} />
          ) : null}
        </div>
        {isLoopback(hostname) ? <span className={classes.dim}>{t('people.invite.linkNote')}</span> : null}
        <Button variant="default" onClick={props.done}>
          {t('people.invite.done')}
        </Button>
      </div>
    </Panel>
  );
}

function Copy(props: { readonly value: string; readonly name: string }) {
  const { t } = useTranslation('supervisor');
  return (
    <CopyButton value={props.value}>
      {({ copied, copy }) => (
        <Button onClick={copy}>{copied ? `✓ ${t('people.invite.copied')}` : props.name}</Button>
      )}
    </CopyButton>
  );
}
