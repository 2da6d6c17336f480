/** Words that say nothing of what a film is about, in the form that wordsOf() gives them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  // articles, pronouns, prepositions, conjunctions
  (
    "a an the this that these those it its itself he him his himself she her hers herself they them their theirs themselves i me my mine " +
    "myself you your yours yourself we us our ours ourselves who whom whose which what when where why how there here and or but nor so " +
    "if then than as at by for from in into of off on onto out over to up with within without about after before between during through " +
    "under until upon while because though although since against among around across along behind beside besides per toward " +
    "towards via amid whether either neither both each every all any some such no not only own too very just also again ever still " +
    "yet even much many more most less least few lot lots other others another else someone somebody something somewhere anyone anybody " +
    "anything everyone everybody everything nobody nothing " +
    // auxiliaries and the commonest verbs
    "be is are was were been being am isnt arent wasnt werent do does did doing done dont doesnt didnt have has had having havent hasnt " +
    "hadnt will would wont wouldnt can could cant cannot couldnt shall should shouldnt may might must let lets get gets got getting gotten " +
    "go goes going went gone come comes came coming make makes made making take takes took taking put puts " +
    "try tries tried trying use uses used using have ive id im ill youre youve hes shes theyre theyve were weve whos " +
    "whats thats theres its ya ok okay yes yeah yep nope hey hi hello oh well please thanks thank pls plz maybe perhaps really actually " +
    "basically literally pretty quite rather kind kinda sort sorta bit way thing things stuff etc " +
    // numbers as words
    "1 2 3 1st 2nd first second  " +
    // asking for films
    "movie movies film films flick flicks cinema picture pictures watch watching watched see seeing seen saw show shows showing shown tell tells " +
    "telling told want wants wanted wanting wish need needs needed look looks looking looked search searching find finds finding recommend " +
    "recommends recommendation recommendations recommended suggest suggests suggestion suggestions know knows known think thinks thought " +
    "remember remembers remembering recall guess called title titled plot story stories character characters scene scenes main " +
    "protagonist like likes liked love loved favorite favourite favorites favourites enjoy enjoyed enjoys good great nice best better bad " +
    "awesome amazing cool interesting decent similar anyone somebody tonight today yesterday tomorrow recently lately feel feeling feels mood give " +
    "gives given set sets based involve involves involving involved deal deals dealing concerning concern regarding contain contains " +
    "containing feature features featuring center centers centred centered focus focuses focused revolve revolves revolving happen happens happened " +
    "happening seem seems seemed sure say says said"
  ).split(/\s+/),
);
