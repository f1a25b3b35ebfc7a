import { useWidget } from './context.tsx';
import controls from './controls.module.css';
import classes from './widget.module.css';
import { faultWord } from './words.ts';

/** Why support cannot be opened, and the way out. */
export function Refused(props: { readonly code: string }) {
  const { model, words } = useWidget();
  return (
    <div className={classes.refused} role="alert" data-testid="widget-refused" data-code={props.code}>
      <b>{words.refused.title}</b>
      <p>{faultWord(words.refused, props.code)}</p>
      <button type="button" className={controls.solid} onClick={() => void model.start({})}>
        {words.refused.again}
      </button>
    </div>
  );
}
