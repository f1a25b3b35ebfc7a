import type { Grammar } from './grammar.ts';

const MONEY = {
  a: '$5|$20|$75|$120|$300|$1k|600 bucks|40 dollars|a hundred|two grand|80 euros|25 pounds|my paycheck|my savings|her savings|all his allowance|10k bits|500 bits|5000 coins|half my rent',
  n: '2|3|4|5|6|8|10|two|three|four|a few|several',
  w: 'days|weeks|months',
  g: 'sub|gifted subs|bits|dono|tip|super chat|membership|tier 3|roses|galaxy|lion|coins|diamonds|channel points bundle|top up|battle pass|vip badge|gift card|private lesson|coaching|custom emote|art commission|carry|boost|account',
  o: 'hoodie|shirt|mug|keyboard|mouse|poster|plushie|figure|mousepad|headset|skincare set|supplements|sneakers|phone case|merch|signed print|prize|gpu|console|gift box|package',
  k: 'my kid|my son|my daughter|my little brother|my little sister|my nephew|my niece|my stepdaughter|my 7 year old|our 11 year old|a student of mine|my grandson|my mom|my grandma|my dad|my ex|my roommate|my husband|my wife',
  who: 'support|customer service|your mods|your manager|the shop|the store|your team|twitch|paypal|the bank|your agency|the seller|nobody',
  hey: '|||||hey|yo|hi|excuse me|streamer|mods|sorry but|ok so|bro|sir|please',
  end: '||||| please|??|?| pls|!| help| wtf| man| bro|...| asap| :(| ffs| thanks',
  ask: `i want it back|give it back|send it back|pay up|make it right|fix it|refund it|i need that money back|can i get it back|how do i get it back|can this be reversed|can you undo it|who do i talk to|who handles this|what are you going to do about it|return it|pay me what you owe|at least give me half back|i want every cent back|explain yourself|answer me|stop ignoring me|dont dodge this|check your dms about it|contact me|i expect a reply today|when do i get it|where is it`,
  sue: `my bank will hear about it|i am disputing it with my card|im charging it back|im calling my bank|im taking this to court|ill see you in small claims|my lawyer is on it|i filed a police report|im reporting this to the ftc|im reporting you to twitch|ill post all the receipts|ill make a video about it|im going public|the bbb has my complaint|paypal case is open|i opened a claim`,
} as const;

const MUTED = {
  n: '2|3|5|7|10|12|24|30|a|two|three|six',
  u: 'min|minutes|hours|hrs|days|weeks|months|day|h|d',
  end: '||||| please|?|??| pls| lol| wtf| man| bro| lmao|...| :(| smh| thx| ty|!',
  hey: '|||||hey mods|mods|yo|hi|hello|streamer|sorry|hey|dear mods|@mods|any mod on|excuse me|ok',
  b: 'banned|muted|timed out|kicked|blocked|perma banned|restricted|shadow banned|silenced|booted|removed|put in timeout|t/o d|perma d',
  got: 'i got|i was|im|ive been|they got me|i am|my acc got|my main is|my main got|my account was',
  un: 'unban me|unmute me|let me back in|lift it|undo it|remove it|let me talk|give me another shot|give me one more chance|take it off|shorten it|reconsider|look into it|check the logs|check my case|have a look|forgive me|let it slide|let me type again',
  say: 'said hi|asked a question|said gg|posted one emote|said bruh|made a joke|quoted a movie|said the song name|typed in caps|disagreed|asked for a song|said ez|corrected a typo|wrote in spanish|said his gameplay was bad|posted a copypasta|said lol|sent a clip|repeated what chat said|said the name of a city',
  not: 'it wasnt me|my brother was on my pc|i was hacked|i was asleep|im not a bot|i never posted a link|i wasnt spamming|i didnt say anything bad|it was a joke|it was a quote|i meant the enemy team|i was talking to someone else|i was defending him|autocorrect did it|you got the wrong guy|wrong person|i left it logged in at a cafe|i wasnt even here|it was about the game|my cat walked on the keyboard',
  sorry:
    'my bad|im sorry|i apologize|i was out of line|i learned|wont happen again|i was drunk|i was tilted|i got heated|i own up to it|i served my time|i read the rules now|i take it back|i deserved a warning not this',
} as const;

