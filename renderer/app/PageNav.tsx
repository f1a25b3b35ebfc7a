import { useTranslation } from 'react-i18next';
import { wantsMe } from '../pages/support/lists.ts';
import { useRoute } from './navigation.ts';
import { formatRoute, type Route } from './routes.ts';
import { useDesk, useMember, useSupport } from './services.tsx';
import classes from './top-bar.module.css';

/** The pages one may open, as links. */
export function PageNav() {
  const { t } = useTranslation();
  const here = useRoute();
  const member = useMember();
  const supervisor = member?.roles.includes('supervisor') ?? false;
  const onDesk = supervisor || (member?.roles.includes('controller') ?? false);
  const onSupport = supervisor || (member?.roles.includes('agent') ?? false);
  const asked = useSupport((support) => wantsMe(support.rows.values(), member?.id ?? ''));
  const waiting = useDesk((desk) => [...desk.escalations.values()].filter((e) => e.state === 'open').length);
  const items: readonly (readonly [Route, string, number])[] = [
    ...(onDesk ? ([[{ kind: 'workbench' }, t('nav.workbench'), 0]] as const) : []),
    ...(supervisor ? ([[{ kind: 'supervisor' }, t('nav.supervisor'), waiting]] as const) : []),
    ...(onSupport ? ([[{ kind: 'support' }, t('nav.support'), asked]] as const) : []),
    ...(onDesk || onSupport ? ([[{ kind: 'tickets' }, t('nav.tickets'), 0]] as const) : []),
    ...(onDesk ? ([[{ kind: 'review', query: {} }, t('nav.review'), 0]] as const) : []),
    ...(onDesk
      ? ([
          [{ kind: 'rules' }, t('nav.rules'), 0],
          [{ kind: 'learning' }, t('nav.learning'), 0],
        ] as const)
      : []),
    ...(onSupport ? ([[{ kind: 'stats' }, t('nav.stats'), 0]] as const) : []),
    ...(onDesk ? ([[{ kind: 'settings' }, t('nav.settings'), 0]] as const) : []),
  ];
  return (
    <nav className={classes.nav} aria-label={t('nav.menu')}>
      <span className={classes.brand} aria-hidden="true" />
      {items.map(([route, name, count]) => (
        <a
          key={route.kind}
          href={formatRoute(route)}
          className={classes.link}
          aria-current={here.kind === route.kind ? 'page' : undefined}
          data-testid={`nav-${route.kind}`}
        >
          {name}
          {count > 0 ? <span className={classes.count}>{count}</span> : null}
        </a>
      ))}
    </nav>
  );
}
