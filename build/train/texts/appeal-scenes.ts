import type { Grammar } from './grammar.ts';

/** What may stand in every scene. */
const COMMON = {
  n: '1|2|3|5|7|10|15|24|30|两|三|四|五|七|十|十几|半|一',
  u: '天|小时|分钟|个月|个钟|礼拜|年|周',
  end: '|||||？|？？|啊|呢|吧|呀|嘛|谢谢|求求了|拜托了|行吗|好不好|。|...|😭|🙏|😡|唉|服了|呜',
  hey: '|||||房管|管理|主播|管理大大|大佬|场控|超管|哥|姐|老板|各位|有人在吗|你好|打扰了|客服|那位房管|值班的房管|up',
  mod: '房管|管理|场控|超管|系统|机器人|你们|管家|管理员|某个房管|值班的',
  hit: `禁言|封|踢|拉黑|屏蔽|关|请出去|禁|限制|移出去|封号|禁麦|t|ban|处罚|警告|关小黑屋|永封`,
  hitMe: `把我{hit}了|给我{hit}了|就{hit}我|{hit}了我|又{hit}我|{hit}我{n}{u}|直接{hit}我|反手把我{hit}了|二话不说{hit}我|一键把我{hit}了|给我来了个{n}{u}|上来就{hit}我|把我号{hit}了`,
  been: `被{hit}了|被{hit}{n}{u}|被{hit}到现在|让{mod}{hit}了|还在{hit}着|说不了话|发不了字|打字发不出|发送键是灰的|弹幕框点不了|输入框锁了|只能看不能说|一发就提示失败|一直提示操作异常|进不去直播间|进来就被弹出去|点进来黑屏说没权限|粉丝群也没了|连评论都关了|关注都被取消了|点赞都点不了|连麦申请点不了|上麦上不去`,
  say: `问了句几点下播|说了声早|打了个哈欠|发了个表情|夸了句好看|说了句菜|刷了两个问号|发了首歌名|报了个比分|说了个地名|说了别的主播名字|复制了别人的话|接了句梗|唱了句歌词|发了串数字|打了句方言|说了句英文|发了个颜文字|提了个建议|回了他一句|开了个玩笑|念了句台词|说了句实话|讲了个冷笑话|问能不能换首歌|发了个网址后缀|多打了几个感叹号|骂的是游戏里的人|骂的是我队友|吐槽了下画质|说了句卡|喊了句加油|催了一下更|科普了一句|纠正了个错别字`,
  free: `放了我|放我出来|解了吧|给解一下|帮我解开|撤了吧|松松手|抬抬手|网开一面|通融一次|饶一次|捞我一把|拉我一把|恢复一下|把权限还我|把发言还我|移出名单|取消一下|缩短点|打个折|减到一天|少关几天|改成警告行不行|重新看一下|复查一下|翻下记录|核对一下|人工看看|给个机会|再信我一次|给条活路`,
} as const;