/** Money quarrels in English, each clause put together anew. Written for this project. */
export const DISPUTE_SCENES_ENGLISH: Readonly<Record<string, Grammar>> = {
  paid: {
    slots: {
      ...MONEY,
      f: `i sent {a} for the {g}|i spent {a} on {g}|i bought the {g}|i paid {a} upfront|i tipped {a}|i dropped {a} here|ive spent {a} on this channel|i dono'd {a}|i topped up {a}|i paid for {g}|i sent the {g}|i gave you {a}|i gifted {n} subs|i prepaid {a}|i lent you {a}`,
      x: `nothing happened|nothing came|it never showed|it never credited|my balance is the same|you never read it|you didnt even say thanks and blocked me|you ended stream|you ghosted me|you stopped replying|you say you never got it|it says failed|it says pending|it went to someone else|its been {n} {w}|{n} {w} later nothing|{who} wont answer|{who} keeps closing my ticket|{who} blames you|{who} told me to ask you|i cant use it|it doesnt work|it got revoked|it expired right away|it was a lie`,
    },
    templates: `{f} and {x}{end}|{hey} {f} and {x}{end}|{f} and {x}, {ask}{end}|{f}, {x}|{f}, {x}, {sue}|{f} but {x}{end}|{x}, {ask}, {f}|{f}, {ask}{end}|{hey} {f} by accident, {ask}|{f} to the wrong person, {ask}|{f} on the wrong account{end}|{f} thinking it was free, {ask}|drunk me, {f}, {ask}|{a} gone and {x}|where did the {a} go, {x}|you still owe me {a}{end}|you owe me {a}, {x}|{f}, {x}, thats theft|{f}, {x}, you robbed me|thats {a} you stole, {sue}|keep dodging and {sue}|{a} isnt small money, {sue}|
      {sue}, {f}|{sue} over the {a}|{sue} unless you refund me|{sue} if my {a} isnt back|no refund then {sue}|last warning about my {a}, {sue}`,
  },
  billed: {
    slots: {
      ...MONEY,
      b: `my card got hit {n} times|it charged me {n} times|got billed {n} times for one {g}|double charged for {g}|you guys took {a} extra|{a} left my account for no reason|theres a {a} charge i never made|a subscription i never started took {a}|it renewed without asking|it auto renewed for {a}|still paying for a {g} i cancelled|cancelled and still charged|the free trial took {a}|the price said 5 and it took 50|paypal shows {a} but no {g}|apple took {a} but no {g}|my purchase vanished|the {g} i bought is gone|my coins got wiped|my balance went to zero`,
    },
    templates: `{b}{end}|{hey} {b}{end}|{b}, {ask}{end}|{hey} {b}, {ask}{end}|{b}, {who} says wait|{b}, {sue}|why {b}{end}|how come {b}{end}|anyone else? {b}|is it normal that {b}{end}|{b} and {who} ignores me|{b}, i never agreed to that|{b}, nobody authorised this`,
  },
  goods: {
    slots: {
      ...MONEY,
      x: `never shipped|never arrived|still hasnt come|is {n} {w} late|came broken|came in the wrong size|is a knockoff|fell apart|was an empty box|gave me a rash|was used|isnt what you showed|tracking is fake|got lost and {who} shrugs|was supposed to come in {n} {w}`,
    },
    templates: `the {o} i ordered {x}{end}|my {o} {x}{end}|the {o} i won {x}{end}|your {o} {x}, {ask}{end}|{hey} the {o} {x}, {ask}|ordered a {o} from your store, {x}|bought the {o} off your link, {x}|paid {a} for the {o}, {x}|the {o} {x} and {who} wont reply|the {o} {x}, {sue}|emailed {n} times, the {o} {x}|won the giveaway {n} {w} ago, the {o} {x}|you said winners get a {o}, it {x}|hows my {o} coming, its been {n} {w} since i paid|do you ever send prizes? my {o} {x}`,
  },
  family: {
    slots: {
      ...MONEY,
      did: `spent {a} here|bought {g} with my phone|used my card for {g}|gave you {a}|got into my account and sent {a}|thought the {g} were free|sent you {a} without telling us|emptied the account on {g}|ran up {a} on my card|stole my card for {g}|has been sending you {a}`,
    },
    templates: `{k} {did}{end}|{hey} {k} {did}, {ask}{end}|{k} {did}, {ask}{end}|{k} {did} and we cant pay rent|{k} {did}, {sue}|{k} {did}, they are only {n}|{k} {did}, please return it|just found out {k} {did}|{k} {did}, how is that legal|{k} {did} and you took it|you let {k} do that? {did}|im {k}s parent, {a} was sent here, {ask}|im 13, i used my moms card for {g}, {ask}|im 15 and sent {a}, parents dont know, {ask}|i stole {a} from my parents for {g}, {ask}|that {a} came from {k}, {ask}|{k} is a minor and {did}`,
  },
  unheard: {
    slots: {
      ...MONEY,
      m: 'super chat|bits message|tts|dono message|song request|sub message|hype chat|channel point redeem|question i paid for',
    },
    templates: `my {m} never got read{end}|you skipped my {m}{end}|you skipped my {a} {m}, {ask}|the {m} didnt play, {a} gone|{m} got ignored and it was {a}{end}|paid {a} for a {m} and you ended stream|{n} {m}s and not one read, {ask}|where is the mod spot i paid {a} for|paid {a} to join the private discord and got kicked|event cancelled, {a} ticket not refunded|meet and greet got cancelled, {ask}|the preorder was cancelled and {a} never came back|partial refund only, where is the other {a}|you refunded half, where is the rest|said refund by friday, its monday|the refund bounced, {ask}|how do i request a refund on here, {a} by mistake|is there a refund page for {g}{end}|who approves refunds, {a} sent wrong|streamer has to approve my refund, please do|please confirm my refund on your side{end}|you denied my refund, on what grounds|denied my refund twice{end}|you keep stalling on my refund{end}|bought {n} {g} instead of one, {ask}|meant 5 and hit 500, {ask}|clicked twice, paid twice, {ask}|the button lagged and took {a} twice|
      i want a word about my {a}{end}|talk to me about the {a} you took|lets settle the {a} before i call someone|i trusted you with {a}{end}, {ask}|{a} was for my rent, {ask}|that was my moms money, {ask}|im broke now, {ask}|i was manipulated into sending {a}|you guilt tripped me into {a}|you flirted {a} out of me|pay your editors, you owe me {a}|i did {n} thumbnails and got nothing|commission finished, {a} unpaid|still unpaid for the emotes{end}, {a}|my bot says you owe prize money {a}|tournament winnings {a} never paid|prize pool never paid out{end}|when do winners get paid, its been {n} {w}|the code you sent was already used{end}|key doesnt work{end}, paid {a}|gift card code empty{end}, {ask}`,
  },
  scam: {
    slots: {
      ...MONEY,
      s: `the giveaway is staged|your alt wins every raffle|the raffle is fixed|same guy wins every time|you never drew a winner|the charity money never got there|the donation goal is fake|you faked the illness for tips|the coach you recommended scammed me|your mod scammed me|your discord admin took {a}|the crypto thing you pushed took {a}|your sponsor stole {a}|you sold me a hacked {g}|the {g} seller is you|you keep the prize money|fake {g} for {a}|you said {n} subs and youd play with me|you promised a video call for {a}|you promised a shoutout for {a}|you said you would mod me for {a}|you promised to match donations`,
    },
    templates: `{s}{end}|{hey} {s}{end}|{s}, {ask}{end}|{s}, {sue}|{s}, i spent {a}|{s}, give people their money back|{s}, dont donate guys|dont sub here, {s}|{s} and then you blocked me|{s}, i have screenshots|{s}, show the receipts|{s} and you banned everyone who asked|ask about refunds and you get banned, {s}|chat he took {a} from me and blocked me|he deletes every message about the {a} he owes|taking {a} and blocking people is fraud|thief, {a} and no {g}`,
  },
};

