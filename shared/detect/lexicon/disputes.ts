import type { TermGroup } from './term.ts';

/** What refund, recharge and gift disputes are made of. */
export const DISPUTES: readonly TermGroup[] = [
  {
    tag: 'demand',
    weight: 3.4,
    disguised: true,
    terms: `给我退了 给退了 退给我吧 还我点 还给我点 把钱还来 块还来 钱还来 礼物的事怎么解决 怎么解决退 协商退 退款通道 退款入口 退款流程 退款客服 凭什么不退 凭什么不给退 不给退 不肯退 拒绝退款 退款被拒 申请退款 想退款 要退款 退款申请 退我的钱 退钱给我 怎么还不退 什么时候退钱 退款 t款 退k t钱 退钱 退费 退我钱 退礼物 退充值 退舰长 退打赏 退差价 求退 申请退 全额退 要求退 还我钱 还我血汗钱 血汗钱 救命钱 必须退 还不退 你退不退 到底退 给我退钱 求你退 求求退 要回来的钱 把钱要回 想把钱要 钱要回来 打赏的钱 充的钱退 刷的钱退 把钱还我 把钱还给我 把我的钱还 refund refunds refunded refunding money_back chargeback charge_back charged_back reimburse give_me_my_money`,
  },
  {
    tag: 'demand',
    weight: 2.6,
    disguised: true,
    terms: `退我= 退给我 退回来 退回= 退还 退掉= 退一下= 给我退 给退= 能退 可以退 怎么退 咋退= 要退= 想退= 退不退 退不了= 不退= 拒绝退 还钱= 还我= 还给我= 要回来= 要回= 拿回来= 拿回 追回 讨回 退不= 退吧= 退了吧= 退回 转过来= 转回来 什么时候退 赔偿 赔钱= 赔我= 撤销 撤回= 取消订单 取消续费 取消自动续费 give_me_my_money want_my_money get_my_money dispute_the_charge cancel_my_sub give_it_back give_me_back`,
  },
  {
    tag: 'accuse',
    weight: 2.8,
    disguised: true,
    terms: `虚假宣传 假宣传 虚假承诺 消费欺诈 空头支票 画大饼骗 翻脸不认人 骗人钱 骗钱 骗礼物 骗我钱 骗我 骗人送 骗人刷 骗人充 骗氪 骗舰长 骗上舰 骗打赏 骗粉丝钱 诈骗 欺诈 欺骗消费者 欺骗 骗子 骗取 诱导消费 诱导充值 诱导打赏 诱骗 忽悠我 忽悠人 坑钱 坑我钱 坑粉丝 黑钱 吞钱 吞了我 吞我 黑箱 假抽奖 抽奖是假 抽奖都是假 抽奖造假 内定 拉黑我 就拉黑 拉黑了 不认账 赖账 卷钱 盗刷 被盗刷 scammed scammed_me scam_me scammer scamming stole_my ripped_off ripped_me_off fraud`,
  },
  {
    tag: 'unpaid',
    weight: 3,
    disguised: true,
    terms: `没给我加 没加上 没给加 没给我开 没送出去 没打赏成功 没兑现承诺 一把没打 一首没唱 一次没 都没寄 一直没寄 再不寄 再不发 怎么还没发货 还没发货 什么时候发货 什么时候寄 等了两个月 等了三个月 等了半年 等了好久没 翻脸不认 翻脸不认人 刷完就 送完就 收了钱就 收了礼物就 送了就不 没显示 一直不发 钱白花 白花了 白充了 白刷了 白送了 打水漂 影子都没 没影了 没下文 没消息了 没动静 拖了三个月 拖了半年 半年了 几个月了 付款成功 扣款成功 支付成功 付款后没 扣款了 扣了我三 莫名其妙扣 莫名扣 乱扣费 被扣钱 被扣了钱 钱被吞 提不出来 提现不了 提现失败 充值失败 没有给我 不给我= 没给我= 没有显示 没有反应 充了没反应 充了没有 没到帐 没给舰长 没到账 未到账 不到账 还没到账 没有到账 没到帐 未到帐 扣了钱 钱扣了 扣我钱 扣了我 重复扣 重复扣费 多扣 乱扣 扣两次 扣了两次 扣了三次 自动续费 没收到 没有收到 一直没收到 还没收到 没发货 不发货 没寄 不寄 不给发 没兑现 不兑现 没有兑现 不履行 没显示上 没上舰 没生效 余额没了 充了没 付了款 付款了 charged_twice double_charged charged_me never_received didnt_receive not_received never_shipped didnt_get never_got overcharged not_showing still_no`,
  },
  {
    tag: 'unpaid',
    weight: 1.6,
    terms: '说好的 说好 答应的 答应我的 承诺的 没给 没给我 没人管= 没货了= 少给了= 空盒= 人呢= 被吞了=',
  },
  {
    tag: 'mistake',
    weight: 3.2,
    disguised: true,
    terms: `乱点的 乱点了 孩子乱点 不懂事乱 冲动消费 误触买 误触开 误触付 刷错人 刷错主播 刷错了人 送到别人 送给别人了 送错地方 不小心续费 不小心开 不小心点了 不小心打赏 不小心转 手贱点 手贱 手残 误续费 误开通 忘记取消 忘了取消 自动续了 没注意续费 误以为 misclicked misclick didnt_mean_to 充错 充错了 充错号 送错 送错人 送错房间 送错礼物 送错直播间 送错主播 刷错 刷错了 刷错房间 打赏错 误充 误送 误刷 误触 误点 误操作 误购 买错 买错了 点错 按错 手滑 手抖 不小心点 不小心充= 不小心送 不小心刷 不小心买 不小心上 多充了 充多了 冲错 by_mistake by_accident accidentally accidental wrong_channel wrong_person wrong_streamer mistakenly`,
  },
  {
    tag: 'demand',
    weight: 2.6,
    disguised: true,
    terms: `给个交代 要个交代 要个说法 讨要说法 退费 退押金 退定金 退保证金 退学费 退货 折现还 先还钱 什么时候还我 什么时候给我钱 打算什么时候给 啥时候还= 补给我 补发给我 赔给我 追回来 能追回 要得回来 全额退回 原路退回 原路返回 返还= 给我解决 尽快解决 撤单= 拒付= 怎么退订 关闭扣费 关掉扣费 关闭自动扣 取消订阅 找谁退 能要回 能撤回 可以撤回 转回来 reverse_it reverse_the reverse_a undo_it undo_a money_returned return_my pay_me_back paying_me_back owe_me`,
  },
  {
    tag: 'accuse',
    weight: 2.6,
    disguised: true,
    terms: `被骗了 被他骗 被你骗 被骗走 骗走= 骗了我们 骗了我 卷了我 卷走= 卷款 跑路了 跑路主播 收钱跑路 人跑了 避雷 受害者 上当了 上当受骗 割韭菜 黑心商家 黑心主播 无良商家 良心过得去 良心不痛 装不认识 不认识了 不认账 空头支票 画大饼 收款不发货 收钱不 拿钱不 骗我充 骗我刷 骗我打赏 骗我转 被诱导 哄我 套路我 讹我 打了水漂 杀猪盘 拉黑删除 ghosted_me took_my_money took_the_money took_my took_our_money stole_from_me tricked_me lied_about stolen_card got_hacked used_my_card scammed_me_out rigged`,
  },
  {
    tag: 'unpaid',
    weight: 2.8,
    disguised: true,
    terms: `只到了 只到账 少到账 币扣了 币没了 吞我币 吞币= 吞了我的 余额没变 余额少了 余额不对 卡单了 掉单= 丢单= 两笔= 连扣 扣了两笔 扣两笔 多收= 多扣了 双份= 没开过 没同意就扣 没经过我同意 未经同意 自动扣 悄悄扣 偷偷扣 没点确认 扣了三 扣了我 空盒子 发错货 货不对板 是假货 是假的不 烂脸 质量问题 收货不 押金不退 保证金不退 保证金交了 定金交了 定金不退 没打款 拖欠= 扣着我 提现还在 提了五天 审核中 打到一半 影子没 失联了 联系不上 找不到人 一拖再拖 推三阻四 踢皮球 客服不理 客服没人 没人处理 没给解决 不给解决 不给处理 买了没生效 特效没出 申请没通过 好友没通过 过期都没 没返 不返利 没给双倍 没送我 not_arrived nothing_showed hasnt_shipped never_sent never_arrived no_coins got_nothing got_no paid_for_and charged_my_card never_authorized unauthorized_charge billed_for still_being_billed keeps_charging two_charges double_billed ignoring_my ignores_me no_reply`,
  },
  {
    tag: 'authority',
    weight: 2.6,
    disguised: true,
    terms: `报案 已报案 经侦 微博见 法庭见 法院见 打官司= 律师函 文旅局 消费者维权 已经登记 登记了= 举证 录屏了 聊天记录 转账记录 截图都 立案了 小红书见 reported_to opened_a_case filed_a filing_a dispute_this disputing case_with trading_standards consumer_protection`,
  },
  {
    tag: 'mistake',
    weight: 3,
    disguised: true,
    terms: `多按了 连点了 连击了 误买 误开 误购 以为是免费 看错价格 没看清价格 喝多了刷 喝醉了刷 睡着压 选错数量 转错账 转错人 给错人 付错 小孩乱点 弹窗误 点成 送成 by_mistake wrong_amount meant_to_give wrong_button extra_zero fat_fingered`,
  },
  {
    tag: 'family',
    weight: 3,
    disguised: true,
    terms: `家里老人 老人不会 爷爷不会 奶奶不会 我爸的养老 我妈的养老 养老钱 看病的钱 救命的钱 my_grandma`,
  },
  {
    tag: 'family',
    weight: 3.2,
    disguised: true,
    terms: `共同财产 夫妻财产 夫妻共同`,
  },
  {
    tag: 'minor',
    weight: 3,
    disguised: true,
    terms: `孩子妈妈 孩子爸爸 孩子家长 学生家长 我妹才 俺家娃 我表弟 我堂弟 我表妹 小侄子 偷用我 偷偷用 拿奶奶 拿爷爷 拿爸爸 拿妈妈 绑了我的卡 记住密码 未满18 不满18 没成年 还没成年 没满十八 不满十八 without_asking my_toddler my_stepson doesnt_know_what a_child a_minor`,
  },
  {
    tag: 'money',
    weight: 1.4,
    spoken: true,
    terms: `扣费 航母 抖币 穿云箭 头像框 年费 连麦 打三把 带我打 礼物的事 钻石没 会员费 手续费 月费 包月 连续包月 续费 首充 大会员 嘉年华 手办 签名照 礼品 奖品 陪玩 支付 付费 微信付 零钱 银行 六千 五千 三千 两千 一千 两万 三万 十几万 几万 几千 几百 上千 上万 块 钱 块钱 元 人民币 充值 充钱 充了 冲了 冲值 打赏 礼物 送礼 送的礼物 刷的礼物 刷礼物 刷了 舰长 提督 总督 上舰 开舰 舰长费 火箭 飞机 嘉年华 跑车 电池 金瓜子 b币 抖币 钻石 金币 虎牙币 鱼翅 醒目留言 抽奖 抽奖券 盲盒 周边 实体 会员 大航海 粉丝团 粉丝牌 灯牌 订单 余额 账户 账单 支付宝 微信支付 银行卡 信用卡 零花钱 压岁钱 工资 积蓄 生活费 学费 648 328 198 1998 19998 98块 money bits sub subs subscription gifted gift gifts gifted_subs donation donated donate dono donos tip tipped cash card prime purchase purchased payment paid order merch prize bucks dollars usd euros tier`,
  },
  {
    tag: 'authority',
    weight: 3.4,
    disguised: true,
    terms: `12315 12345 12318 黑猫 黑猫投诉 消协 消费者协会 消保 消保委 工商局 工商投诉 工商举报 市监局 市场监管 律师 律师函 起诉 法院 仲裁 网信办 文化执法 十二三一五 法庭 传票 立案= lawyer lawsuit sue suing paypal my_bank the_bank small_claims`,
  },
  {
    tag: 'authority',
    weight: 1.8,
    disguised: true,
    terms: `投诉 联系律师 消费者权益 举报平台 举报你 举报主播 报警 警察 公安 派出所 网警 告你 告主播 告平台 维权 曝光 曝光你 媒体曝光 挂你 发微博曝 客服 人工客服 平台客服 申诉 support customer_service bank twitch_support police report_you reported dispute`,
  },
  {
    tag: 'accuse',
    weight: 1.8,
    terms: `12315见 12345见 法院见 消协见 黑猫见 打12315 打了12315 打过12315 打12345 去12315 找12315 找12345 找消协 找律师 走法律 法律程序 走起诉 受理 已经提交 提交了 收集证据 有证据 取证 等着收 必须给说法 给个说法 讨个说法 全是托 都是托 黑幕 暗箱 内定 作弊 造假 不认账 不认了 装死 不回消息 不回我 不理人 不理我`,
  },
  {
    tag: 'minor',
    weight: 3.2,
    disguised: true,
    terms: `我未成年 我是未成年 未成年人充 未成年充 未成年打赏 未成年消费 诱导未成年 未成年人消费 我家娃 上初中 读初中 上小学 读小学 上高中 上五年级 还在上学 还在读书 还是小学生 给孩子玩手机 孩子玩手机 小孩玩手机 孩子玩我手机 without_me_knowing without_knowing my_kids 我家孩子 我孩子 我家小孩 我儿子 我女儿 我闺女 闺女拿 我外孙 我孙子 初三学生 初二学生 初一学生 高一学生 小学生一个 学生冲动 我弟 我弟弟 我妹妹 我侄子 我外甥 我家娃 家里小孩 家里孩子 我是家长 监护人 我才上初 我才上小学 我还是学生 我是小学生 我是初中生 我才十= 拿我手机 用我手机 拿我的手机 用我的手机 拿妈妈手机 拿爸爸手机 用妈妈手机 用爸爸手机 用妈妈的 用爸爸的 妈妈的手机 爸爸的手机 妈妈的卡 爸爸的卡 我妈的卡 我爸的卡 我妈的钱 我爸的钱 妈妈的钱 爸妈的钱 偷偷用我 偷偷用妈 偷偷用爸 偷偷充 偷偷打赏 偷偷送 偷偷刷 偷偷给 偷充 偷偷转 偷我妈 偷妈妈 背着我 背着家长 背着父母 背着爸妈 瞒着家里 瞒着爸妈 我妈发现 我爸发现 我妈知道了 我爸妈知道 奶奶的手机 爷爷的手机 奶奶的钱 爷爷的钱 熊孩子 my_kid my_son my_daughter my_child my_little_brother my_little_sister my_nephew im_13 im_14 im_12 im_15 im_11 im_10 im_only_13 im_only_12 im_only_14 im_underage i_am_underage im_a_minor my_moms_card my_dads_card my_mom_card my_moms_credit_card moms_credit_card dads_credit_card mums_card without_permission without_my_permission`,
  },
  {
    tag: 'minor',
    weight: 2.2,
    spoken: true,
    terms: `未成年 未成年人 孩子 小孩 小孩子 小朋友 儿子 女儿 侄子 外甥 家长 小学生 初中生 underage minor my_brother my_sister my_parents kid child`,
  },
  {
    tag: 'charge',
    weight: 1.8,
    spoken: true,
    terms: `充值 充了 充钱 冲了= 冲值= 打赏 刷了 刷礼物 刷的= 送礼 送的礼物 花了= 花掉= 转了= 转账 花光 氪了 used_my_card used_my_credit_card used_my used_mums used_moms used_dads donated gifted subbed spent charged to_sub bought`,
  },
  {
    tag: 'charge',
    weight: 1.2,
    terms: '充 送了 送的 送出去 上舰 买了 买的 付了 付费 付款 氪金 花了 转了 续费 开通',
  },
  {
    tag: 'howTo',
    weight: 1.2,
    spoken: true,
    terms: `怎么办 咋办 怎么退 怎么弄 怎么申请 怎么处理 找谁 去哪 去哪里 在哪里 哪里申请 求助 帮忙 帮帮我 帮我 麻烦处理 处理一下 能不能 可不可以 可以吗 能吗 有没有办法 多久到账 联系客服 客服呢 客服在哪 客服不理 客服也不理 how_do_i how_to how_can_i can_i can_you who_do_i_contact who_do_i need_help please_help help_me need_a want_a i_want need_my`,
  },
  {
    tag: 'mine',
    weight: 0.8,
    terms: `我 我的 俺 本人 自己 咱 给我 我要 我想 我送 我充 我刷 我买 我花 我付 我被 我家 i my me im ive mine`,
  },
  {
    tag: 'joke',
    weight: -3.5,
    terms: `坐飞机 赶飞机 下飞机 怎么退了 怎么退出 怎么退群 怎么退游 念一下 念弹幕 有人喊 有人刷退 小品 模仿 台词 退钱哥 地铁 公交 超市 食堂 加油站 停车场 共享单车 房东 驾校 健身房 理发店 奶茶店 便利店 听说= 据说= 看到新闻 新闻说 新闻里 看新闻 上热搜 那个案子 剧里 电影里 小说里 台词= （开玩笑 我开玩笑 bushi 不是认真的 一本正经 现充 这把 这局 这波 这关 国足 国足退钱 足协 男足 海参 退钱哥 范志毅 steam 史低 两小时内 玩了一小时 玩了一个小时 游戏退款 退款了游戏 给游戏退 被疯狂退款 这游戏 游戏 dlc 3a 差评退款 预购 买断 电影票 电影 影院 演唱会 门票 退票 球票 外卖 淘宝 京东 拼多多 双十一 快递 七天无理由 网购 仅退款 又来骗钱 来骗钱 骗钱了 骗眼泪 骗我眼泪 骗感情 骗我感情 骗笑 骗我笑 骗炮 骗三连 骗赞 骗播放 骗关注 骗我入坑 骗进来 被标题骗 被封面骗 骗我进来 退退退 退退 退游 退坑 退役 退后 退下 退堂鼓 退群 退网 退圈 退团 退学 退休 退步 退潮 退烧 退热 退位 退场 退出 退散 退避 退婚 后退 撤退 败退 辞退 早退 进退 退了退了 退一步 退钱国足 赔我耳 赔我眼 赔我键盘 赔我心 赔我的心 没人管你 还我妈生鼻 还我鸡腿 还我头发 还我青春 还我时间 还我眼睛 还我耳朵 还我童年 还我妈 还我老婆 还我女儿 还我儿子 还我清白 还我人生 还钱徐睿 徐睿还钱 欠你一顿 还你 还他钱 没收到请柬 手滑打错 打错字 打错了 按错技能 误触技能 点错技能 点错人 送错人头 送人头 本来想送给你 送错buff 送分 送塔 refund_lee lee_sin refund_my_time refund_policy_in_game item_refund refund_the_item refund_that_skin refund_skin refund_the_game steam_refund scammed_by_rng rng movie ticket tickets hat_refund in_game vendor auction gold_back`,
  },
  {
    tag: 'forbid',
    weight: -3,
    terms: `怎么设置 想一直续 女孩子 男孩子 孩子们 这孩子 那孩子 谁家孩子 禁止观看 禁止打赏 不要刷 不要送 不要充 不要打赏 别刷 别送 别充 别打赏 不用送 不用刷 不要给 不能打赏 不许打赏 不准打赏 不能刷 不能充 不能送 请勿 请不要 禁止充值 禁止消费 理性消费 量力而行 要不要充 充不充 什么时候开始 有什么奖励 充电五分钟 充大会员 充会员 充电桩 充电宝 去充电 手机没电 谢谢 感谢 多谢 谢谢老板 老板大气 老板大方 怎么上舰 上舰送什么 电池多少钱 攒钱 留着吃饭 留着 省着 省点 提醒得对 提醒 保护未成年 未成年保护 青少年模式 dont_gift dont_sub save_your_money thanks_for thank_you thx ty_for`,
  },
];
