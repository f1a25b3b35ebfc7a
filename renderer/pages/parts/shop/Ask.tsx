import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shop.module.css';

/** A number or a word to look for; Enter asks. */
export function Ask(props: {
  readonly label: string;
  readonly ask: (text: string) => void;
  readonly testId: string;
}) {
  const { t } = useTranslation('support');
  const [text, setText] = useState('');
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault();
        props.ask(text.trim());
      }}
    >
      <TextInput
        size="xs"
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid={props.testId}
      />
      <Button type="submit" size="compact-xs" variant="default">
        {t('shop.find')}
      </Button>
    </form>
  );
}
