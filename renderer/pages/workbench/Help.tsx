import { FocusTrap, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import classes from './strip.module.css';

const GROUPS: Readonly<Record<string, readonly (readonly [keys: readonly string[], name: string])[]>> = {
  move: [
    [['J', 'K'], 'move'],
    [['H', 'L'], 'pane'],
    [['↵'], 'open'],
    [['G'], 'rooms'],
    [['/'], 'filter'],
    [['space'], 'freeze'],
    [['Esc'], 'leave'],
  ],
  act: [
    [['W'], 'warn'],
    [['M', '1–6'], 'mute'],
    [['D'], 'delete'],
    [['B'], 'ban'],
    [['T'], 'ticket'],
    [['E'], 'escalate'],
    [['X', '1–7'], 'dismiss'],
    [['Z'], 'undo'],
  ],
  room: [
    [['S'], 'say'],
    [['N'], 'note'],
    [['U'], 'history'],
    [['⇧E'], 'emergency'],
    [['⌘K'], 'palette'],
    [['?'], 'help'],
  ],
};

/** Every key on one page. */
export function Help() {
  const { t } = useTranslation('workbench');
  const { workbench: model } = useServices();
  const open = useStore(model, (state) => state.dialog === 'help');
  return (
    <Modal
      opened={open}
      onClose={() => model.setState({ dialog: null })}
      size={760}
      title={<b>{t('help.title')}</b>}
    >
      <FocusTrap.InitialFocus />
      <div className={classes.keys} data-testid="help">
        {Object.entries(GROUPS).map(([group, keys]) => (
          <div key={group}>
            <h3>{t(`help.${group}`)}</h3>
            {keys.map(([names, what]) => (
              <div key={what}>
                <span>{t(`keys.${what}`)}</span>
                <span>
                  {names.map((name) => (
                    <Kbd key={name} k={name === 'space' ? t('key.space') : name} />
                  ))}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </Modal>
  );
}
