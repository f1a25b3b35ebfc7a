import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EscalationNotices } from '../pages/supervisor/EscalationNotices.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import classes from './frame.module.css';
import { useRoute } from './navigation.ts';
import { Palette } from './Palette.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PAGES } from './pages.tsx';
import { formatRoute, type Route } from './routes.ts';
import { useConnection, useMember, useServices } from './services.tsx';
import { TopBar } from './TopBar.tsx';
import { useAlerts } from './use-alerts.ts';
import { useBadge } from './use-badge.ts';
import { useRuleNames } from './use-rule-names.ts';
import { useSupportAlerts } from './use-support-alerts.ts';

/** The bar on top, the state of the line, and the page one is on. */
export function Frame() {
  const { t } = useTranslation();
  const asked = useRoute();
  const connection = useConnection();
  const member = useMember();
  const { desk, support } = useServices();
  const onDesk = member?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  useEffect(() => (onDesk ? desk.follow() : undefined), [desk, onDesk]);
  const onSupport = member?.roles.some((role) => role === 'agent' || role === 'supervisor') ?? false;
  useEffect(() => (onSupport ? support.follow() : undefined), [support, onSupport]);
  useAlerts();
  useRuleNames(onDesk);
  useSupportAlerts();
  useBadge();

  if (connection.kind === 'unpaired' || asked.kind === 'pair') {
    return <Place route={asked.kind === 'pair' ? asked : { kind: 'pair', token: '' }} bare />;
  }
  if (member === undefined) {
    return (
      <div className={classes.frame}>
        <ConnectionBar />
        <p className={classes.waiting}>{t('connection.connecting')}</p>
      </div>
    );
  }
  const route: Route =
    onDesk || asked.kind === 'streamer'
      ? asked
      : onSupport
        ? supportOnly(asked)
        : { kind: 'streamer', roomId: member.roomIds?.[0] ?? '' };
  return <Place route={route} bare={route.kind === 'streamer'} />;
}

/** Where an agent may be who is nothing else. */
function supportOnly(asked: Route): Route {
  return asked.kind === 'support' || asked.kind === 'stats' || asked.kind === 'tickets'
    ? asked
    : { kind: 'support' };
}

function Place(props: { readonly route: Route; readonly bare: boolean }) {
  const { t } = useTranslation();
  const Page = PAGES[props.route.kind];
  return (
    <div className={classes.frame} data-page={props.route.kind}>
      {props.bare ? null : <TopBar />}
      {props.bare ? null : <Palette />}
      {props.bare ? null : <EscalationNotices />}
      <ConnectionBar />
      <main className={classes.page}>
        <PageBoundary at={formatRoute(props.route)}>
          <Suspense fallback={<p className={classes.waiting}>{t('loading')}</p>}>
            <Page />
          </Suspense>
        </PageBoundary>
      </main>
    </div>
  );
}
