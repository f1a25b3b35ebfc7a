import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { base64Of } from '../../logic/base64.ts';
import classes from './parts.module.css';

/** A place to drop a file on, or to choose one by keyboard; says so where the file is too big to read. */
export function FileDrop(props: {
  readonly label: string;
  readonly hint: string;
  /** Endings of the files it takes, `.txt,.csv`. */
  readonly accept: string;
  readonly maxBytes: number;
  readonly tooBig: string;
  /** Bytes in base64: the encoding is told by whoever reads them. */
  readonly read: (file: { readonly name: string; readonly base64: string }) => void;
  readonly testId?: string;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setRefused(file.size > props.maxBytes);
    if (file.size <= props.maxBytes) props.read({ name: file.name, base64: await base64Of(file) });
  };
  const hover = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which does the same by keyboard
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <Button variant="default" onClick={() => field.current?.click()}>
        {props.label}
      </Button>
      <span>{refused ? `✕ ${props.tooBig}` : props.hint}</span>
      <input
        ref={field}
        type="file"
        accept={props.accept}
        aria-label={props.label}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          const { files } = event.currentTarget;
          void take(files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid={props.testId}
      />
    </div>
  );
}
