import { NumberInput } from '@mantine/core';

/** A number with its unit; what is no number is passed on as NaN, so that the form can refuse it. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly change: (value: number) => void;
  readonly unit?: string;
  readonly help?: string;
  readonly min: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
  readonly testId?: string;
}) {
  return (
    <NumberInput
      label={props.label}
      description={props.help}
      value={Number.isNaN(props.value) ? '' : props.value}
      onChange={(value) => props.change(typeof value === 'number' ? value : Number.NaN)}
      suffix={props.unit === undefined ? '' : ` ${props.unit}`}
      min={props.min}
      {...(props.max === undefined ? {} : { max: props.max })}
      allowDecimal={props.whole !== true}
      allowNegative={false}
      disabled={props.disabled ?? false}
      error={props.error}
      styles={{ wrapper: { width: 220 } }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-testid={props.testId}
    />
  );
}
