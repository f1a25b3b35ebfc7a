import type { Grammar } from './grammar.ts';

/** What people say in a live room when nothing is wrong. Written for this project. */
export const ORDINARY: Grammar = {
  slots: {
    who: '主播|你|姐姐|哥哥|老师|大佬|宝|宝贝|老婆|老公|大家|兄弟们|朋友们|房管|隔壁|他|她|我|咱们|各位|楼上|前面的|新来的|老粉|up主|弹幕|大哥|老板|小姐姐|小哥哥|主包|阿姨|我妈|我同学|我室友|我弟|孩子|妹妹',
    adv: '真|真的|好|太|超|特别|非常|有点|确实|果然|居然|竟然|已经|刚刚|一直|终于|又|还|也|都|完全|差点|终究还是|最近',
    adj: '好听|可爱|厉害|好看|温柔|有趣|搞笑|好玩|紧张|刺激|难|简单|无聊|感动|开心|难过|可怜|可怕|吓人|下饭|催泪|熟悉|奇怪|神奇|离谱|强|菜|帅|美|甜|香|稳|快|慢|贵|便宜|早|晚|困|饿|冷|热|累|忙|巧|惨|真实|优秀|专业|努力|治愈|上头',
    do: '唱歌|跳舞|打游戏|吃饭|睡觉|上班|上课|写作业|直播|下播|开播|聊天|弹琴|画画|做饭|喝水|休息|抽卡|开箱|打boss|跑图|钓鱼|练习|比赛|连麦|翻唱|读弹幕|看剧|出门|回家|洗澡|吃夜宵|减肥|学习|考试|加班|放假|旅游',
    thing:
      '这首歌|这个游戏|这把|这局|这关|这个boss|这个皮肤|新衣服|头像|背景|麦克风|声音|画质|弹幕|礼物|舰长|抽奖|歌单|剧情|结局|角色|队友|装备|技能|地图|任务|外卖|奶茶|火锅|猫|狗|天气|今天|明天|周末|昨晚|上次|那个梗|下饭操作|节奏|回放|切片|动态|视频|直播间|粉丝牌|灯牌|双马尾|耳机|键盘|椅子',
    ask: '是什么|叫什么名字|怎么玩|多少钱|在哪买|什么时候|几点|为什么|怎么回事|能不能再来一遍|可以点歌吗|还有吗|是谁|多大了|哪里人|会唱吗|能看到我吗|什么配置|怎么加团|怎么上舰|播到几点|明天播吗|吃了吗|喝的什么|在干嘛',
    tail: '|啊|呀|吗|吧|呢|哦|啦|了|哈哈|哈哈哈哈|hhh|233|！|！！|？|~|草|笑死|awsl|www|（笑|（悲|确实|捏|喵|QAQ|555|6|666|nb',
    cheer:
      '加油|冲冲冲|来了来了|晚上好|早上好|晚安|欢迎欢迎|辛苦了|恭喜|生日快乐|新年快乐|好耶|牛|太强了|tql|yyds|绝了|泪目|爷青回|破防了|蚌埠住了|笑不活了|哈哈哈哈哈|88888|666666|233333|？？？|。。。|啊啊啊啊啊|呜呜呜|嘿嘿|awsl|草|草生|典|乐|急了急了|不愧是你|就这|可以的|好的|收到|懂了|学到了|原来如此|确实|真实|合理|理解理解|同意|赞成|1|2|来了|我来了|打卡|签到|前排|第一|路过|冒泡|潜水',
    react:
      '我的妈呀|妈耶|天哪|我去|卧槽|好家伙|救命|不是吧|真的假的|吓死我了|笑死我了|急死我了|气死我了|要死了要死了|我死了|我没了|杀疯了|离谱|绝绝子|什么情况|怎么会这样|完了完了|寄了|裂开',
    game: '打野|上路|中路|下路|奶妈|坦克|输出|满血|残血|大招|闪现|开团|复活|存档|读档|掉线|卡了|延迟|匹配|排位|上分|掉分|五杀|团灭|偷家|推塔|补刀|走位|暴击|闪避|通关|速通|彩蛋|隐藏关|出生点|刷新点|资源点',
  },
  templates: `
    {cheer}|{cheer}{tail}|{react}{tail}|{react}，{thing}{adv}{adj}|{who}{adv}{adj}{tail}|{thing}{adv}{adj}{tail}|{adv}{adj}{tail}|{who}{do}{adv}{adj}{tail}|{who}{adv}会{do}{tail}|想看{who}{do}|{who}什么时候{do}{tail}|今天{do}吗|{thing}{ask}{tail}|{who}{ask}{tail}|{ask}
    |我{adv}喜欢{thing}{tail}|我也想{do}|我去{do}了{tail}|{do}去了，{cheer}|{who}快{do}|{who}别{do}了{tail}|{who}记得{do}|刚{do}回来{tail}|{adv}{do}{tail}|{game}{tail}|{game}{adv}{adj}|{who}{game}了{tail}|快{game}|小心{game}|别{game}啊|这{game}{adv}{adj}|队友{adv}{adj}{tail}|{thing}有{thing}的感觉|{thing}和{thing}哪个{adj}|感谢{who}的{thing}|谢谢{who}|{who}{cheer}|恭喜{who}|给{who}点个赞|关注了{tail}|已关注{tail}|取关是不可能的|第一次看{who}直播{tail}|看了{who}三年了|{who}的声音{adv}{adj}|这波{adv}{adj}|这也太{adj}了{tail}|有没有人觉得{thing}{adv}{adj}|我同意|不太懂{tail}|{thing}让我想起{thing}|建议{do}|建议{who}{do}|可以{do}吗|能{do}吗{tail}|下次{do}叫我|{who}笑起来{adv}{adj}|别难过{tail}|没事的{cheer}|慢慢来{tail}|不着急{tail}|注意身体{tail}|多喝水{tail}|早点休息{tail}
  `,
};

