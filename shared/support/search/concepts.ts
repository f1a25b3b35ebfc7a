import { readText } from './sounds.ts';

/**
 * What people call the same thing on a show platform: standard words, slang, dialect and English.
 * Written for this product. The first of each line is its name.
 */
const LINES: readonly string[] = [
  '充值 充钱 氪金 冲值 冲钱 充了 买币 买钻 充金币 充抖币 充电池 topup top-up topped-up topping-up recharge recharged 充進 入金 课金 充咗',
  '到账 到帐 入账 没到 未到 没收到 没上账 不到账 arrive arrived received showed-up never-came nothing-came 没来 还没有到 冇到',
  '失败 不成功 付不了 支付不了 付不出 付款不成 failed fail declined 唔得',
  '扣款 扣钱 扣了钱 被扣 扣费 划走 charged 钱没了 扣咗',
  '退款 退钱 退费 返钱 退回 要回 退还 refund refunded moneyback money-back 退錢 把钱退',
  '拒绝 驳回 没通过 不给退 不同意 rejected refused denied',
  '进度 到哪一步 多久 几天 何时 什么时候 好多天 几天 咋还没 how-long status 几时 啥时候',
  '礼物 打赏 送礼 刷礼物 送了 火箭 飞机 嘉年华 gift gifts gifted donate donated 刷错 送嘢',
  '送错 误送 误点 手滑 点错 按错 误操作 送岔 wrong mistake accident accidentally 不小心 刷错',
  '特效 动画 没显示 不显示 没出现 effect animation',
  '榜单 排行 贡献榜 榜一 排名 leaderboard ranking',
  '禁言 被禁 不能说话 cannot-chat cannot-type 不能发言 封口 说不了话 发不出 闭麦 mute muted unmute silenced 打不了字 发不了弹幕 唔讲得',
  '解除 解禁 解封 放出来 取消 恢复 unmute lift unban 解开',
  '申诉 冤枉 误判 误封 没违规 appeal unfair 喊冤 屈我',
  '封号 封禁 被封 拉黑 踢出 黑名单 ban banned blocked kicked',
  '未成年 孩子 小孩 儿子 女儿 学生 未满 娃 细路 minor child kid underage son daughter 小朋友 岁的',
  '证明 材料 资料 凭证 证据 户口本 documents proof evidence',
  '模式 开启 打开 设置 turn-on enable mode',
  '登录 登陆 上不去 登不上 进不去账号 login signin log-in 登不了',
  '密码 口令 password 忘记密码 忘了密码',
  '账号 帐号 号码 账户 account 号子',
  '手机号 电话号 绑定 换绑 换号 phone number bind',
  '实名 认证 身份证 实名制 verify verification realname id-card',
  '注销 删号 销号 删除账号 delete-account deactivate close-account',
  '被盗 盗号 被别人登 异地 hacked hijacked stolen',
  '骚扰 私信骚扰 纠缠 跟踪 harass harassment stalk 咸猪手 缠着',
  '诈骗 骗钱 被骗 骗子 杀猪盘 刷单 scam scammed fraud 上当 呃钱',
  '辱骂 骂我 骂人 人身攻击 脏话 insult abuse abusive 喷我 闹我',
  '举报 投诉他 检举 report reported reporting 告发',
  '人肉 曝光 隐私泄露 泄露 挂我 doxx leak expose 泄漏',
  '舰长 提督 总督 大航海 守护 贵族 会员 开通 vip member membership guard sub 贵宾',
  '续费 自动续费 自动扣 包月 renew subscription auto-renew 续',
  '权益 特权 福利 好处 benefits perks',
  '粉丝牌 灯牌 勋章 粉丝团 fan-badge badge medal',
  '掉了 没了 不见 消失 掉级 lost missing gone disappeared',
  '卡顿 卡 很卡 掉帧 延迟 lag laggy buffering stutter 缓冲 一卡一卡',
  '黑屏 画面黑 黑的 没画面 看不到画面 black-screen no-picture 白屏 花屏',
  '没声音 听不到 静音 没有声 no-sound audio 冇声',
  '回放 录像 重播 回看 replay vod playback',
  '开播 直播间 主播 房间 room streamer stream 几点播',
  '活动 奖励 任务 event activity campaign',
  '奖品 中奖 领奖 抽奖 没领到 prize reward lottery won 抽中',
  '优惠券 券 红包 抵扣 coupon voucher redpacket',
  '隐私 个人信息 信息 数据 privacy data personal',
  '隐藏 不让别人看 匿名 关闭 hide anonymous',
  '发票 开票 invoice receipt 报销',
  '限额 上限 额度 限制 limit cap',
  '提现 取钱 提取 withdraw cash-out 拎钱',
  '投诉 不满 差评 complain complaint 态度差 告你们',
  '人工 真人 客服 转人工 活人 agent human person 人工客服',
  '昵称 改名 名字 nickname rename 网名',
  '头像 照片 avatar picture',
  '通知 提醒 推送 notification notify',
  '弹幕 danmaku chat comment 发言',
  '余额 剩多少 还剩 balance 金币数',
  '主播返还 私下 线下 加微信 私聊 offline wechat',
  '版权 侵权 盗播 copyright',
  '自杀 轻生 不想活 suicide 寻死 想死',
  '电话 联系 热线 phone-support hotline',
  '安全 安全吗 风险 safe safety',
];

interface Concept {
  readonly name: string;
  readonly han: readonly string[];
  readonly sounds: readonly string[];
  readonly words: readonly string[];
}

let built: readonly Concept[] | null = null;

/** Names of the things a text speaks of. Sounds count for what was typed in pinyin or by ear. */
export function conceptsIn(
  plain: string,
  sounds: readonly string[],
  words: readonly string[],
): ReadonlySet<string> {
  built ??= LINES.map(conceptOf);
  const sounded = ` ${sounds.join(' ')} `;
  const spoken = ` ${words.join(' ')} `;
  const found = new Set<string>();
  for (const concept of built) {
    const isSaid =
      concept.han.some((phrase) => plain.includes(phrase)) ||
      concept.sounds.some((phrase) => sounded.includes(phrase)) ||
      concept.words.some((phrase) => spoken.includes(phrase));
    if (isSaid) found.add(concept.name);
  }
  return found;
}

function conceptOf(line: string): Concept {
  const phrases = line.split(' ');
  const latin = phrases.filter((phrase) => /^[a-z-]+$/i.test(phrase));
  const han = phrases.filter((phrase) => !latin.includes(phrase)).map((phrase) => readText(phrase));
  return {
    name: phrases[0] ?? line,
    han: han.map((reading) => reading.plain),
    // One syllable sounds like too much else.
    sounds: han
      .filter((reading) => reading.sounds.length >= 2)
      .map((reading) => ` ${reading.sounds.join(' ')} `),
    words: latin.map((phrase) => ` ${readText(phrase.replaceAll('-', ' ')).words.join(' ')} `),
  };
}
