"""The English words that build sentences whatever they are about, kind by kind."""

from __future__ import annotations

__all__ = ["ENGLISH"]

_DETERMINERS = """
a an the this that these those each every either neither another any some no all both half several
few fewer many more most much less least other others such same own enough what whatever which
whichever whose
"""

_PRONOUNS = """
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves one oneself who whom whoever
whomever someone somebody something anyone anybody anything everyone everybody everything nobody
none nothing
"""

_AUXILIARIES = """
am is are was were be been being have has had having do does did doing done can could may might must
shall should will would ought cannot
"""

_PREPOSITIONS = """
about above across after against along alongside amid among amongst around as at before behind below
beneath beside besides between beyond by despite down during except for from in inside into like
near of off on onto out outside over past per since than through throughout till to toward towards
under underneath unlike until unto up upon versus via with within without
"""

_CONJUNCTIONS = """
and but or nor so yet if unless although though because while whilst whereas whether once lest
"""

_ADVERBS = """
again ago almost already also always away back else elsewhere even ever far further hence here how
however indeed instead just maybe meanwhile moreover nearly never nevertheless nonetheless not now
often only otherwise perhaps quite rather really right somehow sometimes somewhat somewhere soon
still then there thereby therefore thus together too very well when whenever where whereby wherever
why
"""

_CONTRACTIONS = """
i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd
she'll it's it'd it'll they're they've they'd they'll that's that'd that'll there's there'd there'll
here's what's what're what'll who's who'd who'll where's when's why's how's let's ain't aren't
can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mayn't mightn't mustn't needn't
oughtn't shan't shouldn't wasn't weren't won't wouldn't could've might've must've should've would've
"""

_KINDS = (
    _DETERMINERS,
    _PRONOUNS,
    _AUXILIARIES,
    _PREPOSITIONS,
    _CONJUNCTIONS,
    _ADVERBS,
    _CONTRACTIONS,
)
ENGLISH = frozenset(word for kind in _KINDS for word in kind.split())
