"""Function words and courtesies, which say nothing about the topic of a question."""

from __future__ import annotations

_WORDS = {
    "en": """
        a about above after again against ain't all almost already also although always am an
        and any anybody anyone anything are aren't around as ask asked asking at away back be
        because been before being below best between both but by came can can't cannot come
        could couldn't did didn't do does doesn't doing don't done down during each either else
        etc even ever every everything few for from further get gets getting give go goes going
        gonna good got had hadn't has hasn't have haven't having he hello help her here hers
        herself hey hi him himself his how however i i'd i'll i'm i've if in instead into is
        isn't it it's its itself just keep keeps kind know last let let's like look looking lot
        made make makes making many may maybe me might mine more most much must my myself need
        needed needs neither never no nor not nothing now of off often oh ok okay on once one
        only onto or other our ours ourselves out over own per please possible put question
        quite rather really right said same say see seem seems shall she should shouldn't since
        so some somebody someone something still such sure take tell than thank thanks that
        that's the their theirs them themselves then there there's these they they're thing
        things think this those though through to too told tried try trying two under until up
        upon us use used using very via want wanted wants was wasn't way we we're we've well
        went were weren't what what's when where whether which while who whom whose why will
        wish with without won't would wouldn't yes yet you you'd you'll you're you've your yours
        yourself arent cant couldnt
        didnt doesnt dont hadnt hasnt havent im isnt ive shouldnt wasnt werent wont wouldnt""",
    "de": """
        aber alle allem allen aller alles als also am an andere auch auf aus bei beim bin bis
        bitte da dadurch damit danke dann darf das dass dein dem den denn der des dich die dies
        diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er
        es etwas euch euer für gegen geht gibt habe haben hallo hat hätte hatte hier hilfe ich
        ihm ihn ihnen ihr ihre im immer in ins ist ja jede jeder jedes jetzt kann kein keine
        keinen können könnte man mehr mein meine meinem meinen meiner mich mir mit möchte muss
        müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie sind
        so soll sollte sondern über um und uns unser unter viel viele vom von vor wann wäre war
        warum was wegen weil welche welchem welchen welcher welches wenn wer werde werden wie
        wieder will wir wird wo woher wohin wurde zu zum zur""",
    "fr": """
        à afin ai aide alors après as au aucun aucune aussi autre aux avant avec avez avoir
        bonjour ça car ce cela ces cet cette chez comme comment dans de depuis des dois donc du
        elle elles en encore est et être eu faire fait faut fois ici il ils j'ai je jour l'on la
        le les leur leurs lors lui ma mais me même merci mes moi mon ne ni nos notre nous on ont
        ou où par parce pas pendant peu peut peux plus pour pourquoi pouvez puis qu'il quand que
        quel quelle quelles quels qui quoi sa sans se sera ses si son sont sous suis sur ta te
        tes toi ton tous tout toute toutes très tu un une veux vers voici vos votre voudrais
        vous y""",
    "es": """
        a al algo alguna alguno antes aquí así aunque ayuda cada como cómo con cual cuál cuando
        cuándo de del desde dónde donde dos el él ella ellas ellos en entre era es esa ese eso
        esta está estaba están estar este esto estoy fue gracias ha hace hacer hasta hay he hola
        la las le les lo los más me mi mí mis mucho muy nada ni no nos nosotros nuestra nuestro
        o otra otro para pero por porque qué que quién quiero se sea ser si sí sin sobre solo
        son su sus también tan te tengo tiene todo todos tu tú tus un una uno unos usted y ya yo
        puede puedo""",
    "it": """
        a ad ai aiuto al alla alle allo anche ancora avere che chi ci ciao come con cosa così da
        dai dal dalla dei del della delle dello deve di dopo dove due e è ed era essere fa fare
        fra gli grazie ha hai hanno ho i il in io la le lei lo loro lui ma me mi mia mie miei
        mio molto ne nel nella no noi non nostro o ogni oppure per perché però più poi posso può
        qual quale quando questa questo qui se sei senza si sia solo sono sta su sua sue sul
        sulla suo te ti tra tu tuo tutti tutto un una uno vi voglio voi vorrei""",
    "pt": """
        a à ajuda algo ao aos aqui as às até cada com como da das de dela dele depois do dos e é
        ela ele eles em entre era essa esse esta está estão estar este estou eu faz fazer foi há
        isso isto já lhe lo mais mas me mesmo meu meus minha minhas muito na não nas nem no nos
        nós nossa nosso num numa o obrigada obrigado olá onde os ou para pela pelo pode por
        porque posso qual quando que quem quero são se sem ser seu seus só sobre sua suas também
        te tem tenho ter teu tudo um uma você""",
    "nl": """
        aan al alle als altijd ben bij dan dat de deze die dit doe doen door dus een en er gaan
        gaat geen graag haar had hallo heb hebben heeft het hier hij hoe hulp ik in is ja je jij
        jullie kan kunnen maar mag me meer met mij mijn moet moeten na naar niet niets nog nu of
        om omdat onder ons ook op over te tot u uit uw van veel voor waar waarom wanneer want
        was wat we wel werd wie wij wil willen worden wordt ze zelf zich zij zijn zo zonder zou""",
}


def stop_words(language: str) -> frozenset[str]:
    """Stop words of a language such as ``en``; none where we have no list."""
    return frozenset(_WORDS.get(language, "").split())