/** Appeals in English, each clause put together anew. Written for this project. */
export const APPEAL_SCENES_ENGLISH: Readonly<Record<string, Grammar>> = {
  muted: {
    slots: MUTED,
    templates: `{got} {b} because i {say}{end}|{got} {b} for {n} {u}, i {say}{end}|i {say} and got {b}{end}|i literally {say} and got {b}|all i did was i {say}, {b}{end}|{hey} {got} {b}, {un}{end}|{hey} {got} {b}, {not}{end}|{not}, why am i {b}{end}|{not}, {un}{end}|{got} {b} and {not}|{sorry}, {un}{end}|{hey} {sorry}, {un}{end}|{sorry}, can you {un}{end}|can you {un}{end} {not}|can someone {un}{end}|could a mod {un}{end}|will you ever {un}{end}|please {un}{end} {sorry}|its been {n} {u}, {un}{end}|its been {n} {u}, can i come back{end}|been {b} for {n} {u}, {un}|
      how much longer am i {b}{end}|when am i unmuted{end}|how many {u} left on my timeout{end}|is my ban forever{end}|{n} {u} for that{end} i {say}|{n} {u} timeout because i {say}|{b} {n} {u} bc i {say}|who {b} me and why{end}|which one of you {b} me{end}|mod on a power trip {b} me{end}|mods {b} me and wont say why|nobody tells me why i got {b}|no reason given, just {b}|what did i do{end} {got} {b}|what rule{end} i just {say}|everyone {say} but only i got {b}|he started it and i got {b}|he insulted me first, why only me {b}|false flag, {not}|the filter thinks i swear, i just {say}|automod held everything i type{end}|why does my message not go through{end} am i {b}|
      nobody sees my messages, {b}{end}|cant chat here anymore, did i get {b}{end}|the chat box is greyed out for me, am i {b}{end}|says im not allowed to talk in this channel{end}|it says i am {b} from this chat{end}|chatting from my alt, main is {b}|alt here cause main got {b}{end}|this is my second account, first one is {b}|my friend got {b}, {not}|my friend got {b}, can you help him|my buddy is {b}, he only {say}|my gf got {b} by mistake|unban my friend he only {say}|where do i appeal{end} {got} {b}|my appeal has no answer for {n} {u}|appeal denied with no reason{end}|does anyone read appeals here{end}|sent an unban request {n} {u} ago|unban request pending for {n} {u}|{b} on discord too, {not}|{b} from the discord, can i appeal here|
      im a sub and you {b} me{end}|{n} months subbed and {b} like this|paying sub {b} because i {say}|wow {b} because i {say}, nice community|lol {b} because i {say}|imagine getting {b} because i {say}|enjoying my {n} {u} timeout, i only {say}|that {b} was uncalled for, i {say}|can the streamer overrule the mod, {got} {b}|streamer please, your mod {b} me|{not}, please check the logs|i have screenshots, {not}, {b}`,
  },
};
