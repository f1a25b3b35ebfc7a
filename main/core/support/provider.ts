import type { AnswerRequest, AnswerResult } from '../../../shared/support/provider.ts';

/** What a service said to a prompt, whole; or why it did not, and what that may have cost. */
export type Completion =
  | { readonly kind: 'said'; readonly text: string; readonly tokens: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly tokens: number };

/** A text to be put into another language; personal data is out of it already. */
export interface TranslateRequest {
  readonly text: string;
  readonly to: string;
  readonly maxTokens: number;
}

/** Anything that words answers, and translates. */
export interface AnswerProvider {
  /** `onText` is told of the text so far while it is made; an aborted signal ends it with `failed`. */
  readonly answer: (
    request: AnswerRequest,
    onText: (text: string) => void,
    signal: AbortSignal,
  ) => Promise<AnswerResult>;
  /** What came back is not checked yet. */
  readonly translate: (request: TranslateRequest, signal: AbortSignal) => Promise<Completion>;
}
