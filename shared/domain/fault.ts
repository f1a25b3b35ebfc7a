import { z } from 'zod';

/**
 * The closed list of expected failures. Each has a text in both languages that says what
 * happened, why, and what to do; `detail` carries the specifics.
 */
export const FAULTS = {
  not_found: [
    '没有找到：可能已被删除或过期。请刷新后再试。',
    'Not found: it may be deleted or expired. Refresh and try again.',
  ],
  forbidden: [
    '没有权限：当前身份不能做这件事。请联系主管开通。',
    'Not allowed for your role. Ask a supervisor for access.',
  ],
  unauthenticated: [
    '尚未配对或会话已失效。请用新的配对码登录。',
    'Not paired, or the session ended. Pair again with a new token.',
  ],
  invalid: ['内容不合要求。请按提示修改。', 'The input is not valid. Correct it as described.'],
  conflict: ['已被别人处理。请查看最新状态。', 'Somebody else changed this first. Look at its latest state.'],
  too_large: ['内容过大。请缩小或分批发送。', 'Too large. Make it smaller or send it in parts.'],
  rate_limited: [
    '操作过快，平台或系统在限流。稍后会自动恢复。',
    'Too fast: rate limited. It recovers by itself after a moment.',
  ],
  unsupported: [
    '该平台不支持此操作。可在平台页面手动处理。',
    'The platform does not offer this. Do it by hand on its own page.',
  ],
  target_protected: [
    '平台不允许对此人操作（主播或房管）。',
    'The platform protects this person (streamer or moderator).',
  ],
  auth_expired: [
    '平台登录已失效。请在设置中重新登录，操作会保留两分钟。',
    'The platform sign-in expired. Sign in again in settings; actions wait two minutes.',
  ],
  platform_refused: [
    '平台拒绝了请求。请查看原因后换一种方式。',
    'The platform refused. Read the reason and try another way.',
  ],
  unreachable: [
    '连接不上。正在自动重试，请检查网络。',
    'Cannot be reached. It retries by itself; check the network.',
  ],
  unknown_outcome: [
    '不清楚是否已生效。系统不会重复发送，请看平台记录。',
    'It may or may not have happened. It is not repeated; check the platform.',
  ],
  undo_impossible: ['这个操作不能撤销。', 'This cannot be undone.'],
  undo_would_lift_other: [
    '不撤销：此人身上有他人更严格的处罚。',
    'Not undone: a stricter sanction by somebody else is in force.',
  ],
  version_mismatch: [
    '页面与核心版本不同。请重新载入页面。',
    'Page and core are of different versions. Reload the page.',
  ],
  store_newer: [
    '数据文件来自更新的版本。请升级程序，或另选数据目录。',
    'The data was written by a newer version. Upgrade, or choose another data folder.',
  ],
  store_in_use: [
    '数据文件夹正被另一个场控台使用。请先关闭它，或换一个文件夹。',
    'The data folder is in use by another Changkong. Close that one, or choose another folder.',
  ],
  store_failed: [
    '本地数据库写入失败。请检查磁盘空间与权限。',
    'The local database could not be written. Check disk space and permissions.',
  ],
  blocked: [
    '客服暂时不接收您的消息。到期会自动恢复；如有误会，可以申诉一次。',
    'Support takes no messages from you for now. It ends by itself; if it is a mistake, you may appeal once.',
  ],
  overloaded: [
    '系统繁忙，请求未被接收。请稍后重发。',
    'Overloaded: not accepted. Send it again after the stated time.',
  ],
  bad_signature: [
    '签名不对。请检查密钥与签名内容。',
    'The signature does not match. Check the secret and the signed text.',
  ],
  bad_timestamp: [
    '时间戳超出允许范围（±5 分钟）。请校准时钟。',
    'The timestamp is outside ±5 minutes. Set the clock.',
  ],
  nonce_replayed: [
    '随机串已使用过。每次请求请换新的。',
    'This nonce was used before. Use a new one for each request.',
  ],
  sequence_gap: ['序号不连续，缺失部分已记录为缺口。', 'The sequence has a hole; it is recorded as a gap.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FaultCode = keyof typeof FAULTS;

const codes = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]];

export const FaultSchema = z.object({
  code: z.enum(codes),
  /** What exactly, in plain words; may quote the platform's own code and text. */
  detail: z.string().optional(),
  /** The platform's own error code, kept as it came. */
  native: z.string().optional(),
  /** Epoch ms after which trying again can help. */
  retryAt: z.number().optional(),
});

/** An expected failure, as a value. */
export type Fault = Readonly<z.infer<typeof FaultSchema>>;

/** Makes a fault. */
export function fault(code: FaultCode, detail?: string, more: Partial<Fault> = {}): Fault {
  return { ...more, code, ...(detail === undefined ? {} : { detail }) };
}

/** The fault's own text in the given language, with its detail. */
export function faultText(value: Fault, language: 'zh' | 'en'): string {
  const text = FAULTS[value.code][language === 'zh' ? 0 : 1];
  if (value.detail === undefined) return text;
  return language === 'zh' ? `${text}（${value.detail}）` : `${text} (${value.detail})`;
}
