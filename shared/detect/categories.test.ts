import { describe, expect, it } from 'vitest';
import { flagsOf } from './fixture.ts';

const cases = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('abuse', () => {
  it.each(
    cases(`
      主播你就是个傻逼
      煞笔主播赶紧下播
      你个傻 逼 玩意
      你🐴死了
      nmsl主播
      你m死了
      女马死了你
      sha bi主播
      你妈什么时候死
      操你妈的死主播
      艹尼玛的
      臭婊子滚出直播间
      你这个废物怎么还不去死
      ｓｂ主播你也配
      傻*逼*主*播
      腦殘主播
      這主播就是個賤人
      kill yourself you retard
      kys streamer
      you are a fucking idiot streamer
      shut up b i t c h
    `),
  )('flags %j', (text) => {
    expect(flagsOf(text)).toContain('abuse');
  });

  it.each(
    cases(`
      草
      awsl
      笑死我了
      这游戏真垃圾
      我真是个傻逼居然忘存档
      出生点在哪
      这是什么标志
      是吗 我不信
      司马懿出场了
      手里剑比较好用
      骑马去打怪
      老干妈真香
      傻瓜你真可爱
      吃鸡吃鸡
      主播唱得真好听
      别骂人好吗
      队友好菜啊
      今天天气好热死了
      妈妈我要看这个
      杀死那个石家庄人
      纯路人，主播好可爱
      holy shit that was amazing
      this boss is trash
      gg wp
      you are so good at this
      日本的日常番
    `),
  )('leaves %j alone', (text) => {
    expect(flagsOf(text)).toEqual([]);
  });
});

describe('ads', () => {
  it.each(
    cases(`
      加微信 abc12345 领福利
      加V：①⑧⑧③⑤⑦②④⑥
      扣扣群壹贰叁肆伍陆柒 进群领红包
      代练上分加q 123987456
      看我头像有惊喜资源
      签铭有最新国产资源
      兼职日结300加微 wx88888a
      www.shuafen.top 刷粉便宜
      刷粉刷赞找我 私我
      薇❤信 zhuan8866 手机赚钱
      best viewers on cheapviews.top
      buy followers at bigfollows . com
      check my profile for free gift card
    `),
  )('flags %j', (text) => {
    expect(flagsOf(text)).toContain('ad');
  });

  it.each(
    cases(`
      8888888888
      233333333
      主播有粉丝群吗
      群号多少啊
      主播头像好看
      加油加油
      这个资源点要守住
      666666
      今天是2024年12月31日
      我在b23.tv看到的
      谢谢老板的红包
      微信支付可以吗
      抽到了第114514名
      check this out lol
      加个班回来就开播了
    `),
  )('leaves %j alone', (text) => {
    expect(flagsOf(text)).not.toContain('ad');
  });
});

describe('disputes', () => {
  it.each(
    cases(`
      我充错了648能不能退
      礼物送错人了怎么退款
      我要退款 客服不理我
      孩子拿我手机充了两千多怎么办
      我是家长，未成年打赏能全额退吗
      我才15岁 用妈妈的钱打赏的 能退吗
      再不退钱我就去12315投诉
      黑猫投诉已经提交了，等着退钱
      说好上舰送周边一直没收到，骗礼物
      充值没到账扣了我98块
      骗我上舰，还钱
      tui kuan！我充错了
      蹆款蹆款
      my kid used my card to gift subs, i want a refund
      i got charged twice for the sub, need a refund
      scammed me out of my money, chargeback incoming
    `),
  )('flags %j', (text) => {
    expect(flagsOf(text)).toContain('dispute');
  });

  it.each(
    cases(`
      国足退钱哈哈哈
      退退退
      steam两小时可以退款
      主播又来骗钱了hhh
      骗我眼泪
      这游戏不好玩已经退款了
      未成年人不要打赏哦
      谢谢老板的舰长
      怎么上舰
      充电五分钟直播两小时
      电池多少钱一个
      还我妈生鼻
      我想退游了
      送错buff了兄弟
      lol refund that skin
      thanks for the gifted subs
    `),
  )('leaves %j alone', (text) => {
    expect(flagsOf(text)).not.toContain('dispute');
  });
});

describe('appeals', () => {
  it.each(
    cases(`
      为什么禁言我
      凭什么封我号
      房管解封一下我大号
      误封了吧我什么都没说
      我被禁言了求解禁
      请问怎么申诉
      房管乱禁言啊
      why was i banned
      mods please unban me
      i got timed out for nothing
    `),
  )('routes %j and holds nothing against them', (text) => {
    expect(flagsOf(text)).toEqual(['appeal']);
  });

  it.each(
    cases(`
      建议禁言刷屏的
      再剧透就禁言了啊
      封号斗罗来了
      禁言套餐走起
      这个封面真好看
      隔壁直播间被封了
      mods ban this guy
      解释一下这个机制
      疫情解封了终于
    `),
  )('leaves %j alone', (text) => {
    expect(flagsOf(text)).not.toContain('appeal');
  });
});
