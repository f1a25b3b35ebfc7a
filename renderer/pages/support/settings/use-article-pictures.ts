import { useEffect, useRef, useState } from 'react';
import { type Fault, fault } from '../../../../shared/domain/fault.ts';
import { fail, type Result } from '../../../../shared/domain/result.ts';
import type { UploadView } from '../../../../shared/support/views.ts';
import { useClient, useConnection } from '../../../app/services.tsx';
import { base64Of } from '../../../logic/base64.ts';
import { shrinkPicture } from '../../../talk/shrink.ts';
import { attempt } from '../../../transport/attempt.ts';
import { type Loaded, useLoad } from '../../parts/use-load.ts';
import { MOST_PICTURES, refusalOf } from './article-pictures.ts';

/** A picture as it can be looked at here; without addresses where the page has no hub to ask. */
export interface PictureSeen {
  readonly thumb?: string | undefined;
  readonly whole?: string | undefined;
  readonly size: string;
}

/** What became of the picked files that are no pictures of the article. */
export interface PictureProblems {
  readonly refused: readonly { readonly name: string; readonly fault: Fault }[];
  /** So many were picked beyond the room there is. */
  readonly left: number;
}

/** The pictures of the article that is being written. */
export interface ArticlePictures {
  readonly seen: ReadonlyMap<string, PictureSeen>;
  readonly saved: Loaded<unknown>;
  readonly busy: boolean;
  readonly problems: PictureProblems;
  /** Uploads what there is room for; the answer is the ids the article has then. */
  readonly add: (files: readonly File[], ids: readonly string[]) => Promise<readonly string[]>;
}

const NONE: PictureProblems = { refused: [], left: 0 };

/** Loads those that were saved with the article, and takes up new ones. */
export function useArticlePictures(articleId: string, savedIds: readonly string[]): ArticlePictures {
  const client = useClient();
  const connection = useConnection();
  const isHub = connection.kind !== 'open' || connection.transport === 'hub';
  const saved = useLoad(savedIds.length === 0 ? null : `kb-pictures-${articleId}`, (signal) =>
    client.support.kb.attachments({ articleId }, { signal }),
  );
  const [added, setAdded] = useState<ReadonlyMap<string, PictureSeen>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState(NONE);
  const made = useRef<string[]>([]);
  useEffect(
    () => () => {
      for (const address of made.current.splice(0)) URL.revokeObjectURL(address);
    },
    [],
  );

  const addressOf = (picture: Blob): string => {
    const address = URL.createObjectURL(picture);
    made.current.push(address);
    return address;
  };
  const send = async (picture: Blob): Promise<Result<UploadView>> => {
    const refusal = refusalOf(picture);
    if (refusal !== undefined) return fail(refusal);
    const base64 = await base64Of(picture).catch(() => null);
    if (base64 === null) return fail(fault('invalid'));
    return attempt(client.support.kb.attach({ articleId, base64 }));
  };
  const add = async (files: readonly File[], ids: readonly string[]) => {
    const [all, refused] = [[...ids], [...NONE.refused]];
    let left = 0;
    setBusy(true);
    setProblems(NONE);
    for (const file of files) {
      if (all.length >= MOST_PICTURES) {
        left += 1;
        continue;
      }
      const picture = await shrinkPicture(file);
      const answer = await send(picture);
      if (!answer.ok) {
        refused.push({ name: file.name, fault: answer.fault });
        continue;
      }
      const { value } = answer;
      all.push(value.attachment.id);
      const one = isHub ? seenOf(value, true) : { ...seenOf(value, false), whole: addressOf(picture) };
      setAdded((before) => new Map(before).set(value.attachment.id, one));
    }
    setBusy(false);
    setProblems({ refused, left });
    return all;
  };
  const seen = new Map([
    ...(saved.value ?? []).map((view) => [view.attachment.id, seenOf(view, isHub)] as const),
    ...added,
  ]);
  return { seen, saved, busy, problems, add };
}

function seenOf({ attachment, url, thumbUrl }: UploadView, isHub: boolean): PictureSeen {
  const size = `${attachment.width ?? 0}×${attachment.height ?? 0}`;
  return isHub ? { size, whole: url, thumb: thumbUrl ?? url } : { size };
}
