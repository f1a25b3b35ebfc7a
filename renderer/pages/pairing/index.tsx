import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { useServices } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import classes from './pairing.module.css';
import { canSubmit, tidyToken, tokenFromHash, withoutToken } from './token.ts';
import { usePair } from './use-pair.ts';

/** The first page of somebody new: a one-time code turns into a session. */
export function PairingPage() {
  const { t } = useTranslation('pairing');
  const { connection } = useServices();
  const route = useRoute();
  const [given, setGiven] = useState(() =>
    route.kind === 'pair' && route.token !== '' ? route.token : tokenFromHash(window.location.hash),
  );
  const [token, setToken] = useState(given ?? '');
  const [name, setName] = useState('');
  const pair = usePair();

  useEffect(() => {
    hideToken();
    // A link opened where the page already is changes only the address.
    const changed = () => {
      const found = tokenFromHash(window.location.hash);
      if (found === null) return;
      setGiven(found);
      setToken(found);
      hideToken();
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await pair.run(tidyToken(token), name.trim()))) return;
    connection.restart();
    navigate({ kind: 'workbench' });
  };

  return (
    <div className={classes.page}>
      <form className={classes.card} onSubmit={(event) => void submit(event)}>
        <h1>{t('title')}</h1>
        <p>{given === null ? t('lead') : t('fromLink')}</p>
        <TextInput
          size="md"
          label={t('token')}
          description={t('tokenHint')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoFocus={given === null}
          autoComplete="one-time-code"
          spellCheck={false}
          classNames={{ input: classes.code ?? '' }}
          data-testid="pair-token"
        />
        <TextInput
          size="md"
          label={t('name')}
          description={t('nameHint')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          autoFocus={given !== null}
          data-testid="pair-name"
        />
        {pair.refused ? (
          <p className={classes.refused} role="alert" data-testid="pair-refused">
            ✕ {t('refused')}
          </p>
        ) : null}
        {pair.fault === undefined || pair.refused ? null : <FaultNotice fault={pair.fault} />}
        <Button
          type="submit"
          size="md"
          loading={pair.busy}
          disabled={!canSubmit(tidyToken(token))}
          data-testid="pair-submit"
        >
          {t('submit')}
        </Button>
        <div className={classes.help}>
          <b>{t('noneTitle')}</b>
          <span>{t('noneTeam')}</span>
          <span>{t('noneFirst')}</span>
        </div>
      </form>
    </div>
  );
}

/** Takes the token out of the address bar and the history as soon as it is in the field. */
function hideToken(): void {
  const { hash, pathname, search } = window.location;
  const rest = hash.startsWith('#/pair/') ? '#/pair' : withoutToken(hash);
  if (rest !== hash) window.history.replaceState(null, '', `${pathname}${search}${rest}`);
}
