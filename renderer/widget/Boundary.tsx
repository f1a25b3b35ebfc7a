import { Component, type ReactNode } from 'react';
import controls from './controls.module.css';
import classes from './widget.module.css';
import type { Words } from './words.ts';

interface Props {
  readonly words: Words;
  readonly children: ReactNode;
}

/** A part that breaks leaves the viewer a way back in, not an empty page; what was said is safe on the hub. */
export class Boundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    const { words, children } = this.props;
    if (!this.state.isBroken) return children;
    return (
      <div className={classes.refused} role="alert" data-testid="widget-broken">
        <b>{words.refused.title}</b>
        <p>{words.refused.other}</p>
        <button type="button" className={controls.solid} onClick={() => this.setState({ isBroken: false })}>
          {words.refused.again}
        </button>
      </div>
    );
  }
}
