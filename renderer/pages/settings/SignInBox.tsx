import { Button, CopyButton, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { openExternal } from '../parts/external.ts';
import { Loading } from '../parts/Loading.tsx';
import classes from './settings.module.css';
import type { SignIn } from './sign-in.ts';
import { type SignInControls, useSignIn } from './use-sign-in.ts';

/** Signing in at the platform by a code typed elsewhere, or with a token one has. */
export function SignInBox(props: {
  readonly roomId: string;
  /** The platform wants an application number first, and there is none. */
  readonly needsClientId: boolean;
}) {
  const { t } = useTranslation('settings');
  const signIn = useSignIn(props.roomId);
  return (
    <section className={classes.block}>
      <h2>{t('signIn.title')}</h2>
      <p className={classes.dim}>{t('signIn.lead')}</p>
      {props.needsClientId ? (
        <p className={classes.locked}>{t('signIn.needsClientId')}</p>
      ) : (
        <Step signIn={signIn} />
      )}
      {props.needsClientId && signIn.state.kind !== 'idle' ? <Step signIn={signIn} /> : null}
      {signIn.state.kind === 'waiting' || signIn.state.kind === 'starting' ? null : <Paste signIn={signIn} />}
    </section>
  );
}

function Step(props: { readonly signIn: SignInControls }) {
  const { t } = useTranslation('settings');
  const { state, start } = props.signIn;
  const again = (
    <Button className={classes.start ?? ''} onClick={start} data-testid="sign-in-start">
      {t('signIn.start')}
    </Button>
  );
  switch (state.kind) {
    case 'idle':
      return again;
    case 'starting':
      return <Loading text={t('signIn.starting')} />;
    case 'waiting':
      return <Waiting state={state} cancel={props.signIn.cancel} />;
    case 'done':
      return <p data-testid="sign-in-done">✓ {t('signIn.done', { login: state.login })}</p>;
    case 'expired':
      return (
        <>
          <p>{t('signIn.expired')}</p>
          {again}
        </>
      );
    case 'failed':
      return (
        <>
          <FaultNotice fault={state.fault} />
          {again}
        </>
      );
  }
}

function Waiting(props: {
  readonly state: Extract<SignIn, { readonly kind: 'waiting' }>;
  readonly cancel: () => void;
}) {
  const { t } = useTranslation('settings');
  const { userCode, verificationUri, expiresAt } = props.state;
  const now = useNow();
  return (
    <div className={classes.device}>
      <span>{t('signIn.code')}</span>
      <code>{verificationUri}</code>
      <output data-testid="sign-in-code">{userCode}</output>
      <div className={classes.save}>
        <Button onClick={() => openExternal(verificationUri)}>{t('signIn.open')} ↗</Button>
        <CopyButton value={userCode}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('common:do.copied') : t('signIn.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={props.cancel}>
          {t('signIn.cancel')}
        </Button>
      </div>
      <span role="status" className={classes.dim}>
        {t('signIn.waiting', { age: ageText(expiresAt - now) })}
      </span>
    </div>
  );
}

function Paste(props: { readonly signIn: SignInControls }) {
  const { t } = useTranslation('settings');
  const [token, setToken] = useState('');
  const use = () => {
    props.signIn.paste(token.trim());
    setToken('');
  };
  return (
    <div className={classes.paste}>
      <PasswordInput
        size="xs"
        label={t('signIn.paste')}
        placeholder={t('signIn.token')}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        autoComplete="off"
        maxLength={500}
      />
      <Button variant="default" disabled={token.trim().length < 10} onClick={use}>
        {t('signIn.usePaste')}
      </Button>
    </div>
  );
}
