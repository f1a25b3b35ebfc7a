import { NumberInput } from '@mantine/core';

/** A whole number with its unit; what is no number is passed on as NaN, so that the form can refuse it. */
export function Count(props: {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly change: (value: number) => void;
  readonly max: number;
  readonly min?: number;
  readonly locked: boolean;
  readonly step?: number;
  readonly decimals?: boolean;
}) {
  return (
    <NumberInput
      label={props.label}
      value={Number.isNaN(props.value) ? '' : props.value}
      onChange={(value) => props.change(typeof value === 'number' ? value : Number.NaN)}
      suffix={` ${props.unit}`}
      min={props.min ?? 0}
      max={props.max}
      step={props.step ?? 1}
      allowDecimal={props.decimals === true}
      allowNegative={false}
      disabled={props.locked}
    />
  );
}
