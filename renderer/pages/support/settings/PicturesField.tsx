import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../../../../shared/domain/fault.ts';
import { Lightbox } from '../../../talk/Lightbox.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { MOST_PICTURES, PICTURE_TYPES, pictureWords } from './article-pictures.ts';
import classes from './pictures.module.css';
import setup from './setup.module.css';
import type { ArticlePictures, PictureProblems } from './use-article-pictures.ts';

/** The pictures that go out with an article's answer, in their order. */
export function PicturesField(props: {
  readonly pictures: ArticlePictures;
  readonly ids: readonly string[];
  readonly change: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('support');
  const { pictures, ids, change } = props;
  const { seen, saved, busy } = pictures;
  const [large, setLarge] = useState<string | undefined>(undefined);
  const forget = useRef<() => void>(null);
  const add = async (files: readonly File[]) => {
    forget.current?.();
    if (files.length > 0) change(await pictures.add(files, ids));
  };
  return (
    <fieldset className={setup.box} aria-describedby="kb-pictures-hint" data-testid="kb-pictures-field">
      <legend>{t('knowledge.pictures.title')}</legend>
      {ids.length === 0 ? null : (
        <ul className={classes.pictures}>
          {ids.map((id, index) => {
            const one = seen.get(id);
            const address = one?.thumb ?? one?.whole;
            return (
              <li key={id} data-testid="kb-picture-of">
                <button
                  type="button"
                  className={classes.look}
                  aria-label={t('knowledge.pictures.look', { n: index + 1 })}
                  disabled={one?.whole === undefined}
                  onClick={() => setLarge(one?.whole)}
                >
                  {address === undefined ? (one?.size ?? '…') : <img src={address} alt="" />}
                </button>
                <button
                  type="button"
                  className={classes.out}
                  aria-label={t('knowledge.pictures.remove', { n: index + 1 })}
                  title={t('knowledge.pictures.remove', { n: index + 1 })}
                  disabled={busy}
                  onClick={() => change(ids.filter((other) => other !== id))}
                  data-testid="kb-picture-out"
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className={classes.add}>
        <FileButton
          multiple
          accept={PICTURE_TYPES.join(',')}
          resetRef={forget}
          onChange={(files) => void add(files)}
          inputProps={{ 'aria-label': t('knowledge.pictures.add') }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={busy}
              disabled={ids.length >= MOST_PICTURES}
              data-testid="kb-picture-add"
            >
              {t('knowledge.pictures.add')}
            </Button>
          )}
        </FileButton>
        <span id="kb-pictures-hint" className={setup.dim}>
          {t('knowledge.pictures.hint', { most: MOST_PICTURES })}
        </span>
      </div>
      <Problems problems={pictures.problems} />
      {saved.fault === undefined ? null : <FaultNotice fault={saved.fault} retry={saved.reload} />}
      {large === undefined ? null : (
        <Lightbox
          src={large}
          label={t('knowledge.pictures.title')}
          closeLabel={t('common:do.close')}
          close={() => setLarge(undefined)}
        />
      )}
    </fieldset>
  );
}

function Problems({ problems }: { readonly problems: PictureProblems }) {
  const { t, i18n } = useTranslation('support');
  const { refused, left } = problems;
  if (refused.length === 0 && left === 0) return null;
  return (
    <ul className={classes.problems} role="alert" data-testid="kb-picture-problem">
      {refused.map(({ name, fault }, index) => {
        const words = pictureWords(fault.code);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never moves
          <li key={index} data-code={fault.code}>
            ✕ {name}:{' '}
            {words === undefined
              ? faultText(fault, i18n.language === 'en' ? 'en' : 'zh')
              : `${t(words)}${fault.code !== 'too_large' || fault.detail === undefined ? '' : ` (${fault.detail})`}`}
          </li>
        );
      })}
      {left === 0 ? null : <li>✕ {t('knowledge.pictures.full', { most: MOST_PICTURES, left })}</li>}
    </ul>
  );
}
