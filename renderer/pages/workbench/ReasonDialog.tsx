import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/services.tsx';
import { groupReceipts, type ReceiptGroup } from '../../logic/receipts.ts';
import { categoryName } from '../../ui/category.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { useModel, useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './strip.module.css';
import { useDeedName } from './use-deed-name.ts';

const QUICK = ['abuse', 'ad', 'flood', 'raid', 'dispute'];

/** The reason, given after the act: one click for the usual ones. */
export function ReasonDialog() {
  const id = useModel((state) => state.reasonFor);
  const { model } = useWorkbench();
  const actions = useDesk((desk) => desk.actions);
  if (id === null) return null;
  const group = groupReceipts(actions.values()).find((each) => each.id === id);
  const close = () => model.setState({ reasonFor: null });
  return (
    <Modal opened onClose={close} withCloseButton={false} size="md">
      {group === undefined ? null : <Ask group={group} close={close} />}
    </Modal>
  );
}

function Ask(props: { readonly group: ReceiptGroup; readonly close: () => void }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const name = useDeedName();
  const [text, setText] = useState('');
  const { group } = props;
  const give = (reason: string) => {
    if (reason.trim() === '') return;
    props.close();
    void commands.giveReason(group.actions, reason.trim());
  };
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        give(text);
      }}
      data-testid="reason-dialog"
    >
      <h2>
        {t('reason.title')} · <HostileText text={name(group)} />
      </h2>
      <div className={classes.reasons}>
        {QUICK.map((category) => (
          <button
            key={category}
            type="button"
            className={panes.button}
            onClick={() => give(categoryName(t, category))}
          >
            {categoryName(t, category)}
          </button>
        ))}
      </div>
      <TextInput
        value={text}
        maxLength={500}
        placeholder={t('reason.placeholder')}
        aria-label={t('reason.title')}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
        data-testid="reason-text"
      />
    </form>
  );
}
