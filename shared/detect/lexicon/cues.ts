import type { TermGroup } from './term.ts';

/** Words around an insult: at whom it is aimed, what it speaks of, and what takes it back. */
export const CUES: readonly TermGroup[] = [
  {
    tag: 'target',
    weight: 1,
    disguised: false,
    terms: `你 您 尼 泥 你们 你这 你个 你是 你真 你就 你妈 你全家 你爹 你爸 你娘 主播 煮播 猪播 播主 房管 场控 管理 up主 阿婆主 楼上 楼下 前面的 上面的 后面的 那个人 这个人 这人 那人 这货 那货 这逼 那逼 这主播 这女的 这男的 这女人 这男人 那女的 那男的 某人 某些人 有些人 弹幕 粉丝 你粉丝 他 她 它 他们 她们 这种人 这帮人 这群人 一群 一帮 这群 这帮 这些人 大哥榜一 榜一 对面主播 这丫头 死丫头 这娘们 老娘们 这老头 这小子 姓 滚出 全家 祖宗 爹妈 父母 尔等 汝
      you your youre ur u yours yourself urself streamer mod mods chat this_guy this_girl this_dude this_bitch that_guy that_girl he she him her hes shes they them`,
  },
  {
    tag: 'self',
    weight: 1,
    terms: `我是 我就是 我真是 我真 我太 我好 我像 我才是 我也是 我变 我自己 自己是 我这个 我这种 我个 我有 我快 我要 我都 我又 骂我 说我 打我 杀我 笑我 我妈 我的 本人 俺 i_am im i_feel me my myself i_was`,
  },
  {
    tag: 'thing',
    weight: 1,
    terms: `游戏 队友 电脑 网络 网速 服务器 延迟 手机 键盘 鼠标 天气 作业 老板 boss 怪物 小怪 这怪 这关 这波 这局 这把 这图 这枪 这车 匹配 机制 策划 运营 系统 操作 走位 手速 运气 抽卡 卡池 爆率 装备 英雄 技能 剧情 编剧 导演 反派 npc ai 电脑人 b站 哔哩 叔叔 小破站 弹幕姬 音效 音质 画质 麦克风 耳机 摄像头 直播姬 翻译 字幕 外卖 食堂 学校 考试 数学 高数 英语 公司 加班 上班 资本家 腾讯 网易 米哈游 微软 索尼 育碧 暴雪 steam bug 外挂 优化 画面 建模 地图 手柄 信号 宽带 主机 显卡 生活 人生 现实 世界 社会 天花板 牌 骰子 脸黑 非酋
      game games teammates team lag server servers internet wifi ping pc laptop keyboard mouse weather boss_fight rng luck queue matchmaking map gun this_level this_boss ai bot bots patch devs update ad ads`,
  },
  {
    tag: 'laugh',
    weight: 1,
    terms: `哈哈 哈哈哈 哈 hh hhh hhhh 笑死 草 233 2333 xs 狗头 doge 手动狗头 调皮 滑稽 蚌埠住 绷不住 乐 xswl 笑哭 吃瓜 捂脸 233333 lol lmao lmfao rofl jk kidding just_kidding kekw omegalul lul haha hahaha kappa`,
  },
  {
    tag: 'quote',
    weight: 1,
    terms: `他说 她说 他们说 有人说 有人骂 骂了 被骂 骂人 谁骂 别骂 不要骂 不准骂 别说 有人刷 歌词 台词 电影里 书里 剧里 念出来 原话 梗 外号 昵称 名字叫 改名 什么意思 是什么意思 为什么叫 怎么读 怎么念 someone_said he_said she_said they_said dont_say dont_call stop_calling called_me lyrics quote whats_a what_does`,
  },
  {
    tag: 'negate',
    weight: 1,
    terms:
      '不是 才不是 并不 没有 别 不要 不许 不能 不准 不会 不可以 请勿 禁止 反对 拒绝 不该 别再 dont not never isnt arent aint',
  },
];
