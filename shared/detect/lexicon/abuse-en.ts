import type { TermGroup } from './term.ts';

/** English insults, threats and slurs; words stand between word edges. Written for this project. */
export const ABUSE_EN: readonly TermGroup[] = [
  {
    tag: 'threat',
    weight: 8,
    terms: `kill_yourself kill_urself kill_ur_self kill_your_self kys kys_now go_kill_yourself neck_yourself hang_yourself rope_yourself end_yourself go_die go_die_already please_die hope_you_die hope_u_die hope_you_get_cancer hope_u_get_cancer get_cancer die_in_a_fire i_will_kill_you ill_kill_you im_gonna_kill_you i_will_find_you you_should_die u_should_die you_deserve_to_die drink_bleach jump_off_a_bridge uninstall_life end_your_life off_yourself unalive_yourself delete_your_life rape_you rape_u get_raped slit_your_wrists shoot_yourself your_mom_is_dead ur_mom_is_dead swat_you gonna_swat dox_you doxx_you`,
  },
  {
    tag: 'obscene',
    weight: 7,
    terms: `fuck_you fuck_u fuk_you fuk_u fuck_off fuck_yourself go_fuck_yourself fuck_this_streamer fuck_your_mom fuck_ur_mom fuck_your_mother motherfucker motherfucking mother_fucker suck_my_dick suck_my_cock suck_my_balls eat_shit eat_a_dick choke_on_a_dick piece_of_shit piece_of_trash you_piece_of sack_of_shit pile_of_shit son_of_a_bitch sonofabitch kiss_my_ass up_your_ass shove_it_up show_tits show_your_tits show_boobs show_ur_tits send_nudes lick_my stfu_bitch shut_the_fuck_up`,
  },
  {
    tag: 'insult',
    weight: 7,
    terms: `nigger niggers niggas nigga faggot faggots fag fags tranny trannies retard retards retarded retardation cunt cunts whore whores slut sluts kike kikes chink chinks gook gooks spic spics wetback beaner paki raghead towelhead dyke coon coons sandnigger mongoloid subhuman subhumans dumb_bitch stupid_bitch fat_bitch ugly_bitch lying_bitch dumb_ass dumbass dumbasses dumb_fuck dumbfuck asshole assholes a_hole dickhead dickheads dipshit dipshits shithead shitheads bastard bastards scumbag scumbags cocksucker cocksuckers pussy_ass wanker wankers twat twats tosser bellend prick pricks douchebag douche douchebags jackass fuckface fuckhead fucktard fuckwit shitstain shitbag cumdumpster cum_dumpster inbred inbreds incel incels pedophile pedo paedo waste_of_oxygen waste_of_space waste_of_air human_garbage human_trash camwhore titty_streamer attention_whore thot thots skank`,
  },
  {
    tag: 'insult',
    weight: 4.6,
    terms: `go_back_to_your_country your_mom_should_have get_off_the_internet talentless talentless_hack stupid_clown stfu_clown nobody_asked you_clown you_muppet you_donkey you_rat you_pig you_cow you_sicko disgusting_rat waste_of_oxygen oxygen_thief should_be_ashamed embarrassing_streamer trash_human garbage_human human_garbage inbred back_to_the_kitchen go_back_to_the_kitchen make_me_a_sandwich absolute_retard no_talent waste_of_time_streamer touch_grass_loser ugly_pig fat_pig nobody_cares_about_you bitch bitches hoe hoes idiot idiots moron morons imbecile braindead brain_dead brainless stupid_streamer dumb_streamer trash_streamer shit_streamer dogshit_streamer garbage_streamer worst_streamer dog_shit dogshit bullshit_streamer loser losers ugly fatass fat_ass fat_fuck fatso pig clown_streamer clown fraud scammer liar simp simps simping creep creeps freak freaks psycho lowlife low_life pathetic disgusting vermin rat parasite shut_up stfu gtfo get_lost get_out nobody_likes_you nobody_asked_you no_one_likes_you everyone_hates_you we_hate_you i_hate_you i_hate_u you_suck u_suck ur_trash youre_trash you_are_trash u_are_trash ur_garbage youre_garbage ur_bad ur_dogshit you_are_dogshit delete_your_channel delete_your_account delete_channel quit_streaming stop_streaming talentless fake_tits cheater cheaters hacker dick dicks cock pussy pussies crackhead junkie degenerate degenerates terrorist nazi racist virgin neckbeard cringe_lord`,
  },
  {
    tag: 'insult',
    weight: 2,
    terms: `fuck fucking fucked fucker fuckin shit shitty shitter crap damn wtf ass noob noobs trash garbage dumb stupid lame suck sucks sucked cringe cringy boring hate weirdo weird gross nasty fat bad_streamer ego toxic crybaby cry_more cope seethe karen dead_game L_streamer ratio`,
  },
];

/** English surroundings in which the words above are aimed at nobody. */
export const BENIGN_EN =
  'fuck_yes fuck_yeah fuck_yea holy_fuck holy_shit the_shit no_shit shit_ton shit_load badass bad_ass smart_ass big_ass long_ass kick_ass good_ass nice_ass sweet_ass ass_clap hell_yeah damn_good sick_shit oh_shit fucking_love fucking_good fucking_great fucking_awesome fucking_insane fucking_amazing fucking_hilarious fucking_legend fucking_cool fucking_nice fucking_clean love_you_bitch trash_talk trash_can garbage_collection garbage_time clown_emote clown_fiesta lab_rat rat_king rat_build moby_dick dick_van pussycat pussy_cat cock_pit noob_question dumb_question stupid_question weird_flex fat_stacks fat_loot fat_chance phat hate_it_when i_hate_this_boss hate_this_game hate_this_map pig_farm guinea_pig shut_up_and_take_my_money not_bad no_hate my_bad cheat_code snigger niger nigeria';
