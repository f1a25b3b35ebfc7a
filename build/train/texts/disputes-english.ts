import type { Grammar } from './grammar.ts';

const COMMON = {
  what: 'sub|gifted sub|tier 3 sub|bits|donation|tip|gift|merch order|membership|super chat|coins|diamonds|battle pass|hoodie|signed poster|giveaway prize|coaching session|top up|subscription|emote commission|shirt|art commission|roses|gift card',
  amt: '$20|$50|$100|$400|50 bucks|100 dollars|200 euros|80 quid|a hundred bucks|like 300 dollars|$5|$9.99|my rent money|all my savings|30 bucks',
  kid: 'my kid|my son|my daughter|my little brother|my nephew|my 9 year old|my 12 yr old|my child|my younger sister|my boy|my toddler|my stepson|my grandma|my dad|my husband',
  end: '||| pls| please|!!|??| wtf| asap| bro| man| lol not funny| thanks| help| :(',
  who: 'streamer|mods|hey|hello|excuse me|yo|sir|@streamer|anyone|support|guys|',
  bank: 'my bank|paypal|visa|stripe|apple|google|the police|trading standards|twitch support|my credit card company|my lawyer|the bbb|consumer protection|small claims court',
} as const;

/** Families of disputes in English. Written for this project. */
export const DISPUTE_FAMILIES_ENGLISH: Readonly<Record<string, Grammar>> = {
  refund: {
    slots: COMMON,
    templates: `{who} i want a refund{end}|i want a refund for my {what}{end}|can i get a refund for the {what}{end}|how do i refund a {what}|refund me{end}|refund my {what}{end}|i need my {amt} back{end}|give me my money back{end}|give my {amt} back|where is my refund{end}|still waiting on my refund{end}|my refund was denied why|refund request ignored for weeks|is it possible to refund a {what}|can you reverse a {what}|how can i get my money back for the {what}|id like my {amt} back|want my money back for this {what}|you owe me {amt}|pay me back {amt}|when are you paying me back|return my {amt}{end}|send my money back{end}|cancel my {what} and refund me|i regret the {what} can i undo it|who handles refunds here|refund or chargeback, your choice|no refund? ok chargeback|i demand a refund for the {what}|money back now{end}|please process my refund for the {what}`,
  },
  slip: {
    slots: COMMON,
    templates: `i bought a {what} by mistake, refund please|i sent a {what} by accident how do i get it back|accidentally donated {amt}{end}|accidentally bought a {what}{end}|oops sent {amt} to the wrong channel, can i get it back|meant to give 10 gave 100, can you reverse it|misclicked and bought a {what}, help|i gifted the wrong person{end} can it be undone|wrong amount, i meant {amt}, pls refund the rest|my cat bought a {what}, refund possible?|didnt mean to {what}, can i cancel|clicked the wrong button and spent {amt}|fat fingered a {amt} donation, help|i thought it was free and it took {amt}|added an extra zero on my {what}, can i get it back|put the wrong username on my {what}{end}|sent the tip twice by mistake{end}|wrong account got my {what}, who do i contact`,
  },
  charge: {
    slots: COMMON,
    templates: `i was charged twice for my {what}{end}|charged twice for the same {what}|you charged my card {amt} for nothing|i never authorized this charge|unauthorized charge of {amt}{end}|why was i charged {amt}{end}|there are two charges on my card|my card was charged but no {what}|paid for the {what} and got nothing|paid {amt}, nothing showed up|payment went through but no {what}|the {what} did not show up but i was charged|my coins never arrived{end}|bought {what}, balance still zero|it took {amt} from my account and i got nothing|still being billed for a {what} i cancelled|cancelled my {what} and got charged again|auto renew took {amt} without asking|keeps charging me every month for a {what}|never signed up for this {what}, why am i billed|overcharged me {amt}|wrong amount was taken from my card|my {what} disappeared after i paid|i paid for no ads and still see ads, refund|my badge never showed up after paying {amt}|paypal shows completed but no {what}|double billed for {what}{end}|missing {amt} from my balance|where are the bits i paid for|money gone, no {what}`,
  },
  family: {
    slots: COMMON,
    templates: `{kid} used my card for a {what}, i need a refund|{kid} spent {amt} on {what} without asking{end}|{kid} bought {what}s with my phone, how do i get it back|{kid} spent {amt} here without permission|{kid} stole my credit card and donated {amt}|{kid} is a minor and sent you {amt}, please return it|im a parent, {kid} donated {amt}, refund|you took {amt} from a child, give it back|i am 13 and used my moms card, can i get a refund|im 12 and spent {amt} my mom will kill me|my mom found out about the {amt} please refund|my parents didnt know, can i refund the {what}|{kid} doesnt know what money is, can you refund {amt}|just found {amt} of {what} charges from {kid}|how do parents request refunds for {what}|{kid} was tricked into sending {amt}|my account, {kid} was logged in and spent {amt}|underage donation, you have to refund it`,
  },
  promise: {
    slots: COMMON,
    templates:
      `never got my {what}{end}|never got my {what}, give me my money back|where is the {what} i paid for{end}|where is my {what}, its been months|its been {d} months, no {what}|you promised a {what} for subbing and never sent it|promised a {what}, took the money, ghosted me|you said subs get a {what}, where is it|paid {amt} for coaching and he ghosted me|took my {amt} and blocked me|he took the money and disappeared|i won the giveaway and never got the prize|won a {what} {d} weeks ago, no reply|giveaway winner here, nobody answers my dms|my {what} still hasnt shipped|ordered a {what} in march, nothing|the {what} arrived broken and support ignores me|got the wrong {what}, wants to return it|the {what} is fake, i want my money back|didnt deliver what i paid for|you owe me a {what}, i paid {amt}|paid for a shoutout never got it|i paid to play with you and you never invited me|been ignored since i paid {amt}`.replaceAll(
        '{d}',
        '3',
      ),
  },
  scam: {
    slots: COMMON,
    templates: `you scammed me on the {what}, chargeback incoming|scammer took my {amt}|this streamer scammed me out of {amt}|i got scammed {amt} here|dont donate, he stole {amt} from me|warning he scams people, i lost {amt}|filing a chargeback for the {what}|chargeback incoming{end}|gonna dispute this with {bank}|reported you to {bank} for the {what}|already opened a case with {bank}|calling {bank} about the {amt} you took|see you in court over the {amt}|this is fraud, i want my {amt}|fraud, reporting to {bank}|my account got hacked and they donated {amt}, can i get it back|someone used my card for {what} here|stolen card was used on this channel, refund it|hacker spent my balance on {what}|fake giveaway, i paid {amt} for entries|rigged giveaway give us our money back|you tricked me into sending {amt}|lied about charity, give the donations back|thief give me back {amt}|support keeps closing my refund ticket|support wont answer about my missing {what}|who do i contact about a wrong payment{end}|how do i report a payment problem{end}|nobody at support cares about my {amt}`,
  },
  direct: {
    slots: COMMON,
    templates: `charged 3 times for one {what}|charged {amt} three times|billed me twice{end}|got charged again{end}|paid twice got one {what}|wheres the {what} you promised|wheres my {what}{end}|where did my {what} go|where are my bits{end}|my {what} is gone{end}|no {what} no answer{end}|paid and got nothing{end}|this is a scam i paid {amt}|its a scam, took my {amt}|scammer{end} {amt} gone|refund{end}|refund now{end}|refund me now|refund or i report you|i clicked wrong{end} refund|clicked wrong refund pls|gift went to the wrong guy{end}|{kid} clicked it{end} refund|{kid} paid for a {what} on my phone|{kid} ({amt}) on gems here|reporting you to {bank}|i called {bank}|{bank} says it went through|{bank} told me to ask you|you ignored my ticket about {amt}|i want to cancel and get my money back|cancel it and pay me back`,
  },
};
