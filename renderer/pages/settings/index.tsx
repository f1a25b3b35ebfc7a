import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PeoplePage } from '../parts/people/PeoplePage.tsx';
import { DetectionSection } from './DetectionSection.tsx';
import { MineSection } from './MineSection.tsx';
import { RoomsSection } from './RoomsSection.tsx';
import { EmergencySection, RetentionSection, SlaSection, StreamerSection } from './sections.tsx';
import classes from './settings.module.css';
import { TicketsSection } from './TicketsSection.tsx';
import { type SettingsAccess, useSettings } from './use-settings.ts';

const SECTIONS = [
  'rooms',
  'detection',
  'sla',
  'emergency',
  'tickets',
  'streamer',
  'retention',
  'people',
  'mine',
] as const;
type Section = (typeof SECTIONS)[number];

/** Rooms and sources, how the console decides, and how one likes it. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const route = useRoute();
  const asked = route.kind === 'settings' ? route.section : undefined;
  const section = SECTIONS.find((one) => one === asked) ?? 'rooms';
  const settings = useSettings();
  return (
    <div className={classes.page}>
      <nav className={classes.nav} aria-label={t('title')}>
        {SECTIONS.map((one) => (
          <a
            key={one}
            href={formatRoute({ kind: 'settings', section: one })}
            aria-current={one === section ? 'page' : undefined}
            data-testid={`settings-${one}`}
          >
            {t(`nav.${one}`)}
          </a>
        ))}
      </nav>
      <Content key={section} section={section} settings={settings} />
    </div>
  );
}

function Content(props: { readonly section: Section; readonly settings: SettingsAccess }) {
  const { t } = useTranslation('settings');
  const { section, settings } = props;
  if (section === 'rooms') return <RoomsSection />;
  if (section === 'people') return <PeoplePage />;
  return (
    <div className={classes.content}>
      <h1>{t(`nav.${section}`)}</h1>
      {section === 'mine' ? <MineSection /> : <Hub section={section} settings={settings} />}
    </div>
  );
}

function Hub(props: {
  readonly section: Exclude<Section, 'rooms' | 'people' | 'mine'>;
  readonly settings: SettingsAccess;
}) {
  const { settings } = props;
  const { value } = settings;
  if (settings.loadFault !== undefined)
    return <FaultNotice fault={settings.loadFault} retry={settings.reload} />;
  if (value === undefined) return <Loading />;
  switch (props.section) {
    case 'detection':
      return <DetectionSection settings={settings} value={value} />;
    case 'sla':
      return <SlaSection settings={settings} value={value} />;
    case 'emergency':
      return <EmergencySection settings={settings} value={value} />;
    case 'tickets':
      return <TicketsSection settings={settings} value={value} />;
    case 'streamer':
      return <StreamerSection settings={settings} value={value} />;
    case 'retention':
      return <RetentionSection settings={settings} value={value} />;
  }
}
