import type { Grammar } from './grammar.ts';

const COMMON = {
  do: '禁言|禁|封|踢|拉黑|封号|屏蔽|禁麦|关小黑屋|限制发言|ban|移出房间|永封|关了禁闭|jy|禁了言|限流|封禁',
  done: '被禁言了|被禁了|被封了|被踢了|被拉黑了|被屏蔽了|被ban了|说不了话|发不了弹幕|发不出弹幕|发不了言|打不了字|进小黑屋了|被关小黑屋|被限制发言|被永封|进不来了|被jy了|被移出去了|被限流了|被全站禁言|没法说话|弹幕发不出去|弹幕别人看不到|评论发不了|被拉进黑名单|被处罚了|被警告了|被系统禁了|号没了|被误封|被误禁',
  why: '为什么|为啥|凭什么|凭啥|干嘛|怎么|咋|什么原因|因为啥|何故|什么理由|做错了啥|犯了哪条|违反了什么规定',
  me: '我|俺|我号|我大号|我小号|我的号|我上一个号|本人|人家|我账号|咱',
  friend:
    '我朋友|我兄弟|我室友|我闺蜜|我同学|我对象|我哥们|群友|我弟|我老婆|他|她|那个老哥|一个老粉|我同事|我表哥',
  clean:
    '我什么都没说|我没刷屏|我没骂人|我就说了一句话|我没违规|我只是路过|我就问了个问题|没做什么啊|我就发了个表情|我就打了个问号|我发的是正常弹幕|我只说了晚安|我就夸了一句|我说的是事实|我在夸主播啊|我都没说话|我刚进来|我潜水的|我从来不骂人|我就复读了一下|我跟着大家发的|我引用别人的话|我在回别人|是他先骂我|我是被骂的那个|我打错字了|我复制错了|输入法打错了|我弟拿我手机发的|不是我本人发的|号被盗了不是我发的|我玩梗而已|开个玩笑|我在说游戏|我说的是游戏角色|我说的不是你们想的那个意思|断章取义|我只是提个建议|我就说了句实话',
  mod: '房管|管理|主播|场控|超管|有没有房管|管理员|管理大大|房管大人|房管哥哥|房管姐姐|官方|客服|版主|各位管理|主播大大|up|',
  rel: '解封|解禁|解除禁言|放我出来|解一下|取消禁言|恢复发言|移出黑名单|解开|放出来|撤销处罚|解除限制|把我放出来|解了|恢复一下|放我一马|网开一面|高抬贵手|减刑|从轻处理|提前释放|解除封禁|取消拉黑|拉回来|unban|解j|把禁言去掉|把处罚撤了|让我说话|给我解了',
  sorry:
    '我知道错了|我错了|下次不敢了|以后不刷屏了|保证不再犯|对不起|我道歉|我认错|我深刻反省|写检讨行吗|我再也不乱说了|一时冲动|昨天喝多了|刚才激动了|不懂规矩|第一次来不知道规矩|不知道不能发|下次注意|我改|我悔过|给次机会|给个机会|再给一次机会|求原谅|消消气|一定遵守规则',
  end: '|||啊|吧|呢|？|！|求求了|谢谢|拜托|可以吗|行吗|行不行|好不好|😭|🙏|？？|了|嘛|呗|求解释|求告知|求回复|在线等|。|...|呜呜|大哥|捏|哦|喵',
  long: '多久|几天|到什么时候|什么时候结束|什么时候到期|还要多久|几小时|多长时间|啥时候解|啥时候放出来|还剩多久|什么时候能说话|什么时候恢复',
  d: '1|3|5|7|10|15|24|30|三|七|两|半',
  u: '天|小时|分钟|个月|个小时|年',
} as const;

