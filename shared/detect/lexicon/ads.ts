import type { TermGroup } from './term.ts';

/** What advertisements in chat are made of. One of these alone means little; two together do. */
export const ADS: readonly TermGroup[] = [
  {
    tag: 'contact',
    weight: 2.2,
    spoken: true,
    terms: `微信 薇信 威信 溦信 微 薇 v信 vx wx weixin 微信号 微信群 加v 加薇 加微 加vx 加wx v我 加我v 我的v 扣扣 扣扣群 qq q群 扣群 企鹅号 企鹅群 群号 裙号 加群 进群 加裙 进裙 入群 加q 加扣 扣我 电报= 电报群 纸飞机 飞机群 telegram tg whatsapp line号 手机号 电话号 联系方式 联系电话 联系我 私聊我 私信我 私我 加我 加好友 加个好友 滴滴我 戳我 找我拿 公众号 公种号 公号 小程序 扫码 扫我 二维码 店铺 某宝 淘宝店 淘宝搜 闲鱼搜 抖音搜 快手搜 头像联系 discord dm_me add_me contact_me message_me hit_me_up text_me my_discord whats_app`,
  },
  {
    tag: 'contact',
    weight: 1.3,
    spoken: true,
    terms:
      '群 群里 群号是 君羊 裙里 围信 微❤ 徽信 徽芯 徵信 葳信 v❤ q号 扣号 ins推特 推特 x号 facebook snapchat kik',
  },
  {
    tag: 'profile',
    weight: 3.4,
    spoken: true,
    terms: `看我头像 看头像 点头像 点我头像 我头像 我的头像 戳头像 扫我头像 头像有 有头像 像有头 有像头 看我主页 我主页 点我主页 进我主页 主页有 看我资料 我资料 看资料 资料有 资料里有 我的资料 点开我 点我 戳我 点开资料 看我简介 简介有 看我签名 我签名 看签名 签名有 签名是 签名看 个签 个性签名 看我昵称 我昵称= 看昵称 我的昵称= 昵称有 昵称看 我的昵称你看 点我昵称 看我名字 看我id 我的id 俺のid 僕のid 私のid 僕id 俺id 看id 看这个id 点我id 妹的id 妹妹的id 看我动态 动态有 看我空间 我空间 看我置顶 置顶动态 看我视频 我的直播间 来我直播间 来我房间 看我房间 站内搜 站内查 b站搜 b站id check_my_profile check_my_bio my_bio link_in_bio link_in_my_bio see_my_profile to_my_channel on_my_channel see_my_channel check_out_my come_to_my_stream check_my_channel visit_my`,
  },
  {
    tag: 'lure',
    weight: 1.8,
    spoken: true,
    terms: `看小姐姐 看妹妹洗澡 洗澡 全网最低 最低价 手慢无 秒到 送现金 速领 抖音搜= 抖音搜索 快手搜= 领优惠 领优惠券 领皮肤 免费看 免费看片 看片 自取 懂得来 速加 想赚钱 想赚钱的 要资源 要资源的 想变强 低价 便宜出 优惠多多 follow_for_follow f4f sub4sub sub_for_sub follow_back 百度 度娘 摆度 佰度 百渡 谷歌 输入下 快去搜 快去 马上就 你看后 看了必 看后 免费领 免费送 免费拿 免费看 免费资源 福利= 福丽 福力 有福利 看福利 资源= 资圆 资源群 最新资源 各国资源 国产资源 国产 无码 有码 动作片 小电影 小视频 视频资源 私密视频 在线观看 点击观看 点击链接 点链接 点击下方 复制链接 链接在 领红包 抢红包群 红包群 红包封面 领取 领现金 送现金 现金红包 新人红包 扫码领 免费试看 试看 名额有限= 先到先得 限时优惠 优惠券 内部券 返现 返利 佣金 推广费 百度搜 百度查 百度输入 百度搜索 度娘搜 度娘查 度娘输入 用百度 去百度 用度查 谷歌搜 搜一下 搜索 一搜便知 马上和谐 速来 快来看 看了必 看完必 不看后悔 秒懂 懂的来 free_gift free_skins free_vbucks free_robux gift_card giveaway_link click_here click_the_link promo_code use_code discount limited_offer earn_money make_money passive_income dollars_a_day crypto_signals airdrop free_bits free_followers`,
  },
  {
    tag: 'goods',
    weight: 2.4,
    spoken: true,
    terms: `出个号 出个账号 满皮肤 收米 收礼物 收网红 招打字 打字员 一单一结 免费课 外面卖 一千粉 千粉 百粉 涨粉丝 送话费 送流量 首充送 充值送 领牛股 牛股 领资料 学赚钱 想学赚钱 带你赚钱 拉新 app领 扫码领 注册送 nitro free_nitro buy_bits cheap_bits become_a_partner streamboost 出租王者 王者号 出租号 租号 低价skr 专业代打 专业代练 不成功不收费 收徒 收徒弟 带徒弟 教你做 教你赚 短视频变现 日入 日入过千 月入两万 副业赚钱 内部票 稳中 充一百送 充100送 人民币礼物 礼物折扣 礼物五折 会员低价 低价会员 便宜会员 低价钻石 视频会员 充会员低 打折充值 好玩的平台 打工人福利 viewbot view_bot sell_accounts i_sell selling_accounts account_shop 代练 代打 代肝 代充 代刷 代抽 代购 代挂 陪玩接单 接单 上分 带上分 包上分 上王者 出号 卖号 收号 租号 买号 号商 低价出 低价充 折扣充 折扣点券 便宜充 刷粉 涨粉 买粉 加粉 粉丝购买 刷赞 刷人气 买人气 刷礼物平台 刷播放 刷单 刷信誉 兼职 日结 日赚 月入 月赚 躺赚 赚钱项目 网赚 副业 手机赚钱 在家赚钱 打字员 宝妈兼职 招代理 招兼职 招聘 招收 诚招 招主播 公会招 贷款 借款 网贷 无抵押 秒到账 信用卡套现 套现 花呗 代开 发票 办证 刻章 外挂 辅助卖 卖挂 透视自瞄 科技群 脚本= 加速器 机场 梯子 翻墙 vpn 彩票 博彩 赌博 赌场 下注 投注= 棋牌 百家乐 时时彩 六合彩 赛车群 计划群 带你赚 稳赚 稳赚不赔 股票群 荐股 涨停 牛股 老师带 内幕 外汇 比特币 虚拟币 减肥药 减肥茶 增高 丰胸 壮阳 祛痘 祛斑 面膜代理 微商 高仿 莆田 a货 精仿 复刻 鞋厂 批发 货源 一手货源 厂家直销 清仓 buy_followers buy_viewers cheap_followers cheap_viewers best_viewers best_cheap_viewers become_famous want_to_become_famous primes_and_viewers followers_and_viewers grow_your_channel grow_your_stream boost_your boosting_service elo_boost account_for_sale cheap_gold sell_gold graphic_designer gfx_designer emote_artist custom_emotes overlays_and panels_and i_can_design logo_design seo_service forex_trading trading_mentor investment_platform bitcoin_investment cash_app onlyfans casino betting`,
  },
  {
    tag: 'adult',
    weight: 3.2,
    spoken: true,
    terms: `妹子上门 上门 同城妹 同城妹子 附近妹 私密= 私密视频 秘密视频 mimi的视频 mimi视频 mimi 黄段 黄片 橙人 呈人 国产动作 必爽= 看了必爽 让你爽翻 爽翻 自位 自慰视频 求哥哥 求调教 射不舒服 老二 下面肯定 肯定硬 吊瞬间 约炮 约泡 裸聊= 果聊 文爱 磕炮 语音磕 上门服务 上门妹 包夜 楼凤 品茶 喝茶资源 学生妹 同城约 同城交友 附近妹子 寂寞少妇 少妇 空姐兼职 模特兼职 外围 援交 一夜情 小姐姐陪聊 在线陪聊 陪聊 看黄 黄片 黄色网站 黄色视频 成人网站 成人视频 成人片 av资源 av网站 色情 涩图群 福利姬 草榴 伦理片 三级片 看了必硬 看了会射 射精 马上翘起 瞬间翘起 肯定会硬 必硬= 必射= 让你爽 让你舒服 不舒服就回来 翘起 瞬间翘 马上翘 看硬了 硬了 射得 成人连接 成人链接 黄色 有黄 色片 激情视频 激情直播 动作片 求调教 草比 面给你吃 给你看奶 看奶= 看胸= 看妹妹 妹妹自慰 自慰视频 自慰 萝莉自 萝莉视频 私房照 大尺度 无删减 hot_girls single_girls sexy_girls nudes porn xxx_video sex_chat sex_cam`,
  },
  {
    tag: 'contact',
    weight: 2,
    spoken: true,
    terms: `加企鹅 加蝙蝠 加土豆 加飞机 加绿 来找我= 的来找我 hmu add_snap add_me_on my_snap join_our join_my_group 胃星号 微星号 绿泡泡 绿色软件 vx号 扣扣号 秋秋号 球球号 企鹅裙 扣裙 君羊号 dd我 滴我 私戳 私聊领 私信领 要的私 要的滴滴 要的滴 有意私= 备注来意 备注进 搜我 电联= 同号= 微信同号 飞机号= tg号 加客服 咨询加 联系客服微信 add_my_discord my_telegram on_telegram on_whatsapp contact_me_on dm_for dm_me_for add_skype on_insta message_on`,
  },
  {
    tag: 'goods',
    weight: 2.4,
    spoken: true,
    terms: `买卖账号 买卖游戏账号 账号买卖 一星三块 一星两块 一星五块 一小时二十 出黑卡 黑卡 解封微信的 辅助解封 时薪 当天放款 低息贷款 低息 半月二十斤 想瘦的 官方渠道秒 selling_accs selling_lvl lvl_30_accs accs_for_sale i_do_emotes for_cheap emotes_for_cheap channel_noticed promo_pack follow_everyone_back follow_back_everyone win_real_money real_money_at crypto_group free_iphone 代写 代做作业 论文代发 论文代写 网课代刷 作业代写 毕业设计代 高价回收 高价收 低价回收 收微信号 收抖音号 老号高价 实名号 实名微信 注册卡 手机卡批发 流量卡 六折代充 五折代充 点券代充 先到账后付款 跟单 内幕消息 带单 导师带单 包赔 线上娱乐 真人荷官 荷官 彩金 首存 存送 送彩金 秒下款 下款 不看征信 黑户可 文凭办理 学历提升 学信网可查 考证包过 驾照消分 迷药 听话水 催情 手工活 日结 一天一百五 跟我做项目 做项目 月入过万 宝妈学生 宝妈= 刷播放 刷评论 刷观看 刷榜 买观众 互关互 互关必回 关注必回 有关必回 秒回关 互粉 互赞 滞销 橱窗里 在我橱窗 看姻缘 准再付 准的再付钱 塔罗接单 接单中 承接各 各种会员 会员低价 会员五折 会员元一月 爱奇艺会员 腾讯会员 视频会员 话费充值折 加油卡 发票代开 各行业发票 网盘自取 全网资源 资源合集 免费领皮肤 抽苹果 加群领 送皮肤 promote_your promote_your_channel promo_for double_your free_robux free_nudes robux csgodrop get_free_skins earn_500 a_day_from_home from_home work_from_home graphics_and_overlays make_graphics overlays_for viewboost streamgrow boosting cheap_boosting followers_cheap viewers_cheap viewers_and_followers followers_on cheap_prices crypto_king bitcoin_telegram`,
  },
  {
    tag: 'adult',
    weight: 3,
    spoken: true,
    terms: `全国空降 空降妹 同城可约 可约 约同城 附近的妹 附近妹 单身的来 不一样的直播 深夜直播间 大秀 裸舞 福利姬 视频一对一 私密照 听话药 原味丝袜 free_nudes my_nudes onlyfans_link`,
  },
  {
    tag: 'invite',
    weight: 1,
    terms: '加 搜 查 点 看 戳 进 来 找 领 扫 + 添加 add click visit go_to join check',
  },
];

/** Talk about the same things that sells nothing. */
export const ADS_BENIGN = `
  discord_link discord_pls is_there_a_discord whats_the_discord what_discord the_discord your_discord 看你主页 你主页有 你的主页 看了你的 你头像 你的头像 他头像 头像哪来 红包封面 加油 加速 加载 加班 加血 加点 加一 加我一个 加入 参加 增加 更加 加强 加拿大 加菲 加特林 微笑 微妙 微微 微博 稍微 轻微 薇娅 蔷薇 紫薇 私信主播 私信我男 主播微信 主播的微信 主播加微信 有微信吗 有群吗 有粉丝群吗 粉丝群多少 怎么加群 群号多少 求群号 主播群 粉丝群 主播的群 舰长群 进群吗 刚进群 头像好看 头像可爱 换头像 主播头像 这头像 新头像 主播代练 国产游戏 国产剧 国产动画 国产车 资源点 资源包 资源管理 资源不够 资源多 福利社 员工福利 福利局 粉丝福利 开福利 发福利 抢红包 发红包 主播发红包 红包雨 红包手慢 加速器延迟 二维码在哪 扫码登录 机场 兼职好累 打兼职 招聘会 上班
`;
