/** A file found to be what it may be, rebuilt without anything that is not the picture or the sound. */
export interface Media {
  readonly kind: 'picture' | 'voice';
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly durationMs?: number | undefined;
}
