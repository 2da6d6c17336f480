/** How people put a verdict on the movie on the table, and what they say around it, by what it does. */

/** What a piece of a message does. */
export type Sort =
  /** A verdict on the movie, or that it was seen. */
  | "like"
  | "dislike"
  | "seen"
  | "skip"
  | "never"
  /** Says something of it that is neither: "it was ok". */
  | "remark"
  /** "I have." That it was seen, where more is said of it. */
  | "have"
  /** It was not seen, or not yet. */
  | "unseen"
  /** It will be watched, or the suggestion is praised: "sounds great", "good pick". */
  | "willWatch"
  /** A thumb or a face, which counts where no word says otherwise. */
  | "likeSign"
  | "dislikeSign"
  /** "No", which counts where nothing else is said. */
  | "no"
  | "yes"
  /** "Oh", "well", "lol", "and". */
  | "filler"
  /** "Great", "nice": hardly more than a sound. */
  | "sound"
  /** Thanks and farewells: what was great then may have been the talk. */
  | "courtesy"
  /** What they will do, or would, or want. */
  | "plan"
  /** A question or a request. */
  | "ask"
  /** About something else, or too much to be sure. */
  | "other";

type Ways = Partial<Record<Sort, readonly string[]>>;

/** Whole: nothing of the clause is left over behind them. */
export const WHOLE: Ways = {
  like: [
    "<say>? <i've> <helps>*3 <liked> <liked>*3 <adverb>*3 <it>",
    "<helps>*3 <liked-alone> <liked-alone>*3 <adverb>*3 <it>",
    "like it",
    "<think>? <it-was> <a>? <adverb>*3 <good> <noun>? <ever>?",
    "<think>? <it-was> <what-a>? <a>? <adverb>*2 <praised>",
    "<that-is> <what-a> <adverb>*2 <praised>",
    "<what-a> <praised>",
    "i thought|found <it> <adverb>*3 <good>",
    "i thought|found <it> to be <adverb>*3 <good>",
    "<it-was> the|one <best> <films>? <ever>",
    "<it-was> one of the <best> <films> <ever>?",
    "<that-is> the <best> <films>? <ever>",
    "<that-is> one of the <best> <films> <ever>?",
    "<best> <film> ever",
    "<best> <film>|thing that? i've|i ever? seen|watched <lately>?",
    "<my-favourite> <ever>?",
    "<it-was> <my-favourite> <ever>?",
    "<that-is> <my-favourite> <ever>?",
    "what a|an <film>",
    "what|such a|an <adverb>*3 <good> <film> ever?",
    "<adverb>*3 <very-good> <film> ever?",
    "<that-is> <a> <adverb>*3 <good> <films> <ever>?",
    "<it>? really|totally|just|absolutely? rocked|rocks|ruled|slaps|slapped",
    "<it>? blew me|us away",
    "<it>? blew my mind",
    "<it-was>? not half|too|so? bad <noun>?",
    "a? two|2|big? thumbs up",
    "a? two|2|big? thumbs up from me",
    "<score>? 8|9|10|ten|nine|eight 10|ten",
    "<score>? 8|9|10|ten|nine|eight out of 10|ten",
    "<score>? 4|5|four|five 5|five stars?",
    "<score>? 4|5|four|five out of 5|five stars?",
    "me ha? encanto|encanta|encantado|gusto|gusta|gustado mucho?",
    "j'ai bien|beaucoup? adore|aime",
    "pas mal",
    "fand ich sehr? gut|super|toll",
    "hat mir gut? gefallen",
    "eu? adorei|amei|gostei",
    "好き|最高|面白かった|よかった|良かった",
    "mi e piaciuto|piaciuta molto|tanto|tantissimo?",
    "mi e piaciuto|piaciuta un sacco|casino",
    "l' ho adorato|adorata|amato|amata",
    "bellissimo|stupendo",
    "정말|진짜|너무|완전? 재밌었어|재밌었어요|재미있었어|재미있었어요|좋았어|좋았어요|최고였어|최고였어요|최고야|최고예요",
  ],
  dislike: [
    "<helps>*3 <hated> <hated>*2 <adverb>*3 <it>",
    "<say>? <i've> <helps>*3 <hated> <hated>*2 <adverb>*3 <it>",
    "<i>? <adverb>*2 <not> <adverb>*3 all? that? like|liked|love|loved|enjoy|enjoyed|dig <it>",
    "<i>? <adverb>*2 <not> <adverb>*3 care for <it>",
    "<i>? <adverb>*2 <not> <adverb>*3 get into <it>",
    "<i>? <adverb>*2 can't|cannot|couldn't <adverb>*2 stand|finish|bear|take <it>",
    "<i>? <adverb>*2 can't|cannot|couldn't <adverb>*2 get|sit into|through <it>",
    "<think>? <it-was> <a>? <adverb>*3 <bad> <noun>? <ever>?",
    "i thought|found <it> <adverb>*3 <bad>",
    "i thought|found <it> to be <adverb>*3 <bad>",
    "<think>? <it-was-not> all? that|as|any? <adverb>*3 a|an? <good>|special|interesting <noun>?",
    "<think>? <it-was-not> <adverb>*2 worth it",
    "<it> was <adverb>*3 too <much> <too-much>? <for-us>?",
    "what|such a|an <adverb>*3 <bad> <film> <ever>?",
    "<adverb>*3 terrible|awful|horrible|dreadful|atrocious <film> ever?",
    "<it-was> the|one <worst> <films>? <ever>",
    "<it-was> one of the <worst> <films> <ever>?",
    "<that-is> the <worst> <films>? <ever>",
    "<worst> movie|film|thing ever",
    "<it-was> <what-a>? <a>? <wasted>",
    "<that-is> <what-a>? <a>? <wasted>",
    "<what-a>? waste of my? time",
    "<what-a> <wasted>",
    "<adverb>*3 boring|overrated|overhyped|underwhelming|disappointing|dull|unwatchable|forgettable <as-hell>?",
    "<it-was>? <adverb>*2 not <adverb>*2 exactly? <for-me>",
    "i'm|i was <adverb>*2 not <adverb>*2 <for-me>",
    "<it>? wasn't|isn't <adverb>*2 exactly? <for-me>",
    "i wasn't <adverb>*2 <for-me>",
    "i'm? not <adverb>*2 interested",
    "i'm? not <adverb>*2 interested in <it>",
    "<it>? <adverb>*2 sucked|stank|bombed|flopped",
    "<it-plainly> <adverb>*2 sucks|stinks",
    "<it>? <adverb>*2 bored|annoyed me|us",
    "<i>? was|got|were? <adverb>*2 bored by|with|through|of <it>",
    "<i>? almost|nearly? fell asleep <asleep>",
    "<i>? turned|switched|shut it off",
    "<i>? walked out of|on? it?",
    "<i>? gave up on it",
    "<i>? stopped watching it?",
    "<i>? regret|regretted watching|seeing <it>",
    "<it>? didn't|doesn't really? do it|anything|much for me|us",
    "<it>? didn't|doesn't really? work for me|us",
    "<it>? didn't|doesn't really? grab|interest me|us",
    "<it>? didn't|doesn't really? appeal to me|us",
    "it? did nothing for me|us",
    "<it>? looks|sounds|seems|looked|sounded <adverb>*3 <bad>",
    "<it>? looks|sounds|seems|looked|sounded <adverb>*3 too <much>",
    "two|2|big? thumbs down",
    "two|2|big? thumbs down from me",
    "it's|that's? a? hard|big|strong pass|no",
    "it's|that's? a? hard|big|strong? no from|for me",
    "<score>? 0|1|2|3|zero|one|two|three 10|ten",
    "<score>? 0|1|2|3|zero|one|two|three out of 10|ten",
    "zero|one|0|1 star|stars",
    "no good",
    "no me gusto|gusta|gustaba nada?",
    "la|lo? odie",
    "j'ai deteste",
    "je? n'ai|ai|j'ai pas aime",
    "gefallt mir nicht",
    "hat mir nicht gefallen",
    "fand ich langweilig|schlecht",
    "nao gostei desse|dessa|disso?",
    "eu? odiei",
    "つまらない|つまらなかった",
    "non mi e piaciuto|piaciuta molto|per? niente?",
    "non mi piace questo?",
    "l' ho odiato|odiata|detestato|detestata",
    "bruttissimo|noiosissimo",
    "정말|진짜|너무|완전? 재미없었어|재미없었어요|재미없어|별로였어|별로였어요|지루했어|지루했어요|최악이었어|최악이었어요|노잼이었어",
  ],
  seen: [
    "<i've>? <helps>*3 <saw> <it>",
    "<i>? did|already see|saw|watch <it>",
    "<i've>? have? already|just seen|watched",
    "seen|saw|watched already|before",
    "ya la|lo? vi",
    "ya? la|lo he visto",
    "deja vu|vue celui? la?",
    "je? l' ai deja? vu|vue",
    "l' ho|abbiamo gia? visto|vista",
    "gia visto|vista",
    "이거|그거|이건|그건? 이미|벌써? 봤어|봤어요|봤음|봤습니다",
    "이미 본 거|거야|거예요?",
    "<schon>? schon gesehen",
    "den|die|das? kenn|kenne ich schon?",
    "esse|essa? eu? ja o|a? vi|assisti esse|essa|esta|este|isso?",
    "それもう見た|もう見た|もう観た|見たことある|観たことある|見た|観た|見ました|もう見ました",
  ],
  skip: [
    "i'm|it's? not now|tonight|today|again",
    "i'm|it's? not right now",
    "i'm|it's? not this time",
    "i'm? not in the mood <tonight>?",
    "i'm? not in the mood for <it> <tonight>?",
    "i'm? not feeling <it> <tonight>?",
    "not <it>",
    "maybe|perhaps later|tomorrow",
    "maybe|perhaps? another|next time",
    "maybe|perhaps? some other time",
    "<i-will>? hard? pass|skip <it>?",
    "<i-will>? pass on <it>",
    "i? don't|do not really? want|wanna to? watch|see? <it>",
    "i? don't|do not really? feel like it",
    "i? don't|do not really? feel like watching|seeing? <it>",
    "meh|bof",
    "i'd|i would? rather not",
  ],
  never: [
    "never again",
    "nunca mas",
    "jamais",
    "nie wieder",
    "please? never|don't ever? show|suggest|recommend|give me? <it> <ever-again>?",
    "please? do not ever? show|suggest|recommend|give me? <it> <ever-again>?",
  ],
  remark: [
    "four|five|4|5 stars",
    "<it-was>? <adverb>*3 too <much> <too-much>? <for-us>?",
    "<think>? <it-was> <a>? <adverb>*3 <so-so> <noun>? <ever>?",
    "<think>? <it-was-not> <adverb>*3 the|my|a|an? <bad>|<so-so>|best|worst|favourite|favorite <noun>?",
    "<it>? <adverb>*2 made me|us cry|laugh|think|smile|jump|sad",
    "<it>? <adverb>*2 scared me|us",
    "<i> cried|laughed|screamed so? hard|much?",
    "<score>? 6|7|six|seven 10|ten",
    "<score>? 6|7|six|seven out of 10|ten",
  ],
  have: [
    "i|we have|did",
    "i|we sure have|did",
    "i|we already have",
    "i|we have already",
    "i|we already? know <it> already?",
  ],
  unseen: [
    "not yet",
    "i|we haven't|didn't yet?",
    "i|we have|did not yet?",
    "haven't",
    "nor have i",
    "never",
    "not that one either",
  ],
  willWatch: [
    "<i-will> <adverb>*2 watch|try|take <it> <tonight>?",
    "<i-will> <adverb>*2 check <it> out <tonight>?",
    "<i-will> <adverb>*2 go with <it> <tonight>?",
    "<i-will> <adverb>*2 give <it> a try|go|shot|watch <tonight>?",
    "watching|trying <it> <tonight>?",
    "i'm in",
    "count me in",
    "i'm? sold",
    "yes please",
    "works for me",
    "that works",
    "<it>? sounds|looks|seems <adverb>*3 <good>",
    "<it>? sounds|looks|seems <adverb>*3 <so-so>",
    "<it>? sounds|looks|seems <adverb>*3 like fun",
    "<it>? sounds|looks|seems <adverb>*3 promising|right",
    "<that-is>? <a>? <adverb>*3 <good> <pick>",
    "<that-is>? <a>? <adverb>*3 nice|cool|solid|interesting <pick>",
    "<that-is> perfect|it",
    "<that-is> the one",
    "perfect|excellent",
    "spot on",
  ],
};

