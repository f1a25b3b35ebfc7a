import { spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd.tsx';
import { MeMenu } from './MeMenu.tsx';
import { PageNav } from './PageNav.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import classes from './top-bar.module.css';

/** Rooms, search and who one is: the same on every page. */
export function TopBar() {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <PageNav />
      <RoomTabs />
      <button type="button" className={classes.search} onClick={() => spotlight.open()} data-testid="search">
        <span>{t('do.search')}</span>
        <Kbd k="⌘K" />
      </button>
      <MeMenu />
    </header>
  );
}
