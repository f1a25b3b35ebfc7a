import { Button, Checkbox, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Variants } from '../../../shared/rules/words.ts';
import classes from './tree.module.css';
import { VARIANT_NAMES } from './VariantsFields.tsx';

/** The disguises in one line; opened, each with what it means. */
export function VariantsMenu(props: {
  readonly value: Variants;
  readonly change: (value: Variants) => void;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('rules');
  const { value, change } = props;
  const on = VARIANT_NAMES.filter((name) => value[name]).map((name) => t(`variants.${name}.name`));
  return (
    <Popover position="bottom-start" width={330} trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          disabled={props.disabled}
          className={classes.variants ?? ''}
          styles={{
            label: { display: 'block', height: 'auto', textBoxTrim: 'none', textOverflow: 'ellipsis' },
          }}
          data-testid="variants"
        >
          {t('variants.line', {
            names: on.length === 0 ? t('variants.none') : on.join(t('variants.comma')),
          })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.variantList ?? ''}>
        {VARIANT_NAMES.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={t(`variants.${name}.name`)}
            description={t(`variants.${name}.means`)}
            checked={value[name]}
            onChange={(event) => change({ ...value, [name]: event.currentTarget.checked })}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
