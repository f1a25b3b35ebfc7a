import { NumberInput } from '@mantine/core';

/** A number in a line of text; what is no number is passed on as NaN, so that the form can refuse it. */
export function Num(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly change: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly decimals?: boolean;
  readonly unit?: string;
  readonly error?: string | undefined;
  readonly disabled: boolean;
  readonly width?: number;
  readonly visible?: boolean;
  readonly testId?: string;
}) {
  const { value } = props;
  return (
    <NumberInput
      {...(props.visible === true ? { label: props.label } : { 'aria-label': props.label })}
      value={value === undefined || Number.isNaN(value) ? '' : value}
      onChange={(typed) => props.change(typeof typed === 'number' ? typed : Number.NaN)}
      suffix={props.unit === undefined ? '' : ` ${props.unit}`}
      min={props.min ?? 0}
      {...(props.max === undefined ? {} : { max: props.max })}
      step={props.step ?? 1}
      allowDecimal={props.decimals === true}
      allowNegative={false}
      thousandSeparator=","
      clampBehavior="none"
      error={props.error}
      disabled={props.disabled}
      w={props.width ?? 96}
      data-testid={props.testId}
    />
  );
}