/** Words of protest against insults and prejudice, and fair talk of groups: never abuse. */
export const FAIR: Grammar = {
  slots: {
    group:
      '黑人|白人|亚裔|女性|女生|女司机|男性|男生|同性恋|河南人|东北人|上海人|北京人|广东人|新疆人|农村人|外地人|外国人|日本人|韩国人|印度人|非洲人|少数民族|残疾人|老年人|年轻人|穷人|富人|胖子|程序员|学生|家庭主妇|单亲妈妈|留守儿童|维族人|回族人|藏族人|江苏人|安徽人|四川人|湖北人|武汉人|台湾人|香港人',
    bad: '歧视|偏见|种族歧视|性别歧视|地域歧视|地域黑|仇恨|侮辱|贬低|刻板印象|污名化|辱骂|嘲笑|霸凌|网络暴力|标签化|区别对待|不尊重',
    good: '尊重|平等对待|理解|包容|支持|善待|关心|公平对待|友好相处|反思自己',
    fact: '很多也很善良|也有好有坏|和我们一样|不应该被这样对待|值得尊重|也要上班养家|只是少数人的问题|在历史上受过很多苦|为社会做了很多贡献|其实都挺热情的|有自己的文化|也是普通人|大部分都是好人|不该被贴标签',
    who: '我们|大家|每个人|社会|媒体|法律|学校|公司|网友',
  },
  templates: `反对{bad}{group}|{who}应该{good}{group}|不要{bad}{group}|{group}{fact}|我认识的{group}{fact}|{bad}{group}是不对的|抵制{bad}|拒绝{bad}，从我做起|{bad}不可取|为什么要{bad}{group}呢|{group}不应该受到{bad}|{who}都有责任消除对{group}的{bad}|网上对{group}的{bad}太多了|希望{who}能{good}{group}|{group}也是人，应该{good}|不是所有{group}都这样|不能因为个别人就{bad}所有{group}|这种{bad}的言论真的不好|请停止{bad}{group}|{group}被{bad}的现象依然存在|研究显示{group}仍然面临{bad}|{bad}{group}的人才有问题|我是{group}，{fact}|我朋友是{group}，人很好|{who}需要{good}，而不是{bad}|{group}的权益应该得到保障|说{group}不好的都是{bad}|黑人的命也是命|男女平等|{group}里有好人也有坏人，不能一概而论|作为{group}我觉得{bad}很伤人|{bad}是违法的|支持{group}维护自己的权利|{group}遭遇{bad}，{who}应该发声|别再{bad}了，{who}都不容易`,
};

