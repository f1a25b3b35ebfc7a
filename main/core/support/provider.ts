import type { AnswerRequest, AnswerResult } from '../../../shared/support/provider.ts';

/** Anything that words answers. */
export interface AnswerProvider {
  /** `onText` is told of the text so far while it is made; an aborted signal ends it with `failed`. */
  readonly answer: (
    request: AnswerRequest,
    onText: (text: string) => void,
    signal: AbortSignal,
  ) => Promise<AnswerResult>;
}
