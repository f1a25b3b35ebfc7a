import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { inspectMedia } from '../../../shared/support/media/inspect.ts';
import type { Attachment } from '../../../shared/support/message.ts';
import type { UploadView } from '../../../shared/support/views.ts';
import type { Upload } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { FileStore } from './files.ts';
import { type Picture, type Pictures, THUMB_MIME } from './pictures.ts';

/** Pictures and voice clips: checked by content, kept, served to who may see them. */
export interface Uploads {
  readonly accept: (
    input: { readonly conversationId: string; readonly by: string; readonly durationMs?: number | undefined },
    bytes: Uint8Array,
  ) => Promise<Result<UploadView>>;
  /**
   * The attachment, if it was uploaded to that conversation by that person and not taken back. Staff may also send
   * what belongs to an article.
   */
  readonly take: (
    id: string,
    conversationId: string,
    by: string,
    isStaff?: boolean,
  ) => Promise<Result<Attachment>>;
  /** Pictures of an article, in the order of their ids; `not_found` where one is not its own. */
  readonly ofArticle: (articleId: string, ids: readonly string[]) => Promise<Result<readonly Attachment[]>>;
  /** An address that is good for a day, or until the given time if that is sooner. */
  readonly urlOf: (id: string, until?: number) => string;
  /** The address of its thumbnail. */
  readonly thumbUrlOf: (id: string, until?: number) => string;
  /** What lies at a signed address. */
  readonly open: (
    id: string,
    expires: string,
    signature: string,
  ) => Promise<Result<{ readonly mime: string; readonly bytes: Uint8Array }>>;
  /** The bytes, for a caller who was checked already. */
  readonly read: (
    id: string,
    conversationId: string,
  ) => Promise<Result<{ readonly mime: string; readonly bytes: Uint8Array; readonly by: string }>>;
  /** Takes the bytes away for good; an article's stay the article's. */
  readonly recall: (id: string, conversationId: string) => Promise<void>;
}

/** Largest body that is looked at at all. */
export const MAX_UPLOAD = 8 * 1_048_576;
const URL_MS = 86_400_000;
const MAX_PER_CONVERSATION = 200;

