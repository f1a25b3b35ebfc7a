import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { EmojiButton } from '../talk/EmojiButton.tsx';
import { HoldToTalk } from '../talk/HoldToTalk.tsx';
import { PictureIcon, SendIcon } from '../talk/icons.tsx';
import { shrinkPicture } from '../talk/shrink.ts';
import classes from './composer.module.css';
import { useWidget } from './context.tsx';
import controls from './controls.module.css';

const TYPING_EVERY_MS = 2_500;
const LONGEST = 2_000;

/** Where she writes: text, emoji, pictures (also pasted), and voice while held. */
export function Composer() {
  const { model, words } = useWidget();
  const status = useStore(model.store, (state) => state.status);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const lastTyping = useRef(0);

  const send = () => {
    model.say(text);
    setText('');
    field.current?.focus();
  };
  const change = (next: string) => {
    setText(next);
    const now = performance.now();
    if (next === '' || now - lastTyping.current < TYPING_EVERY_MS) return;
    lastTyping.current = now;
    model.typing();
  };
  const sendPictures = async (picked: Iterable<File>) => {
    for (const file of picked) {
      if (!file.type.startsWith('image/')) {
        model.notice('unsupported');
        continue;
      }
      const bytes = await shrinkPicture(file);
      model.sendFile('picture', bytes, URL.createObjectURL(bytes));
    }
  };
  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  if (status?.state === 'closed' && (status.rated || !status.canRate))
    return (
      <div className={classes.ended} data-testid={status.rated ? 'rating-done' : 'widget-ended'}>
        <button type="button" className={controls.solid} onClick={model.again} data-testid="widget-again">
          {words.again}
        </button>
      </div>
    );
  return (
    <div className={classes.composer}>
      <EmojiButton
        label={words.emoji}
        className={controls.icon}
        pick={(emoji) => change(text + emoji)}
        testId="widget-emoji"
      />
      <label className={controls.icon} title={words.picture}>
        <PictureIcon />
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          multiple
          aria-label={words.picture}
          data-testid="widget-picture"
          onChange={(event) => {
            void sendPictures([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <textarea
        ref={field}
        rows={1}
        value={text}
        maxLength={LONGEST}
        placeholder={words.placeholder}
        aria-label={words.composer}
        enterKeyHint="send"
        data-testid="widget-input"
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          void sendPictures(files);
        }}
      />
      {text.trim() === '' ? (
        <HoldToTalk
          words={{ ...words, refused: words.micRefused }}
          className={controls.icon}
          recorded={(clip) => model.sendFile('voice', clip.blob, URL.createObjectURL(clip.blob), clip)}
          say={(problem) => model.notice(problem === words.tooShort ? 'tooShort' : 'micRefused')}
          testId="widget-voice"
        />
      ) : (
        <button
          type="button"
          className={classes.sendButton}
          aria-label={words.send}
          onClick={send}
          data-testid="widget-send"
        >
          <SendIcon />
        </button>
      )}
    </div>
  );
}