/** Families of appeals in Chinese. Written for this project. */
export const APPEAL_FAMILIES: Readonly<Record<string, Grammar>> = {
  why: {
    slots: COMMON,
    templates: `{why}{do}{me}{end}|{clean}{why}{do}{me}{end}|{me}{done}{why}{end}|{me}{why}{done}{end}|{mod}{why}{do}{me}{end}|{me}{done}，{why}{end}|{why}不让我说话{end}|{why}我发不了言{end}|{why}我{done}|{clean}，{why}{done}|{clean}，就{done}{end}|{clean}就{do}我{end}|谁{do}的我{end}|谁把我{do}了{end}|哪个房管{do}的我{end}|是谁{do}了我，出来说清楚|请问我{done}是{why}{end}|{me}到底违反了什么{end}，{done}|{me}{do}理由是什么{end}|能告诉我{do}的理由吗{end}|求个理由，{done}|给个理由{end}，{done}|封我的理由呢|{do}我总要有个理由吧|连理由都没有就{do}我|没说原因就{do}{d}{u}|一进来就{done}{end}|刚进直播间就{done}{end}|睡一觉起来{done}{end}|好久没来一来就{done}|昨天还好好的今天{done}|突然就{done}{end}|不知道怎么就{done}|啥情况我{done}|什么情况，怎么{done}|这就{do}了？{clean}|至于吗，{clean}就{do}我|不至于吧{do}我{d}{u}|{do}我{d}{u}是不是太狠了|{do}{d}{u}过分了吧，{clean}|别人发没事我发就{done}|同样的话凭什么只{do}我|骂人的不{do}，{do}我{end}|他骂人没事我{done}|光{do}我不{do}他{end}|双标，{do}我不{do}他|{why}删我弹幕{end}|{why}撤回我的弹幕{end}|我的弹幕{why}被删{end}|我发的{why}看不见{end}|弹幕被吞了，{clean}|弹幕老是被吞{end}是不是{done}|发什么都被吞，{why}|一发就没，什么词违规了{end}|哪个词触发了，{clean}|{clean}，系统判我违规|系统误判了吧，{clean}|机器人误判{do}我|自动{do}是不是坏了，{clean}|说我是广告，{clean}|说我刷屏，{clean}|{clean}也算违规？|{clean}都能{do}？|提示我{done}，求解释|显示{done}怎么回事{end}|发弹幕提示被管理员{do}{end}|进直播间提示{done}{end}`,
  },
  release: {
    slots: COMMON,
    templates: `{mod}{rel}{end}|{mod}帮{me}{rel}{end}|{mod}能不能给{me}{rel}{end}|求{rel}{end}|{me}{done}，{rel}{end}|{sorry}，{rel}{end}|{sorry}能{rel}吗|{sorry}{rel}{end}|{mod}{sorry}{end}，{rel}|{mod}我{sorry}，{rel}{end}|{done}{d}{u}了，{rel}{end}|都{d}{u}了，能{rel}了吗|关了{d}{u}了{rel}{end}|{clean}，{rel}{end}|可以{rel}吗{end}|什么时候{rel}{end}|请问怎么{rel}{end}|怎么才能{rel}{end}|申请{rel}{end}|能申请{rel}吗|怎么申诉{end}，{done}|在哪申诉{end}，{done}|{do}怎么申诉{end}|{do}申诉去哪里{end}|申诉了没人理{end}，{done}|申诉{d}次了都不给{rel}|提交申诉{d}天了{end}|我要申诉，{clean}|麻烦{mod}看下我的申诉|麻烦{mod}查一下，我应该是{done}|请人工复核一下，{done}|请核实一下，{clean}|{mod}在吗，帮忙{rel}|{mod}大人开恩{end}|{mod}饶了我吧，{done}|放过我吧{end}，{done}|求放过，{sorry}|{sorry}，别{do}我|{sorry}别{do}我大号|别{do}我{sorry}|不要{do}我，{sorry}|检讨写好了，{rel}{end}|{sorry}，小黑屋太难受了|小黑屋好黑，{rel}|在小黑屋蹲了{d}{u}了|坐牢{d}{u}了，{rel}{end}|大号还在坐牢，{rel}|{me}{done}，这是小号，{rel}|小号来的，大号{done}{end}|换小号来求个情，大号{done}|用小号问下大号{why}{done}|大号被你们{do}了，{rel}|充了钱的号也{do}，{rel}|我可是舰长啊也{do}我|三年老粉说{do}就{do}|老粉也{do}，寒心|{do}我可以，先说{why}|黑名单里待了半年了，{rel}|把我从黑名单{rel}{end}|把我的处罚{rel}{end}|{mod}把我{do}了，主播帮忙说说|主播救我，房管{do}我|主播能跟房管说说别{do}我吗`,
  },
  long: {
    slots: COMMON,
    templates: `{do}要{long}{end}|{me}{done}要{long}{end}|{me}{do}{long}{end}|请问{me}{done}，{long}{end}|{do}{long}啊{end}|{done}{long}{end}|这{do}是{long}的{end}|{do}是永久的吗{end}，{done}|一般{do}{long}，我{done}|小黑屋{long}{end}|{do}我{long}{end}|{mod}请问我的{do}{long}|{done}怎么看{long}|{do}结束了吗{end}我试试|解禁了吗？测试|能看到我弹幕吗，{done}|测试一下还{done}吗|我出来了吗，能看见吗|终于放出来了，{why}{do}我|刚放出来，{why}{do}我{d}{u}|出狱了，{why}{do}我|刑满释放，所以{why}{do}我|{d}{u}到了怎么还没{rel}|说好{d}{u}的怎么还没{rel}|{do}时间到了还是{done}`,
  },
  wrong: {
    slots: COMMON,
    templates: `{me}被误{do}了{end}|误{do}了吧，{clean}|误封{end}|误禁{end}|误伤啊，{clean}|误会啊{mod}，{clean}|误会一场，{clean}，{rel}|冤枉啊，{clean}|冤死了，{clean}|太冤了，{done}|我冤，{clean}就{do}我|比窦娥还冤，{done}|青天大老爷，{done}|{mod}{do}错人了|{mod}是不是{do}错人了{end}|{do}错了吧，{clean}|是不是点错了，把我{do}了|手滑把我{do}了吧|认错人了吧，{clean}|{mod}乱{do}人|{mod}乱{do}，有没有人管|{mod}滥用权限{do}{me}|无缘无故{do}{me}|莫名其妙就{done}|平白无故{done}{end}|房管公报私仇{do}我|得罪房管就{do}我|房管看我不爽就{do}|针对我是吧，老{do}我|天天{do}我，针对我？|权力真大，说{do}就{do}|不服，{clean}|不服气，凭什么{do}我|我不服{do}{end}|{done}不服，要申诉|{clean}，判错了|处罚不合理，{clean}|{do}得没道理，{clean}|要求给个说法，{done}|{mod}出来解释一下{do}我的事|我有录屏，{clean}，{do}错了|我有截图证明{clean}`,
  },
  friend: {
    slots: COMMON,
    templates: `{mod}能不能给{friend}{rel}{end}|{friend}{done}，{rel}{end}|{friend}{done}了，{why}{end}|帮{friend}{rel}{end}|{friend}不是故意的，{rel}{end}|{friend}托我问下{why}{done}|{friend}让我来问{why}{do}他|替{friend}求个情，{done}|给{friend}求个情{end}|{friend}人很好的，{rel}吧|{friend}没说什么{why}{do}他|{friend}被误{do}了{end}|刚才{friend}被误{do}了吧|好像误{do}了一个人，{rel}|有人被误{do}了，{mod}看看|{friend}说{sorry}，{rel}|{friend}的号{done}，能{rel}吗|能把{friend}放出来吗{end}|放了{friend}吧，他{sorry}|{friend}就开了个玩笑，{do}他干嘛`,
  },
  sarcastic: {
    slots: COMMON,
    templates: `说句实话就{do}，666|真厉害，{clean}都能{do}|好大的官威，{do}我|房管好威风，{clean}就{do}|言论自由？{clean}就{do}我|玻璃心，{clean}就{do}我|一言不合就{do}{end}|提意见就{do}，牛|只许夸不许说是吧，{do}我|不夸就{do}是吧|说真话就被{do}，懂了|房管怕了，{do}我|心虚了所以{do}我|{do}我也没用，{clean}|堵嘴第一名，{do}我{d}{u}|送我{d}{u}禁言大礼包，{why}|喜提{do}{d}{u}，{why}|喜提小黑屋，{clean}|恭喜我又{done}|又{done}，习惯了，{why}这次|第{d}次{done}了，{why}|我又双叒{done}|可以可以，问一句就{do}|您说{do}就{do}，理由都懒得编`,
  },
  direct: {
    slots: {
      ...COMMON,
      who: '房管|管理|机器人|系统|主播|超管|你们|管理员',
      i: '我|俺|我真的|我明明|人家|我又',
      good: '在劝架|在帮主播说话|在回答问题|在夸她|是来看直播的|是老粉|是舰长|不是机器人|不是广告|没有恶意|不会骂人|只想聊天|是新人|就发了一次|第一次违规',
    },
    templates: `被踢出来{d}次了{end}|怎么老把我踢出来{end}|一进来就被踢{end}|老是被踢{end}|被踢出去了什么情况|弹幕怎么没有了{end}，我刚发的|我的弹幕呢{end}|我的弹幕怎么没了|我发的弹幕呢|我弹幕怎么不显示{end}|我说话你们看得到吗{end}|发一条删一条{end}|发一条没一条|发啥删啥{end}|怎么发什么都没{end}|发什么都被删{end}|为什么删我的{end}|{i}{good}，{do}我干嘛|{i}{good}，怎么{done}|冤啊，{i}{good}|冤枉，{i}{good}|{i}{good}，别{do}我|{i}{good}，放我出来|放我出来{end}，我要看直播|放我出来我要说话|放我出去我要发弹幕|让我出来吧|让我说句话吧{end}，{done}|我想说话{end}，{done}|我想发弹幕，{done}|想聊天，放我出来|再给我一次机会{end}|再给我一次机会，{sorry}|给我一次机会吧，{sorry}|我不乱说话了{end}|我不乱说了，{rel}|我都道歉了{end}，{rel}|我都道歉了怎么还不{rel}|都认错了怎么还{do}着我|道歉也不行吗{end}，{done}|{sorry}了还不行吗，{rel}|{do}{d}{u}也太久了吧{end}|{do}{d}{u}太久了{end}|{d}{u}也太久了，{rel}|能不能少{do}几天{end}|能短一点吗，{do}{d}{u}|{do}记录能消掉吗{end}|{do}记录会一直在吗，{done}|被{do}过还能当舰长吗，{rel}|{who}误会我了{end}|{who}误会我了，{i}{good}|{who}为什么不理我，{done}|{who}处理一下我的{do}{end}|{who}看看我，{done}|{who}你{do}错了{end}|{who}凭什么{do}{end}我|谁举报的我{end}|谁举报我{end}，{clean}|我被举报了{end}{clean}|被恶意举报{end}，{done}|被人举报{do}了{end}|{do}我也行，告诉我{why}|好歹告诉我{why}{do}|{done}也没个通知|{done}都不说一声{end}`,
  },
  indirect: {
    slots: {
      ...COMMON,
      said: '歌名|一个标点|问号|表情|数字|谐音|一句玩笑|链接|主播名字|晚安|哈哈哈|英文|日语|拼音|网址|歌词|游戏名|一个字|省略号',
      mod: '房管|管理|你们房管|管理员|场控|你们',
      temper:
        '脾气也太大了|也太严了|手也太快了|管得太宽了|是不是心情不好|太敏感了|太玻璃心|也太霸道|下手太重|是不是有私心',
    },
    templates: `我好像被屏蔽了{end}|我是不是被屏蔽了{end}|我是不是被拉黑了{end}|我是不是被禁了{end}|帮我看看我是不是{done}{end}|我发的话没人看见{end}|我说的话别人看不到{end}|我发的大家看得见吗{end}|能看到我说话吗{end}，怀疑{done}|{do}到几号{end}|{do}到几点{end}|{do}到哪天{end}|{d}{u}到了，怎么还是不能发|到期了怎么还不能说话|时间到了怎么还{done}|应该到期了呀，{why}还不能发|不是说{d}{u}吗，怎么还{done}|{friend}被你们{do}了，他想道个歉|{friend}被你们{do}了，能商量下吗|{friend}想回来{end}，{done}|我发{said}也算广告{end}|我发{said}也算刷屏{end}|我发{said}也违规{end}|发{said}也不行{end}|{said}也要{do}{end}|一个{said}也要{do}{end}|发个{said}就{do}{end}|{said}怎么就违规了|{said}是敏感词吗{end}，{done}|就因为{said}{end}|就因为我发了{said}{end}|就因为我说主播{end}|就因为我说唱跑调了{end}|就因为说了句不好听的|{mod}{temper}{end}，问一句就{do}|{mod}{temper}{end}，{clean}|{mod}{temper}，动不动就{do}|{mod}问一句就踢{end}|{mod}说一句就{do}{end}|{mod}能高抬贵手一次不|{mod}通融一下{end}|{mod}商量商量，{rel}|新人不懂规则，能解一下不|新来的不懂，{rel}|刚玩不懂规矩，{do}我干嘛|不知道不能发{said}，{rel}|永久{do}有点重了吧{end}|{do}这么久有点重{end}|处罚太重了吧{end}，{clean}|罚得有点重{end}，能轻点吗|我改名了，现在能解了吗|名字改了，{rel}|头像换了，{rel}|名字违规我改了，{rel}|{mod}{why}撤我消息|{mod}{why}撤回我的话|{why}撤我{said}|{why}吞我{said}|{why}我发{said}就没了|我是帮忙打字的，不是刷屏|我那不是刷屏{end}|我没刷屏，是卡了重复发|网卡了重复发的，不是刷屏|手机卡了连发几条，{do}我干嘛|我申请了申诉没有回音|申诉没回音{end}|申诉石沉大海{end}|申诉结果什么时候出{end}|申诉多久有结果{end}|解不解一句话|给不给解{end}|能不能解给个话{end}|到底解不解{end}|昨天的事我认{end}，能不能缩短点|我认罚，能缩短点吗|认罚，但是{d}{u}太久|能不能缩短{end}，{done}|能减点时间吗{end}，{done}|是系统自动{do}的还是人{do}的|这是系统{do}的吗{end}|是机器人{do}的我吗{end}|谁{do}的，系统还是{mod}|我说的是对面不是说主播{end}，误会了|我说的是游戏里的人，不是主播|我骂的是游戏角色，不是骂人|我在说电影，不是说主播|没有说主播的意思，误会了|我不是那个意思{end}，别{do}我|我不是黑粉{end}，{do}我干嘛`,
  },
  frames: {
    slots: {
      ...COMMON,
      wish: '明天生日想说句话|想送句祝福|要下播了想说晚安|想给主播加油|今天周年想发弹幕|有急事想问主播|想回答主播的问题|只能干看着太难受了|想跟大家聊天|主播叫我名字我回不了',
      away: '我没登录过|我在睡觉|我在上班|我根本没看直播|我那天没上线|我号借给别人了|我手机丢了|是家里小孩动的',
      look: '麻烦看下|帮忙看看|帮查一下|能查查吗|看一眼|核实一下|瞧瞧',
      rule: '禁言的规则在哪看|直播间规则在哪|规则写在哪|有没有规则说明|哪里能看违规记录|能给我看看违规记录吗|能截图给我看看吗',
    },
    templates: `{mod}{look}，{friend}是不是被误封|{mod}{look}，{me}是不是被误{do}|{look}我是不是{done}|{look}我的号，{done}|{mod}{look}我的号{end}|能不能解了我的{do}，{wish}|能解了吗，{wish}|{done}，{wish}|{wish}，{rel}{end}|{wish}可是{done}|封我之前能不能先问问|{do}之前能不能提醒一下|{do}人之前先警告一下不行吗|都不警告直接{do}|一次警告都没有就{do}我|没警告过我直接{do}|刚说了句主播菜就{done}，玩不起|说句菜就{do}，玩不起|玩不起就{do}我|说不过就{do}{end}|怼不过就{do}我{end}|一条弹幕{do}{d}{u}|一句话{do}{d}{u}{end}|就一条弹幕{do}{d}{u}，{why}|号{done}但是{away}|{away}，{why}{do}我|{away}怎么会{done}|{away}，不是我发的，{rel}|想问问为什么我的留言总是被删|想问下为什么我评论被删|想知道{why}{do}我|想请教下{done}的原因|想知道我犯了哪条{end}，{done}|我犯了哪条{end}|到底犯了哪条规矩{end}|{rule}，{done}|{rule}，我想知道我犯了哪条|{rule}，我不知道哪里违规了|我被踢了但不知道是谁踢的|不知道是谁{do}的我{end}|不知道被谁{do}了{end}|求求{mod}把我放了吧|求求{mod}{rel}{end}|以后我只发好话，{rel}|以后只夸主播，{rel}|以后只发正能量，{rel}|以后我潜水行了吧，{rel}|大号小黑屋半年了，能申请出来吗|小黑屋待了{d}{u}，能申请出来吗|是不是有人恶意举报我啊{end}|是不是有人举报我，怎么{done}|怀疑被恶意举报，{done}|弹幕被限制了{end}，求助|发言被限制了怎么办|被限制发言怎么解{end}|凭啥他能骂我不能回{end}|他先骂的凭什么{do}我|{do}要找谁解{end}|解封要找谁{end}|解封找哪个{mod}|解封流程是什么|解封怎么申请{end}|{mod}在吗，帮解个禁|{mod}在不在，{rel}|都过去这么久了，该放我出来了吧|这么久了还不{rel}{end}|关够了吧，{rel}|教训够了吧，{rel}|我认识主播，你凭啥{do}我|我是主播朋友，凭啥{do}我|我给主播刷过礼物的，凭啥{do}我`,
  },
  short: {
    slots: COMMON,
    templates: `解封|求解|求解封|求解禁|解禁呗|解了吧|放我出来|放了我吧|求放|{rel}{end}|禁我干嘛|封我干嘛|踢我干嘛|拉黑我干嘛|又禁我|又封我|又踢我|凭啥禁我|凭啥封我|凭啥踢我|咋禁我了|咋封了|为啥禁|为啥封|禁言干啥|我被禁了|我被封了|我被踢了|我号没了|我号呢|号怎么没了|谁禁的|谁封的|谁踢的|谁删的|谁删我弹幕|删我弹幕干嘛|别删我弹幕|别禁我|别封我|别踢我|不要禁言我|jy我干嘛|为啥jy|求jj|qiu jie feng|qiu jie jin|wei shen me jin wo|wei sha feng wo|bei jin yan le|ban我干嘛|为啥ban我|ban错了|求unban|误ban|怎么给我ban了|t我干嘛|把我t了|怎么t我|被t了`,
  },
};

