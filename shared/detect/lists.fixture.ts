/** Longer lists written for this project: what each category should find, and talk that should be left alone. */
export const LISTS = {
  dispute: `
    主播 我昨天误刷了一个嘉年华 能帮忙退一下不
    给孩子玩手机结果他给你刷了1200，求求退了吧
    钱都扣了舰长没给我
    上个月买的提督说送手办，到现在影子都没有
    骗子！说抽手机结果全是托
    我要去消费者协会告你们
    把我充的钱退回来不然报警
    女儿偷偷用我微信给你打赏了五千多
    我家娃才八岁 这钱能要回来吗
    充值失败但是扣款成功了
    电池充了没反应客服也不管
    虎牙币没到账怎么办
    手贱点错了 火箭送出去了 可以撤回吗
    主播退钱，你答应的陪玩没兑现
    连续包月怎么莫名其妙扣了我三个月
    我不小心续费了大航海
    这钱是我妈的救命钱，求你退给我
    我还在上初中，花了家里两万，怎么办啊
    你们诱导未成年人消费，已经收集证据了
    等着收律师函吧，诈骗犯
    十二三一五已经受理了
    抽奖作弊，还我钱
    我老公给你刷了十几万，那是夫妻共同财产，必须退
    买的粉丝团怎么没有显示，钱白花了？
    求助，误触充值，怎么申请退款
    付费进群结果被踢了，退钱
    说好的签名照呢？半年了，骗礼物是吧
    我弟用我妈的银行卡充了6480
    我16岁，想把打赏的钱要回来
    平台不给退，主播你自己看着办
    提现提不出来 钱被吞了
    多扣了我一次会员费
    礼物送到别人那去了，能不能转过来
    刷错人了 本来想送给隔壁的
    退我上舰的钱！
    你退不退？不退我就挂你
    我报警了 你等着
    支付宝显示付款成功但是没有给我钻石
    tuikuan tuikuan 客服在哪
    黑心主播骗我刷了三万块，还钱
    can i get my money back for the gifted subs i misclicked
    my 9 year old donated 300 dollars without me knowing please refund
    i will dispute this with my bank
    you promised a shoutout for the donation and never did it, refund
    twitch charged me for a sub i didnt buy
    我闺女拿她奶奶手机给你刷了一千多，能给退吗
    客服说让我找主播协商退款，你看咋整
    充了328没给我加上，你们这是诈骗
    上周送的航母，说好带我打三把，到现在一把没打
    我刚点错送了个穿云箭，求求退一下吧
    主播麻烦回一下私信，礼物的事怎么解决
    凭什么不给退，我才发的礼物
    我初三学生，冲动消费刷了四千，后悔了能退吗
    小孩不懂事乱点的，总共两千三
    老公知道我打赏了八万要跟我离婚，求你还给我点
    抖币扣了礼物没送出去怎么回事
    扣了我两遍钱
    周边什么时候发货啊，都等了两个月了
    答应我的连麦呢 刷完就翻脸不认人
    舰长礼物一直没寄 再不寄我投诉了
    你就是骗舰长的
    我要维权！虚假宣传！
    买的头像框没到账 客服电话打不通
    平台吞了我六百块
    未成年退款通道在哪
    苹果扣费了但是没到账
    我已经联系律师了
    把我那三千块还来
    给我退了！
    误触买了个年费会员怎么取消
  `,
  appeal: `
    为什么我不能说话了
    我怎么被禁言了？？
    谁给我禁的
    放我出来啊我错了
    能不能解开禁言 我真没骂人
    我号被封了七天 冤枉啊
    房管大人 求放过 不敢刷屏了
    凭什么把我拉黑
    我发的弹幕怎么都看不见 是被屏蔽了吗
    申诉了好几次都没人理
    请问封号怎么解
    我朋友被误伤了 麻烦看一下
    刚才禁言我的是谁 给个理由
    就发了个表情也禁言？
    踢我干啥
    我大号被永封了，就因为说了一句菜
    whats the reason for my timeout
    can someone unban me pls
    i was muted but i did nothing wrong
    mods are abusing power, they banned me for a joke
    can i appeal my ban somewhere
    房管大哥 我被谁禁的啊
    刚进来就被禁言是什么意思
    我咋发不出弹幕了 被禁了吗
    能给我解了吗 我真没干啥
    冤枉啊 不是我刷的
    为什么我的消息别人看不到
    解个禁呗 房管
    主播我被你家房管拉黑了 能放出来吗
    哪条规则说不能发这个 凭啥禁我
    误会了误会了 我说的是游戏 别禁我
    禁言要多久才能解除
    我这号怎么说不了话了
    permabanned for saying hi lol why
    yo mods can you unban my friend he did nothing
    whats with the timeout?
  `,
  ad: `
    想赚钱的看我简介
    小白也能日入500 加我薇❤ zq8899k
    出租王者号 便宜 q 2356789012
    专业代打 不成功不收费 私聊
    要资源的来 裙 七八九一二三四五六
    免费看片 w w w . k a n 8 8 . c o m
    点头像进群领皮肤
    同城妹子上门 戳主页
    收徒弟 教你做短视频 月入两万
    低价skr会员 需要的滴滴
    抖音搜 小鱼美妆 领优惠
    我这有内部票 稳中 加扣 三三四五六七八九
    公仲号 搜 打工人福利社
    老哥们 这里有好玩的平台 充一百送一百 hao888点com
    刷礼物五折 人民币礼物折扣 找我
    tg频道 @fuli888 自取
    想变强吗 外挂低价 群里有
    cheap viewers at viewbot dot com
    follow for follow check my channel
    i sell accounts dm me
    +VX kkm2023x 看小姐姐
    企鹅 2 3 4 5 6 7 8 9 领资料
    招打字员 一单一结 有意加我
    外面卖998的课 我这免费 加我
    出个号 60级 满皮肤 私
    收米 收礼物 九折
    买粉找我 一千粉五块
    看片加裙 ⑤⑥⑦⑧⑨⓪①
    点我头像看妹妹洗澡
    关注公众号 好运来 送话费
    这个app领现金 秒到 链接在主页
    www点bc365点com 首充送88
    全网最低价视频会员 滴我
    股票内幕 进群免费领牛股
    想学赚钱的扣1 我拉你进群
    buy bits cheap at bits4u.shop
    join my discord for free nitro discord.gg/abcd123
    become a partner fast with streamboost . net
  `,
  abuse: `
    你个老不死的玩意儿赶紧入土吧
    唱的什么玩意儿 跟鬼叫一样 丢人现眼
    这主播长得跟猪一样还敢露脸
    没爹教的东西
    脑瓜子有泡吧你
    妈了巴子的 恶心谁呢
    你咋不去跳楼啊
    下头主播 看着就烦
    s b 主 播
    傻 x 粉 丝
    主播你🐎飘了
    祝你出门被撞
    装逼遭雷劈的货
    一群孝子贤孙 给你爹磕头
    你家户口本就你一个了吧
    尔等蝼蚁也配
    狗都不看你直播
    这种货色也有人看
    别丢人了 回家喂猪吧
    your stream is garbage kys
    absolute retard streamer lol
    go back to the kitchen bitch
    nobody likes you ugly pig
  `,
  ordinary: `
    这游戏退款率好高
    刚把那个垃圾游戏退了
    退票退票 这演的啥
    主播你还欠我们一个女装
    上次输了说好女装的，还没兑现哦
    欠债还钱天经地义哈哈
    这把打得真坑，退钱
    把我的青春还给我
    怎么充值啊
    我想上舰，怎么充
    谢谢大哥送的火箭
    别刷礼物了，留着给孩子买奶粉
    未成年人请在家长陪同下观看
    我弟也喜欢看你直播
    我儿子都上小学了还爱看动画片
    小孩子才做选择
    送礼物有什么用吗
    礼物特效好好看
    投诉！主播太甜了
    报警了，有人偷心
    告诉你个好消息
    抽奖什么时候开
    我抽到了！谢谢主播
    快递还没到，急死我了
    外卖没送到，等了一小时
    我爸妈不让我看直播
    支付宝到账一百万元
    花钱买罪受哈哈
    老板大气，感谢三千块的sc
    这装备买错了
    刚才那波技能按错了
    退后退后 别冲
    请律师也没用，这剧情太离谱
    骗我进来看标题党
    主播骗人，说好八点播的
    他说要退圈了
    钱没了可以再赚
    没钱了下个月再上舰
    steam打折了快冲
    refund my time lol
    money money money
    i donated blood today
    kid is cracked at this game
    这人该禁言了吧
    房管呢 出来干活 有人刷屏
    快把喷子踢了
    禁言他 太吵了
    主播怎么把自己闭麦了
    麦克风没声音 闭麦了？
    封号警告
    再说就拉黑了哦
    这英雄被ban了
    ban掉那个打野
    封面图好评
    游戏账号被封了笑死 开挂的
    隔壁主播被封了三天
    解禁新皮肤了
    大家不要被禁言哦 文明发言
    他被房管踢了哈哈
    我要把你拉黑
    主播什么时候解封新地图
    mute yourself we hear echo
    mods please ban that spammer
    is he banned from the tournament
    今天房管好温柔
    房管辛苦了
    禁言我也要说 主播真好看
    这个boss被我误伤了哈哈
    他被系统封号了活该
    我误会了 原来是这样
    能不能放个歌
    这歌能免费下吗
    链接发一下那个视频
    微信公众号是哪个 我去关注
    主播的粉丝群怎么进
    买了个新耳机 真香
    客服小姐姐声音好听
    律师函警告 哈哈哈
    主播退役了吗
    我想退坑了 没意思
    舰长有什么福利
    周边好好看 什么时候补货
    这个月工资还没发
    等发工资了给你上舰
    我送的礼物你看到了吗
    谢谢主播念我的名字
    学生党没钱 只能白嫖
    孩子饿了 先去做饭
    妈妈让我写作业了
    退订了那个垃圾软件
    快递三天了还不发货 烦死
    玩家投诉游戏策划
    警察来了快跑（游戏）
    扣你一血
  `,
} as const;

/** The lines of a list. */
export function linesIn(list: string): readonly string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