/** Small change: whatever comes behind them. */
export const SMALL: Ways = {
  likeSign: ["👍|❤|♥|😍|🥰|💯|🤩|💖"],
  dislikeSign: ["👎|🤮|💩|😴|🥱|🤢"],
  yes: ["yes|yeah|yep|yup|yess|yass|yea|ya|absolutely|definitely|sure|si|oui|ja|네|응|예", "of course"],
  no: [
    "no",
    "no no",
    "no no no",
    "god|hell|heck no",
    "no thanks",
    "no thank you",
    "nope|nah|naw|ew|eww|yuck",
    "nein danke?",
    "non merci?",
    "no grazie",
    "아니|아니요|아뇨",
  ],
  sound: [
    "great|good|nice|cool|sweet|lovely|awesome|amazing|fantastic|brilliant|wonderful|ok|okay|k|kk|alright|right|exactly",
    "true|wow|interesting|fine|fun|same|hm|hmm",
    "got it",
    "i see|agree",
    "no way",
    "<that-is> so|really|very? great|good|cool|awesome|nice|fun|funny|amazing",
  ],
  courtesy: [
    "many|ok|great? thanks|thx|ty|cheers so|very? much|again|anyway|though?",
    "thanks a lot",
    "thank you|u so|very? much|again|anyway?",
    "<thanks> for your|the|all your? help|time|suggestion|suggestions|recommendation|recommendations",
    "good? bye|goodbye|night",
    "see you|ya later?",
    "you? have|enjoy a|your great|good|nice|lovely? day|night|evening|one|weekend too?",
    "i appreciate it|that",
    "i appreciate the|your help|suggestions",
  ],
  filler: [
    "oh|ooh|ah|aw|aww|omg|well|lol|lmao|haha|hahaha|hahahaha|ha|um|uh|er|ugh|man|dude|bro|damn|jeez|god|honestly|actually",
    "oh my god|gosh?",
    "tbh|ngl|sorry|hey|hi|hello|and|but|so|also|then|because|cause|plus|although|though|especially|please|oops|yay|yikes",
    "i mean",
    "not gonna|going lie|to lie?",
    "😂|🤣|😊|🙂|😅|😭|😢|🎉|🙏|👏|😁|😉|😄",
  ],
};

/** How a clause begins that is neither whole nor small: what somebody will, would, may or wants to do. */
export const PLANS = ["<who>? really|definitely|probably|totally|maybe? <will>"];
/** How questions and requests begin. */
export const ASKS = [
  "what|which|who|whose|how|where|when|why|is|are|does|has|can|any|anything|something|some|more|another|other|others|show",
  "what's|who's|isn't|wasn't|aren't|doesn't|was|were",
  "do you|they|people|i",
  "did",
  "have you",
  "could|would|will|can you",
  "give|recommend|suggest|find|tell|list|name|got|next|similar|looking|need|please",
  "i'm looking",
  "i'm? in the mood",
];