/** Families of appeals in English. Written for this project. */
export const APPEAL_FAMILIES_ENGLISH: Readonly<Record<string, Grammar>> = {
  plea: {
    slots: {
      me: 'i|my main|my account|my friend|my alt|my buddy|my bro|my gf',
      mine: 'me|my main|my account|my friend|my buddy|my alt|him|my brother',
      do: 'banned|timed out|muted|blocked|kicked|perma banned|permad|shadowbanned|suspended|timeouted|removed|silenced|restricted',
      why: 'for nothing|for no reason|for saying hi|for a joke|for one emote|for asking a question|for a typo|unfairly|by mistake|wrongly|for quoting someone|for using caps|for a copypasta|for spam but i sent one message|for backseating once|by automod|by the bot|for a link that was fine',
      un: 'unban|unmute|untimeout|unblock|lift the ban on|let back in|forgive|release|give another chance to',
      end: '||| pls| please|?|??| lol| wtf| man| bro| thanks|!| :(| smh| come on',
      sorry:
        'sorry|my bad|i apologize|sorry about earlier|i learned my lesson|wont happen again|i was drunk sorry|i didnt know the rules|it wasnt me typing|my brother was on my account|i was just joking|i take it back',
      ban: 'ban|timeout|mute|kick|permaban',
      song: 'a song title|a joke|an emote|a quote|a link to the song|a typo|a meme|just a question',
      mod: 'mods|mod|hey mods|streamer|dear mods|can a mod|@mods|yo mods|whoever is mod|',
    },
    templates: `any mod here? i need an {un}|any mods online? im {do}|pretty sure my {ban} was a mistake|im sure the {ban} was a mistake|i think my {ban} was a mistake|could you check why i cant chat|can you check why im {do}|can you check my account, im {do}|{do} on my birthday for {song}, come on|i apologized already, {un}?|i already said sorry, {un} me|what was the {ban} reason|whats the reason for my {ban}|is my account {do} in this channel|am i {do} in this channel|did i get {do} here{end}|why did nightbot time me out|why did the bot {ban} me|why did automod {ban} me|let my friend back in, he is sorry|my friend is sorry, let him back|he is sorry, {un} him please|i dont deserve this {ban}|didnt deserve that {ban}|that {ban} is not fair{end}|never even got a warning{end} just {do}|no warning, just {do}|a warning first would be nice, im {do}|my account was hacked, thats why it got {do}|wasnt even online when i got {do}|i got {do} and i dont know why|dont know why im {do}{end}|how can i get my chat back{end}|how do i get my chat back{end}|is there a way to get {un}ned here|is there a way back in{end}|that {ban} was harsh{end}|that was a harsh {ban}{end}|a {ban} for that is too much|mod {do} me bc i disagreed|mod {do} me because i disagreed|{do} because i asked a question|my message got flagged but it was {song}|my message was blocked but it was {song}|it was just {song}, why {do}|please reconsider my ban{end}|pls reconsider{end} im {do}|can you reconsider the {ban}|my gf is {do} can you help|my friend is {do}, can you help him|can someone help, im {do}|{ban} for one emoji? ok|{ban} for {song}? ok|{ban} for saying gg, nice|been {do} all day what happened|been {do} since yesterday, why|woke up {do}{end}|came back and im {do}{end}|i cant send messages{end} did i get {do}|every message i send gets deleted{end}|stop deleting my messages{end}|why do you keep deleting what i say|mods keep deleting me{end}|tell me what i did{end} im {do}|nobody told me why im {do}|at least tell me the reason{end} {do}|is this a permanent {ban}{end}|does the {ban} expire{end}|what time does my {ban} end|bot got me{end}, i didnt spam|i didnt spam{end} why {do}|i wasnt spamming{end}|sorry mods, can i chat again{end}|can i chat again{end}|can i talk again{end}|can i come back{end} {sorry}|let me chat{end}|its been 2 weeks can you lift it{end}|been 3 days{end} can you lift it|when can i chat again{end}|how do i get {un}ned|cant type in chat{end} am i {do}|my msgs dont show{end}|why cant i chat{end}|why cant i type{end}|the bot hates me, i said nothing bad|{do} for an emote lol|what was wrong with my message{end}|nightbot deleted me{end} why|give me a chance mods{end}|i wont do it again{end}|why was {me} {do}{end}|why am i {do}{end}|why did you get {me} {do}|why did you {do} me{end}|{me} got {do} {why}{end}|{me} was {do} {why}{end}|got {do} {why}{end}|{do} {why}? really|{do} {why} nice mods|please {un} {mine}{end}|{un} {mine} please|{mod} {un} {mine}{end}|can a mod {un} {mine}{end}|could you {un} {mine}{end}|{sorry}, please {un} {mine}|{sorry} can i get unbanned{end}|{sorry}, can you {un} {mine}|i did nothing why {do}{end}|mods {do} me {why}|how do i appeal my ban{end}|how do i appeal a timeout|where can i appeal{end}|i want to appeal{end}|can i appeal this ban|my appeal got ignored{end}|appealing my ban, {sorry}|can i get unbanned{end}|what did i say to get {do}{end}|what rule did i break{end}|which rule was that{end} {do}|who {do} me{end}|which mod {do} me{end}|how long is my timeout{end}|how long am i {do} for{end}|when does my ban end{end}|is my ban permanent{end}|is this timeout forever|was that worth a ban{end}|was a permaban necessary{end}|{do} for that? seriously|that wasnt even toxic why {do}|the other guy started it and i get {do}|he insulted me and i got {do}|false ban{end}|false positive, automod deleted my message|automod keeps deleting my messages{end}|why are my messages deleted{end}|why did my message get removed{end}|nobody can see my messages am i {do}{end}|am i shadowbanned{end}|mod abuse, {do} me {why}|power tripping mods {do} me|unfair ban{end}|unjustified timeout{end}|wrong person {do}, wasnt me|you {do} the wrong guy|{me} didnt do anything, {un} {mine}|on my alt because {me} got {do}|main got {do}, can you check|please review my ban{end}|can someone look at my ban{end}|i have been {do} for a year, {un} {mine}|been {do} since 2020 can i come back|let me back in{end}|i miss chatting, {un} {mine}|give {mine} a second chance{end}|{me} got {do} and never knew why`,
  },
};
