import type { TermGroup } from './term.ts';

/** What appeals against a mute or ban are made of. */
export const APPEALS: readonly TermGroup[] = [
  {
    tag: 'sanction',
    weight: 1.8,
    disguised: true,
    terms: `
      谁禁的 被谁禁 谁给禁 别禁我 别封我 别踢我 又禁我 又被禁 刚被禁 消息看不到 消息别人看不到 消息都看不到 别人看不到我 看不到我的弹幕 看不到我弹幕 弹幕别人看不 弹幕没人看 说不了话了 打不了字 发不了消息 发消息没 禁言 禁我 禁了 被禁 给我禁 把我禁 禁的我 封我 封了 被封 给我封 把我封 封号 封禁 封了我 号封了 号没了 踢我 踢了 被踢 把我踢 踢我干 踢出 拉黑 拉黑我 被拉黑 把我拉黑 黑名单 小黑屋 关小黑屋 不能发言 不能说话 不能发弹幕 不能打字 不让说话 不让发言 不让我说话 不让我发 不给说话 发不了言 发不出 发不出去 发不了弹幕 说不了话 说不出话= 没法说话 没法发言 没法发弹幕 禁止我 屏蔽我 被屏蔽 弹幕被吞 吞我弹幕 吞弹幕= 发的弹幕怎么都看不见 发的弹幕都看不见 我弹幕没了 弹幕发不出 弹幕看不见 全站禁言 永封 永久封 永久禁言 封七天 禁言七天 封三天 禁言三天 muted mute timed_out timeout timedout time_out banned ban bans perma permaban permabanned perma_ban kicked blocked shadowbanned suspended
    `,
  },
  {
    tag: 'why',
    weight: 1.8,
    spoken: true,
    terms: `
      什么意思 什么规矩 什么规则 哪条规则 哪条规定 哪句话 哪里不对 多久 几天 什么时候能 没干什么 真没干 真没骂 我真没 不是我刷的 不是我骂 不是我说 误会 误会了 刚进来就 一进来就 刚说 才说一句 就一句 whats_with what_happened saying_hi saying_hello said_hi 为什么 为啥 为何 凭什么 凭啥 干嘛 干吗 干啥 怎么就 怎么 咋 怎么回事 咋回事 什么原因 什么理由 啥理由 给个理由 给个说法 理由是什么 原因是什么 做错什么 做错了什么 犯了什么 哪里违规 违规了吗 违什么规 什么都没说 啥也没说 啥都没说 没说什么 没说啥 就说了 就发了 就问了 就因为 只是说 只是发 没骂人 没骂过 没刷屏 没违规 没做什么 没干嘛 没干啥 谁禁 谁封 谁踢 谁给我 哪个房管 也禁 也封 也踢 也要禁 这都禁 这也禁 这也封 这也能 why what_did_i how_come for_what for_nothing for_no_reason no_reason what_for did_nothing nothing_wrong didnt_do_anything didnt_say_anything reason reasons for_a_joke just_said only_said
    `,
  },
  {
    tag: 'release',
    weight: 5.6,
    disguised: true,
    terms: `
      解个禁 解个封 给我解了= 帮我解了= 能解了吗= 能不能解= 能给我解= 多久解除 多久才能解除 能放出来= 可以放出来= 申诉 怎么申诉 申诉禁言 解除禁言 解禁言 取消禁言 撤销禁言 恢复发言 求解封 求解禁 帮我解封 帮我解禁 给我解封 给我解禁 解除封禁 解封申请 怎么解封 怎么解禁 封号怎么解 禁言怎么解 解开禁言 解了禁言 禁言解 把我放出来 把我解 放我出小黑屋 移出黑名单 取消拉黑 解除拉黑 把我拉出来 unban_me unmute_me untimeout_me unban_my ban_appeal lift_my_ban remove_my_timeout remove_my_ban let_me_back appeal_my appeal_a_ban appeal_the_ban
    `,
  },
  {
    tag: 'release',
    weight: 3.2,
    disguised: true,
    terms: `
      什么时候解= 什么时候解封 解封 解禁 放出来吗= 放我出来 放我一马 求放过 放出来= 再给次机会 再给一次机会 给个机会= 给次机会 能解吗 可以解吗 unban unbanned unmute untimeout unblock un_ban lift_the_ban appeal appealing second_chance another_chance
    `,
  },
  {
    tag: 'wrongly',
    weight: 3.2,
    disguised: true,
    terms: `
      误封 误禁 误伤 误踢 误判 冤死 错封 封错 封错人 禁错 禁错人 踢错 踢错人 乱封 乱禁 乱禁言 乱封人 乱踢 随便封 随便禁 随便踢 无缘无故 莫名其妙 无故禁 无故封 滥用权限 滥用职权 公报私仇 针对我 unfair unfairly wrongly mod_abuse abusing_power power_tripping false_ban wrongfully falsely
    `,
  },
  { tag: 'wrongly', weight: 4, terms: '冤枉 冤枉我 冤枉啊 冤枉好人 太冤了 我冤啊 比窦娥还冤' },
  {
    tag: 'sanction',
    weight: 1.8,
    disguised: true,
    terms: `
      删我弹幕 删我发言 删我留言 删我的 删了我 弹幕被删 也被删 被吞了 弹幕被吞 评论没了 撤回我的 移出 移出房间 踢出房间 限制发言 限制发送 限制弹幕 处罚我 我的处罚 警告我 说我违规 判我 判违规 判我违规 算违规 jy了 jy我 jy一天 被jy ban了 给我ban 把我ban 误ban 关小黑屋 关进小黑 关我禁闭 关我小黑屋 关我几天 关我三天 关我七天 进小黑屋 小黑屋 还在坐牢 坐牢的大号 蹲号子 出狱 刑满 封口 堵我嘴 堵嘴 屏蔽我 屏了我 扣我发言 发言权限 给禁了 给封了 给踢了 给禁了 被误关 把我拉黑 被你们封 号没了 号呢= 封号理由 禁言理由 禁我= 刚放出来 silenced restricted suspended shadow_banned permad perma_d timeouted timed_me removed_my_message deleted_my_message deletes_my deleting_my nobody_sees_my nobody_can_see my_message
    `,
  },
  {
    tag: 'why',
    weight: 1.8,
    spoken: true,
    terms: `
      罪名 理由呢 什么鬼 求解释 解释一下 解释下 讲道理 出来说 没必要吧 没必要 至于吗 不至于 过分了 太狠 过了吧 有点过 说好的 犯法 没开挂 没喷人 没骂人 没刷屏 正常弹幕 就发个 就发了个 就打了个 就说个 说实话 说句实话 提意见 提个意见 提建议 引用 复制错 打错字 开玩笑的 开个玩笑 不是故意 不是我发的 不是本人 explain what_rule which_rule really worth come_on seriously wasnt_me didnt_even for_asking for_saying quoting typing
    `,
  },
  {
    tag: 'release',
    weight: 3.2,
    disguised: true,
    terms: `
      高抬贵手 网开一面 开恩 求情 求个情 撤掉处罚 撤掉我的 撤了处罚 撤销 去掉禁言 禁言去掉 把禁言 移除黑名单 从黑名单 出黑名单 提前释放 减刑 从轻 复核 人工看看 人工审核 重新审核 求unban 求放 给我次机会 给个改正 unban_him unban_her unmute_him unban_them review_my review_the_ban look_at_my_ban forgive_me learned_my_lesson
    `,
  },
  {
    tag: 'wrongly',
    weight: 3,
    disguised: true,
    terms: `误关 误ban 误屏蔽 误杀我 系统误 机器人误 抽风 判错了 判错 禁错号 错杀 平白无故 滥权 乱ban 乱删 双标 封我不封 禁我不禁 被禁的是我 被封的是我 我冤 冤啊 false_positive unjustified wrong_person wrong_guy by_mistake not_me power_trip nice_mods`,
  },
  {
    tag: 'meObject',
    weight: 1,
    terms:
      '我兄弟 我室友 我闺蜜 我同学 我哥们 群友 俺号 咱 我弹幕 我的弹幕 我留言 我评论 my_buddy my_bro my_alt my_messages i_got im_banned',
  },
  {
    tag: 'sorry',
    weight: 1.6,
    spoken: true,
    terms:
      '饶了我 饶我一次 知道错 我错了 知错了 认错 不敢了 不敢刷 再也不敢 下次不 再也不 保证不 以后不 不刷屏了 不刷了 不骂了 道歉 对不起 求求 求你 求了 拜托 大人 sorry my_bad i_apologize wont_do_it wont_happen_again please pls plz',
  },
  {
    tag: 'meObject',
    weight: 1,
    terms:
      '我 俺 我被 禁我 封我 踢我 我的号 我号 大号 小号 我大号 我小号 我朋友 我账号 我的账号 me my i im main my_main my_account my_friend alt',
  },
  {
    tag: 'modWord',
    weight: 0.8,
    spoken: true,
    terms: '房管 管理 管理员 场控 主播 超管 版主 谁 官方 mod mods moderator moderators streamer',
  },
  {
    tag: 'appealBenign',
    weight: -3.5,
    terms: `建议禁言 建议封 建议房管 再剧透 再刷 再骂 再带节奏 把剧透 把他禁 把他封 把刷屏 把那个 禁一下 禁了他 禁了吧 禁言他 禁言她 禁言警告 禁言套餐 禁言大礼包 禁言抽奖 禁言拍卖 快禁言 快封 赶紧封 赶紧禁 封了他 封他 封杀 封他号 踢了他 踢他 踢了吧 踢球 踢足球 踢馆 踢踏 踢一脚 踢飞 踢腿 踢门 封号斗罗 主播被封 直播间被封 直播间封 房间被封 隔壁被封 隔壁直播间 视频被封 号被封了的主播 他们说 听说 据说 被我禁言 被我禁 被我封 被我踢 我给禁 我把他 我把你 我把她 封面 封印 封神 封测 封弊者 信封 密封 冰封 尘封 封路 封城 封校 封锁 禁止 禁地 禁术 禁区 禁药 禁毒 禁书 禁酒 禁忌 解禁日 解禁了新 解封新 刚解封 解封后 城市解封 学校解封 看不见我 说不出话来 我要把你拉黑 再说就拉黑 把你拉黑 拉黑了哦 拉黑你 禁言你 封你号 疫情 解放 了解 解说 解压 解密 解决 解锁 理解 解谜 解题 解析 求解答 求解题 求解析 banned_champion banned_in banned_from ban_this ban_that ban_him ban_her ban_them ban_the ban_phase ban_pick pick_ban who_do_we_ban should_be_banned get_banned banned_him mods_ban ban_zed timeout_called take_a_timeout mute_the_game mute_the_music mute_discord youre_muted you_are_muted ur_muted mic_is_muted is_muted game_is_muted mute_your unmute_your unmute_mic you_muted stream_is_muted`,
  },
];