/** Keeps them in the file store, with a row for each. */
export function createUploads(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly secret: string;
  readonly pictures: Pictures;
}): Uploads {
  const { store, desk, files, clock } = deps;
  const sign = (id: string, expires: string): string =>
    createHmac('sha256', deps.secret).update(`file:${id}:${expires}`).digest('base64url');
  /** Addresses change once an hour, so that a page's pictures stay cached. */
  const urlOf = (id: string, until = Number.POSITIVE_INFINITY): string => {
    const expires = String(Math.min(until, Math.ceil((clock.now() + URL_MS) / 3_600_000) * 3_600_000));
    return `/support/files/${id}?e=${expires}&s=${sign(id, expires)}`;
  };
  const bytesOf = async (
    upload: Upload | null,
    isThumb = false,
  ): Promise<Result<{ mime: string; bytes: Uint8Array; by: string }>> => {
    if (upload === null || upload.recalledAt !== undefined || (isThumb && upload.thumb === undefined))
      return fail(fault('not_found', 'attachment'));
    const bytes = await files.get(isThumb ? thumbId(upload.id) : upload.id);
    const mime = isThumb ? THUMB_MIME : upload.mime;
    return bytes === null ? fail(fault('not_found', 'attachment')) : ok({ mime, bytes, by: upload.by });
  };

  return {
    urlOf,
    thumbUrlOf: (id, until) => urlOf(thumbId(id), until),
    async accept(input, bytes) {
      if (bytes.length > MAX_UPLOAD) return fail(fault('too_large', `${MAX_UPLOAD} B`));
      const seen = inspectMedia(bytes);
      if (!seen.ok) return seen;
      const before = await store.list({
        table: 'uploads',
        where: { conversationId: input.conversationId },
        limit: MAX_PER_CONVERSATION,
      });
      if (before.rows.length >= MAX_PER_CONVERSATION)
        return fail(fault('rate_limited', `${MAX_PER_CONVERSATION}`));
      const drawn = seen.value.kind === 'picture' ? await deps.pictures.redraw(seen.value.bytes) : null;
      if (drawn?.ok === false) return drawn;
      // What was sent is dropped here: only what was drawn from it is kept.
      const { bytes: clean, ...media } = drawn === null ? seen.value : pictureOf(drawn.value);
      const thumb = drawn?.value.thumb;
      const id = randomBytes(24).toString('base64url');
      const measured = media.durationMs ?? input.durationMs;
      const attachment: Attachment = {
        id,
        ...media,
        bytes: clean.length,
        ...(thumb === undefined
          ? {}
          : { thumb: { width: thumb.width, height: thumb.height, bytes: thumb.bytes.length } }),
        ...(media.kind === 'voice' && measured !== undefined ? { durationMs: measured } : {}),
      };
      const row: Upload = {
        ...attachment,
        conversationId: input.conversationId,
        at: clock.now(),
        by: input.by,
        hash: createHash('sha256').update(clean).digest('hex'),
      };
      try {
        await files.put(id, clean);
        if (thumb !== undefined) await files.put(thumbId(id), thumb.bytes);
      } catch (error) {
        return fail(fault('store_failed', String(error)));
      }
      const saved = await desk.commit([], [], [{ op: 'put', table: 'uploads', row }]);
      if (!saved.ok) return saved;
      const thumbUrl = thumb === undefined ? {} : { thumbUrl: urlOf(thumbId(id)) };
      return ok({ attachment, url: urlOf(id), ...thumbUrl });
    },
    async take(id, conversationId, by, isStaff = false) {
      const row = await store.get('uploads', id);
      if (row === null || row.recalledAt !== undefined) return fail(fault('not_found', 'attachment'));
      const isOwn = row.conversationId === conversationId && row.by === by;
      return isOwn || (isStaff && isOfArticle(row)) ? ok(plain(row)) : fail(fault('not_found', 'attachment'));
    },
    async ofArticle(articleId, ids) {
      const rows = await Promise.all(ids.map((id) => store.get('uploads', id)));
      const found = rows.flatMap((row) =>
        row !== null && row.conversationId === articleUploads(articleId) && row.kind === 'picture'
          ? [plain(row)]
          : [],
      );
      return found.length === ids.length ? ok(found) : fail(fault('not_found', 'attachment'));
    },
    async open(id, expires, signature) {
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(id, expires))];
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return fail(fault('not_found', 'attachment'));
      if (Number(expires) < clock.now()) return fail(fault('bad_timestamp', 'attachment'));
      const isThumb = id.endsWith(THUMB);
      return bytesOf(await store.get('uploads', isThumb ? id.slice(0, -THUMB.length) : id), isThumb);
    },
    async read(id, conversationId) {
      const row = await store.get('uploads', id);
      const isHere = row !== null && (row.conversationId === conversationId || isOfArticle(row));
      return bytesOf(isHere ? row : null);
    },
    async recall(id, conversationId) {
      const row = await store.get('uploads', id);
      if (row?.conversationId !== conversationId) return;
      await desk.commit([], [], [{ op: 'put', table: 'uploads', row: { ...row, recalledAt: clock.now() } }]);
      await files.remove(id);
      await files.remove(thumbId(id));
    },
  };
}

const THUMB = '.small';
const ARTICLE = 'article:';

/** In place of a conversation: what an article's pictures are kept under. */
export function articleUploads(articleId: string): string {
  return `${ARTICLE}${articleId}`;
}

function isOfArticle(row: Upload): boolean {
  return row.conversationId.startsWith(ARTICLE);
}

function plain(row: Upload): Attachment {
  const { conversationId: _c, at: _a, by: _b, hash: _h, recalledAt: _r, ...attachment } = row;
  return attachment;
}

/** Where the thumbnail of an attachment lies. */
export function thumbId(id: string): string {
  return `${id}${THUMB}`;
}

function pictureOf(drawn: Picture) {
  const { mime, bytes, width, height } = drawn;
  return { kind: 'picture' as const, mime, bytes, width, height, durationMs: undefined };
}