/** Scenes of people who were silenced or thrown out, each clause put together anew. Written for this project. */
export const APPEAL_SCENES: Readonly<Record<string, Grammar>> = {
  puzzled: {
    slots: {
      ...COMMON,
      q: `怎么回事|啥情况|什么操作|我干啥了|我哪错了|哪句不对|哪个字犯忌|哪条不许|什么罪名|谁干的|图啥|为哪般|有说法吗|理由是啥|能说说原因吗|能给个说法吗|是不是搞错了|是手滑了吗|是误点吗|是bug吗|合理吗|至于吗|凭啥|讲讲道理|不告诉我哪不对我怎么改|想改都不知道改啥`,
      i: '我就|我只是|我不就|我刚|我才|我明明只|我也就|人家就|我就是|我不过',
    },
    templates: `{i}{say}，{hitMe}{end}|{i}{say}就{been}{end}|{i}{say}，{q}{end}|{say}也{hit}{end}|{say}都要{hit}{end}|{say}就{hit}{n}{u}{end}|因为{say}{hit}我{end}|就因为我{say}{end}|{hey}{i}{say}，{hitMe}，{q}{end}|{hey}我{been}，{q}{end}|{q}，我{been}|{q}，{hitMe}{end}|我{been}，{q}{end}|怎么我{been}{end}|为什么我{been}{end}|
      一觉醒来{been}{end}|切个屏回来{been}{end}|刚进来就{been}{end}|没说几句就{been}{end}|我一句话没说，{been}|一直潜水都能{been}|好好的突然{been}{end}|{been}，连个提示都没有|{been}，理由写着其他|{been}，理由那栏是空的|提示我违规，哪违规了{end}|说我引战，我{say}也叫引战{end}|说我广告，{i}{say}|说我刷屏，我一共发了{n}条|说我人身攻击，{i}{say}|说我带节奏，{i}{say}|判我恶意，{i}{say}|
      别人{say}都没事，轮到我就{hit}{end}|大家都在刷，偏偏{hitMe}|他们都{say}，为什么只{hit}我|我跟上面发的一样的，{hitMe}|同一句话别人能发我不能发{end}|是{mod}{hit}的还是系统{hit}的{end}|到底谁{hitMe}{end}|是哪位{hitMe}，{q}|哪位{mod}手痒{hitMe}|我的话怎么一发就没{end}|我发的自己能看见别人看不见{end}|他们都不回我，我是不是{been}|我说话有人看得到吗，怀疑{been}|打字全变星号，我是不是{been}|扣个1试试我{been}没有|我现在能说话了吗{end}测试|有人看见我吗，之前{been}`,
  },
  denies: {
    slots: {
      ...COMMON,
      not: `那不是我|我号被盗过|是我弟拿着手机|是我室友闹着玩|是我儿子乱打的|网吧忘退号了|手机借同事了|输入法联想的|语音转文字听岔了|少打了个字意思反了|断章取义|前半句你没看|上下文都没看|我在回另一个人|我在劝架|我是替主播说话的那个|我在骂骗子|我说的是对面那队|我说我自己呢|自嘲也不行|方言里那是夸人|那是歌词|那是游戏里的词|谐音巧合|名字像而已|头像一样而已|同名不同人|你们看错ID了|点错人了|误伤队友了|被人举报报复的|有人带头骂我跟着遭殃|机器判的|自动识别抽风|我没发过广告|我哪来的链接|我从不骂人|我没刷屏是网卡|断网重连重复发的|我没违过规|第一次来|我是真人|不是托不是机器人|没开小号|没带节奏|那会儿我在上班|那天我都没看直播`,
    },
    templates: `{not}，{hitMe}干嘛{end}|{hey}{not}，{free}{end}|{not}，{been}{end}|{not}，怎么{been}{end}|{been}，可是{not}|{been}，{not}，{free}{end}|{not}啊，{hit}错了{end}|{hit}错人了，{not}|{hit}错了吧，{not}|{not}，你们{hit}的时候看清楚{end}|{not}，这也{hit}{end}|{not}，冤死我了|{not}，我比谁都冤，{been}|{not}，判错了|误判了，{not}|{hey}误会，{not}，{free}|
      {not}，求查聊天记录|{not}，翻一下记录就知道|{not}，我有截图|{not}，录屏为证，{free}|{mod}不看内容就{hit}，{not}|{not}，还我清白，{been}|{not}，这锅我不背，{been}|{hitMe}，{not}|{hitMe}，真的{not}{end}|为什么{hit}我，{not}|凭什么{hit}我，{not}`,
  },
  pleads: {
    slots: {
      ...COMMON,
      sorry: `我错了|真知道错了|给大家赔不是|给主播鞠躬了|以后闭嘴看|以后只打666|保证乖乖的|再犯你永封我|手贱嘴欠|当时上头了|被气糊涂了|喝多了胡说的|我写八百字检讨|我面壁过了|反思{n}{u}了|深刻检讨|态度端正|这次真改|不懂这儿的规矩|刚来不知道不能说|不知道那词不行|孩子小不懂事|年少轻狂|我认罚|罚也罚够了|关也关够了|教训吃够了|我不该顶嘴|我不该{say}|我给那个人道歉了|已经私信道歉了`,
      why: `还想跟大家唠嗑|牌子要掉了|连续签到要断了|想给主播过生日|周年想说句恭喜|憋得难受|看着你们聊我插不上嘴|只能干瞪眼|点歌都点不了|想抽奖发不了口令|抽奖要发弹幕的|想提问|就这一个爱好|养伤在家就靠这|陪了你三年了|从你{n}个粉丝就在了|我是老粉|我是{n}级牌子|我还是舰长呢|送过不少礼物的|没功劳也有苦劳`,
    },
    templates: `{sorry}，{free}{end}|{hey}{sorry}，{free}{end}|{free}，{sorry}|{hey}{free}{end}，{why}|{why}，{free}{end}|{sorry}，{why}，{free}|{been}，{sorry}，{free}{end}|{been}，{why}|{been}，{why}，{free}{end}|{hey}{been}，{free}{end}|{been}了{n}{u}了，{free}{end}|都{n}{u}了，{free}{end}|关了{n}{u}了，{free}|{n}{u}太久了，{free}{end}|{sorry}，别{hit}我了{end}|
      {sorry}，不要再{hit}我了|{sorry}，能进来了吗{end}|{sorry}，能说话了吗{end}|{sorry}，让我回来吧|{sorry}，让我进群吧|可不可以{free}，{been}|求{mod}{free}{end}|跪求{mod}{free}|请{mod}{free}{end}，{why}|能不能{free}{end}，{sorry}|能不能{free}{end}，{been}|主播跟{mod}说说，{free}|主播开金口，让{mod}{free}|找谁能{free}{end}，{been}|怎样才肯{free}{end}|要怎么做才能{free}{end}，{been}|
      送个{n}块的能{free}吗，{been}|帮我跟{mod}求个情，{been}|{been}，我想回家|只想说句话，{free}|隔着玻璃看你们聊，{free}|被关的第{n}天，想念弹幕，{free}|想说话啊啊啊，{free}|今天能出来了吗{end}|到点了没，{free}|刑期满了吗{end}，{been}|解了没{end}，我{been}|{hit}着呢，{free}{end}|{why}，说{hit}就{hit}{end}|{why}，{hitMe}{end}|{why}也{hit}，心寒|{why}，{hit}得我好难过`,
  },
  angry: {
    slots: {
      ...COMMON,
      rant: `官不大架子不小|拿个令牌当令箭|看谁不爽就{hit}|公报私仇|挟私报复|一手遮天|双标到家了|欺负老实人|只会欺负新人|专挑软柿子|听不得半句不好|只许捧不许说|玻璃做的吧|心眼比针小|权力欲爆棚|手比脑子快|眼神不好使|从来不看内容|不分青红皂白|凭心情{hit}人|一天{hit}八百个|把人都{hit}光算了|房管换人吧|什么素质|好大的威风|讲不讲理|还有没有天理|无法无天|过家家呢|当这是你家啊|有本事出来对质|敢{hit}不敢认|躲后台算什么|连个理由都不敢给`,
    },
    templates: `{rant}，{hitMe}{end}|{hitMe}，{rant}{end}|{say}就{hitMe}，{rant}|{mod}{rant}，{been}|{mod}{rant}，我{say}而已|{been}，{rant}{end}|{rant}，{say}都能{hit}|{been}，{rant}，{free}|他骂我全家没事，我回一句{been}|先骂人的没事，还嘴的{been}|骂人的留着，讲理的{hit}了|只{hit}我不{hit}他，{rant}|同样吵架只{hit}我一个|凭什么光{hit}我{end}|凭什么{hit}这么久{end}|凭什么{n}{u}{end}，我{say}|
      永久{end}就因为{say}|{n}{u}{end}就因为{say}|{say}值{n}{u}{end}|量刑过重，{say}而已|杀人也不过如此，{say}判{n}{u}|我{hitMe}的事没完，出来说清|{hitMe}总得有个依据|{hitMe}，我要投诉这个{mod}|我要举报{mod}乱{hit}人|{mod}乱来，{hitMe}|找主播评评理，{hitMe}|主播你管管你家{mod}，{hitMe}|主播你知道你{mod}{hitMe}吗|不就是{say}{end}，至于{hit}吗|不服，{say}{hit}什么|第{n}次了，{hitMe}|三天两头{hitMe}|每次我一说话就{hit}|见我就{hit}|进一次踢一次|我招谁惹谁了，{hitMe}|
      {hit}得莫名其妙{end}|行，{hitMe}是吧，取关|{hitMe}，舰长不续了|花钱看直播还{hitMe}|老粉就这待遇，{hitMe}|谢谢款待，{say}送我{n}{u}|恭喜我获得{n}{u}静音体验|我可太荣幸了，{hitMe}|厉害了，{say}都能{hit}|成就达成：{say}{been}|笑死，{say}{hitMe}|神经病啊{hitMe}|有毛病吧{hitMe}|搞笑呢，{say}{hit}我|???{hitMe}|6，{hitMe}|绝了，{say}{hitMe}`,
  },
  asks: {
    slots: {
      ...COMMON,
      how: `怎么申诉|上哪申诉|申诉入口在哪|申诉要多久|申诉填什么|申诉被驳回咋办|申诉没人理|申诉有用吗|解封流程是啥|要联系谁|找哪个{mod}|找谁处理|加谁才能解|要写什么材料|能人工复核吗|能查处罚记录吗|哪能看到原因|怎么看还剩多久`,
      long: `还有多久|还剩几天|几号到期|几点能出来|什么时候恢复|啥时候是个头|是永久的吗|会自动解吗|要手动解吗|到期了怎么没恢复|说{n}{u}怎么还没好|倒计时在哪看|是{n}{u}还是一直|下播会重置吗|换天会解吗`,
      acc: '大号|主号|原来的号|那个号|常用号|我的号|我那个舰长号|老号|上一个号|用了{n}年的号|我朋友|我哥们|我女朋友|我徒弟|群里一个妹子|我弟的号|我们团的人|一个老观众',
    },
    templates: `{been}，{how}{end}|{hey}{been}，{how}{end}|{how}{end}，{been}|{hitMe}，{how}{end}|请问{hit}了{how}{end}|{hit}了的话{how}{end}|{hey}{hit}我的话{long}{end}|{been}，{long}{end}|{hey}我这{hit}{long}{end}|我的{hit}{long}{end}|我{long}才能说话{end}|我{hit}的{long}{end}|{long}{end}，{been}|我发言权限{long}{end}|我的处罚{long}{end}|{acc}{been}，{how}{end}|{acc}{been}，{free}{end}|{acc}{been}，{long}{end}|
      {acc}被{mod}{hit}了，换这个来说|{acc}{been}，只能用这个号说话|{acc}{been}，我用小号来的，{free}|这是小号，{acc}{been}|小号上来喊冤，{acc}{been}|借别人号说一声，{acc}{been}|替{acc}问下，{been}{how}|替{acc}说句话，{free}|{acc}{been}，他急得不行，{free}|{acc}真没说啥，{free}|{acc}{been}，是不是误会{end}|{hey}能不能看下{acc}，{been}|{hey}查一下{acc}为什么{been}|{acc}让我带话，{free}|{acc}是老实人，{been}，{free}|{acc}就{say}，{been}|
      你们{hit}了{acc}，{free}|能把{acc}{free}{end}|改完名了，{free}|头像换过了，{free}|签名改了，{free}|违规的视频删了，{free}|{n}{u}前的事了，{free}|陈年旧账了，{free}|那件事都过去{n}{u}了，能解了{end}|上次{been}是哪条规则{end}|能教教我哪些话不能说{end}，{been}|规则贴在哪，我看完再说话，{been}|账号异常怎么解除{end}，{been}|换手机就说我异常，{been}|换了网络就{been}|刚绑的手机就{been}|等级低不让说话？之前能的，{been}|人工，我要人工，{been}|麻烦处理一下我的申诉，{been}|申诉交了{n}{u}了，{free}|申诉第{n}次了，{free}|有没有人看申诉{end}|给申诉的人回个话{end}|求通过申诉{end}|求你们看一眼申诉`,
  },
};