/** News, facts and fair questions about groups of people: to name a group is no offence. */
export const NEUTRAL: Grammar = {
  slots: {
    group:
      '黑人|白人|非裔|亚裔|华人|犹太人|穆斯林|女性|女生|女人|女孩|妈妈们|男性|男生|男人|男孩|同性恋者|河南人|东北人|上海人|北京人|广东人|新疆人|西藏人|内蒙古人|山东人|四川人|湖北人|外地人|本地人|农民工|外国人|日本人|韩国人|印度人|美国人|非洲人|欧洲人|少数民族|维吾尔族|回族|藏族|残障人士|老年人|年轻人|单亲家庭|全职妈妈|职场女性|女司机|女博士|程序员|留学生|移民|难民|港澳同胞|台湾同胞',
    place:
      '美国|英国|法国|非洲|日本|韩国|印度|中国|北京|上海|广东|河南|东北|新疆|香港|台湾|职场|学校|社会上|网络上|历史上|电影里|小说里|公司里|社区里|大城市|农村',
    topic:
      '就业|教育|收入|医疗|婚姻|生育|养老|安全|权益|形象|地位|文化|饮食|方言|音乐|节日|服饰|历史|移民|语言|宗教信仰|家庭分工|彩礼|高考加分|平权法案|同工同酬|产假|家暴|性骚扰|校园霸凌|刻板印象|歧视|犯罪率|选举权|抗议活动|暴力执法|奴隶制|殖民历史|民族政策',
    say: '据报道|研究显示|数据表明|有调查说|老师说|书上写|新闻里说|专家认为|纪录片里讲|法律规定|我认为|个人觉得|有人问|其实|事实上|客观来说|从数据看|这几年',
    fact: '正在改善|差异很大|因人而异|引发了讨论|引发了抗议|受到关注|被写进了法律|是个复杂的问题|需要更多研究|有历史原因|和经济发展有关|不能一概而论|值得反思|在逐步提高|仍然不容乐观|得到了保障|比十年前好多了|与地区有关',
    did: '工作|生活|上学|结婚|创业|打拼|参军|做研究|演电影|打篮球|做志愿者|参加选举|照顾家庭|学中文',
    ask: '怎么看待|如何保护|为什么会出现|怎样改善|谁来关心|有哪些关于|怎么理解|能不能聊聊',
  },
  templates: `{say}{place}{group}的{topic}{fact}|{say}，{group}在{place}的{topic}{fact}|{ask}{place}{group}的{topic}问题|{place}的{group}越来越多地{did}|我认识一个在{place}{did}的{group}|昨天看了一部讲{group}{topic}的纪录片|{group}和{group}的{topic}有什么不同|{say}{group}遭遇{topic}的比例{fact}|{group}的{topic}{fact}，和{place}的情况不一样|{place}{group}{did}的故事很感人|关于{group}的{topic}，{say}{fact}|{say}应该听听{group}自己怎么说|{group}也会遇到{topic}的困难|请问{place}{group}的{topic}政策是什么|{place}对{group}的{topic}{fact}，大家怎么看|{group}被误解是因为媒体的{topic}报道|{group}{did}的时候常被问到{topic}|我作为{group}在{place}{did}了五年，感觉{topic}{fact}|{place}出台了保护{group}{topic}的规定|{say}，{group}的比例在{place}{fact}|{group}为{place}的{topic}做了贡献|{place}警方对{group}的{topic}{fact}|{group}的{topic}引发了全国讨论|同样{did}，{group}的{topic}却不同，这不公平|{group}受害者不应该被指责|嘲笑{group}的{topic}很没有礼貌|{topic}不是一句口号，要从{place}做起`,
};

/** Ordinary chat in English. */
export const ORDINARY_ENGLISH: Grammar = {
  slots: {
    who: 'you|streamer|chat|mods|bro|he|she|this guy|everyone|we|i|they',
    adj: 'good|great|insane|cute|funny|amazing|clean|cracked|lucky|unlucky|sad|hype|cozy|loud|quiet|hard|easy|weird|cool|nice|crazy|sick|clutch|based',
    thing:
      'game|song|run|boss|map|stream|skin|build|play|aim|voice|outfit|cat|music|raid|loot|drop|ending|level|team|emote|sub|gift|setup|mic',
    cheer:
      'gg|lol|lmao|pog|poggers|hi|hello|hey chat|gn|good morning|good night|nice|wow|lets go|lets goo|first|hype|W|kekw|love it|clip it|yes|no|true|same|rip|f|congrats|happy birthday|welcome|ty|thanks|brb|back',
  },
  templates: `{cheer}|{cheer} {cheer}|{who} so {adj}|that was {adj}|this {thing} is {adj}|what {thing} is this|love this {thing}|how do you play this {thing}|when is the next {thing}|{cheer} {who}|nice {thing}|that {thing} was {adj}|can you play my favorite {thing}|how long is the {thing} today|{who} got {adj} {thing}|i love your {thing}|where can i get that {thing}|is this {thing} {adj}|thanks for the {thing}|thank you for the {thing}|what a {adj} {thing}|{adj} {thing} {cheer}|{who} {adj} today|have a {adj} day|just got here what happened|are you playing tomorrow|what rank are you|best {thing} ever|not {adj} at all|kinda {adj} ngl`,
};
