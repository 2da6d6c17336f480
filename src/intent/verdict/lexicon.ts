/**
 * The words of verdicts. They are closed lists: a word that is in none of them makes a clause be about something else.
 * How a way to say something is written is told in grammar.ts.
 */
const ways = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(", "));

export const LISTS = {
  // Whoever speaks, alone or with company: what others think is no verdict of theirs.
  i: ways("i, we, we all|both, i|me and my _, my _ and i|me, both of us, the two of us"),
  "i've": ways("<i>, i've, we've"),
  /** Whoever else may watch: what they have seen or do not want is passed over, and says nothing of a taste. */
  others: ways(
    "she, he, they, everyone, everybody, somebody, my|our _, the kids|girls|boys|others|rest, one|half|some of us|them",
  ),
  "others-have": ways("she's, he's, they've, everyone's, everybody's, kids've"),
  /** The movie on the table, and nothing else: no plural, and no "other", "first", "new" or "old" one. */
  it: ways(
    "it, that, this, that|this one, that|this|the <film>, all of it|that|this",
    "every|each minute|second|bit|part, every|each minute|second|bit|part of it|that|this",
  ),
  /** The same, but for what may be said of anything: "that is great" is hardly more than a nod. */
  "it-plainly": ways("it, that|this|the <film>, that|this one"),
  film: ways("movie, film, flick, picture, moovie"),
  "it-was": ways(
    "<it> was, <it-plainly> is, it's, that|this one's, movie|film was, the movie's|film's, the|that|this movie's|film's, was",
  ),
  "was-not": ways("wasn't, isn't, ain't, was not, is not, was never"),
  "it-was-not": ways("<it> <was-not>, it's not|never, <was-not>"),
  not: ways("never, didn't, did not, don't, do not, haven't, have never"),
  helps: ways("have, had, do, did, <adverb>"),
  say: ways("i must|gotta say that?, i have|got to say that?, to|for me, in my opinion, personally"),
  think: ways("i think|thought|guess|suppose|found|feel|felt|believe that?, <say>"),

  adverb: ways(
    "really, so, very, pretty, quite, just, absolutely, totally, actually, honestly, kinda, kind|sort of, sorta, super",
    "definitely, also, already, finally, recently, literally, truly, sure, always, still, even, only, rather, thoroughly",
    "completely, genuinely, personally, such, extremely, incredibly, freaking, fucking, damn, bloody, a bit|little",
    "somewhat, fairly, mostly, certainly, well, too, way, far, much, simply, obviously, secretly",
  ),
  "that-is": ways("that's, that is, this is"),
  good: ways(
    "good, great, amazing, awesome, brilliant, fantastic, excellent, perfect, wonderful, incredible, superb, terrific",
    "outstanding, phenomenal, hilarious, beautiful, fun, funny, lovely, stunning, magnificent, marvelous, marvellous, gr8",
    "dope, epic, enjoyable, entertaining, gripping, delightful, fab, fabulous, stellar, gorgeous",
  ),
  /** What may be said of a film without saying that it is: a "good movie" may be asked for. */
  "very-good": ways(
    "great, amazing, awesome, brilliant, fantastic, excellent, wonderful, incredible, superb, terrific, outstanding",
    "phenomenal, beautiful, lovely",
  ),
  bad: ways(
    "boring, bad, terrible, awful, horrible, dull, stupid, dumb, lame, crap, crappy, shit, shite, shitty, garbage, trash",
    "rubbish, disappointing, underwhelming, overrated, overhyped, over hyped, forgettable, unwatchable, painful, pointless",
    "pretentious, mediocre, weak, cringe, cringey, cringy, annoying, atrocious, dreadful, bland, tedious, lousy, poor",
  ),
  /** Says something of a film, and neither that it was liked nor that it was not. */
  "so-so": ways(
    "ok, okay, alright, all right, fine, decent, meh, so so, average, mid, solid, interesting, different, intense, slow",
    "long, short, predictable, cheesy, corny, weird, strange, odd, confusing, sad, scary, creepy, depressing, violent, gory",
    "silly, dark, cute, sweet, nice, cool, crazy, wild, old, classic, special, emotional",
  ),
  much: ways(
    "<so-so>, <bad>, much, loud, bloody, gross, grim, sappy, soppy, complicated, childish, artsy, slow paced",
  ),
  films: ways("<film>, movies, films"),
  noun: ways("<film>, movies, films, one, watch, ride, story, work"),
  ever: ways(
    "ever, ever made, of all time, that? i've|i ever? seen|watched|saw, that? i have ever? seen, in years|ages",
  ),
  a: ways("a, an, such a|an, the, one of the|my"),
  "what-a": ways(
    "what a|an, such a|an, a|an total|complete|absolute|real|huge|utter|true, total, complete, absolute, pure",
  ),
  best: ways("best, greatest, funniest, finest, coolest, scariest"),
  worst: ways("worst, dumbest, stupidest, most boring, lamest"),
  top: ways("all, time, absolute, personal, very, top"),
  "my-favourite": ways(
    "one of my <top>*3 favourites|favorites|faves|favs|favourite|favorite|fav movies|films?, one of my <top>*3 favourites|favorites|faves|favs",
    "my <top>*3 favourite|favorite|fave|fav <film>?, my <top>*3 favourite|favorite|fave|fav one",
  ),
  praised: ways("masterpiece, gem, banger, blast, triumph, work of art, must see"),
  wasted: ways(
    "waste of time|money, waste of my|our time|money, mess, letdown, let down, disaster, joke, snoozefest, snooze, drag, bore",
    "flop, dud",
  ),

  liked: ways("love, loved, like, liked, enjoy, enjoyed, adore, adored, dig, dug, loves, likes, lovd"),
  /** Said without "I": "like that" would ask for another. */
  "liked-alone": ways("love, loved, liked, enjoyed, adore, adored, dug, lovd"),
  hated: ways("hate, hated, dislike, disliked, despise, despised, detest, detested, loathe, loathed"),
  saw: ways("seen, saw, watched, rewatched, re watched, finished watching"),

  /** What may follow a verdict and leave it one: when, where, with whom, how much. */
  tail: ways(
    "already, before, again, once, twice, yesterday, today, recently, lately, together, too, as well, also, though, tho, tbh",
    "imo, imho, ngl, actually, honestly, really, lol, lmao, haha, hahaha, man, dude, bro, overall, for sure, of course",
    "personally, i think|guess|suppose, i must say, i have to say, to be honest|fair, a lot|ton, lots, tons, so|very|too much",
    "to bits|pieces|death|tears, at all, one bit, more than once, so far, <how-many> times, <how-long> ago|back",
    "last|this night|week|weekend|month|year|summer|winter|spring|autumn|fall|christmas, just? the other day|night|week",
    "in|at the? cinema|cinemas|theater|theaters|theatre|theatres|movies, on tv|netflix|dvd|video|hbo|hulu|prime|cable",
    "on a|the plane|flight, when it first? came out, when it was released|new, when i was a kid|child|boy|girl|teen|teenager",
    "when i was little|young|younger|small|#, when i was in school|college, as|when a? kid|kids|child|children|teen|teenager",
    "back then, back in the day, growing up, with my|our _, with my|our _ and my? _, with the <family>, with some? friends|mates, halfway|half through?, half way",
    "halfway|half way? through it, all the way through?, for|to me|us, from start|beginning to end|finish",
  ),
  family: ways("kids, family, boys, girls, guys, wife, husband, children, whole family, lads"),
  "how-many": ways(
    "<so>? many|several|multiple|#, a few|couple|hundred|thousand|million, a couple|bunch of, two, three, four, five, six, ten",
    "hundreds|thousands of, like #|ten|five|three|twenty|a, like a hundred|thousand|million",
  ),
  so: ways("so, too, very, way too, like, about"),
  "how-long": ways(
    "years, ages, long, a? long? while|time|week|month|year|day, #|two|three|four|many|some|few weeks|months|years|days",
    "a few weeks|months|years|days",
  ),

  /** Words after which, with or without a comma, something new is said. */
  joining: ways("and, but, so, because, cause, cuz, bc, although, especially, then, plus"),
  /** How a sentence begins that nobody parted from the one before. */
  starting: ways(
    "i, i'm, i've, i'll, i'd, we, it, it's, that's, that was, thanks, thank, yes, yeah, no, ok, okay, lol, haha, what, which",
    "who, any, do|have|did you, can|could you, is|are there, give, show, recommend, suggest, something, anything, next, great",
    "amazing, awesome, brilliant, loved, liked, hated, enjoyed, very, not, would, wouldn't, <sign>, 😂, 🤣",
  ),
  sign: ways("👍, ❤, ♥, 😍, 🥰, 💯, 🤩, 💖, 👎, 🤮, 💩, 😴, 🥱, 🤢"),
  "for-me": ways(
    "for me|us, my thing|style|taste|jam|vibe|genre, my cup of tea, my kind|type|sort of <film>, my kind|type|sort of thing",
    "a|the biggest? fan, a|the biggest? fan of <it>, impressed, impressed by|with <it>, into <it>",
  ),
  score: ways("i'd|i would give|rate it a|an?, a|solid, a solid"),
  "too-much": ways("and too? <much>"),
  "for-us": ways("for me|us, for my taste"),
  lately: ways("in years|ages, in a while, in a long time, all year, this year"),
  "as-hell": ways("as hell|fuck"),
  asleep: ways(
    "halfway, halfway through it?, half way through? it?, during|watching|on|through|to it, in the middle, in the middle of it",
    "after ten|twenty|thirty|five|# minutes",
  ),
  schon: ways("hab|habe ich, kenn|kenne ich"),
  tonight: ways("tonight, right now, now, today, later, tomorrow"),
  "i-will": ways("i|we? will|gonna, i'll, we'll, i'm gonna, i'm going to, going to, let's, i? might"),
  "ever-again": ways("to me, again, anymore, any more, ever, ever again, to me again"),
  pick: ways(
    "pick, choice, suggestion, one, idea, call, shout, rec, recommendation, selection, choices, suggestions, ones",
  ),
  thanks: ways("thanks, thank you, thanks so much, thank you so much, thanks a lot"),
  who: ways("i, we, you, he, she, they"),
  will: ways(
    "i'll, i'd, we'll, we'd, will, would, wanna, want, gonna, going to, should, shall, might, may, could, need|have to, must",
    "can't wait, hope, plan, let's, let me, wish, i'm going|gonna|about, i am going",
  ),
} as const satisfies Record<string, readonly string[]>;
