"""Words whose full stop does not, or not always, end a sentence; and words that start one."""

from typing import Final

from summarize.article.words import words_of

# Looked up as written when lower case, else with one capital: "fell ill." is no place in Illinois.
# A name or a number always follows these.
NEVER_END: Final = words_of(
    """
    Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Adm Maj Cmdr Brig Cpl Pvt
    Rev Fr Hon Pres Supt Det Insp Messrs Mme Mlle Amb Atty Ft Mt Mts Asst Assoc Dep Secy Treas Spc
    Pfc Ens Cdr Cllr Vs vs cf viz eg ie al №
    """
)

# These stand before a number; without one, the full stop is a full stop ("He said no.").
BEFORE_NUMBER: Final = words_of(
    "No Nos no nos p pp Art Sec Vol vol Fig fig Ch Par approx est Est c ca op Op tel Tel ext"
)

# These may stand at the end of a sentence: only a word that starts sentences shows it.
MAY_END: Final = words_of(
    """
    Inc Corp Co Cos Ltd Plc Bros Jr Sr St Ave Blvd Rd Sq Hwy Dept Univ Assn Bldg Jd Esq
    inc corp co ltd plc etc dept
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Mass Minn Miss Mont Neb Nev
    Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Dak Ont Que
    """
)

STARTERS: Final = words_of(
    """
    The A An In On At He She It They We I You But And Or So If When While After Before As For From
    By With To This That These Those There Their His Her Its Our My Your What Who Why How Where
    Which Whether Many Most Some All Both Each Every Several Other Others Another No Not Nor Yet
    Still However Although Though Since Because Despite During Until Under Among According Also
    Meanwhile Earlier Later Now Then Last Next Once Only Even Such Just Mr Mrs Ms Dr It's He's
    She's They're There's That's He’s She’s It’s There’s That’s Asked Yesterday Today Tomorrow
    Nearly About Almost Over More Than Image Photo Picture Of Is Are Was Were Have Has Had Will Can
    """
)

NOT_AFTER_CLOCK: Final = words_of(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT
    BST UTC CET IST AEST Eastern Central Pacific Mountain Local Greenwich
    """
)

# What follows the full stop of an internet address, whatever its case ("Booking.Com").
ADDRESS_ENDINGS: Final = words_of(
    "com org net gov edu mil int info biz co uk io ai tv me us eu de fr ca au nz in js py"
)
