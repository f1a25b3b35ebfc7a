const WIDTH = 44;
const HEIGHT = 14;

/** A rate over time as a small line, newest right. */
export function Spark(props: { readonly values: readonly number[] }) {
  const { values } = props;
  if (values.length < 2) return null;
  const most = Math.max(1, ...values);
  const step = WIDTH / (values.length - 1);
  const points = values
    .map(
      (value, index) =>
        `${(index * step).toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 3)).toFixed(1)}`,
    )
    .join(' ');
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={points} fill="none" stroke="currentColor" strokeWidth="1.25" />
    </svg>
  );
}
