"""Where the measures are published."""

from __future__ import annotations

from typing import Final

BLAHETA_JOHNSON_2001: Final = (
    "Blaheta, D. and Johnson, M. (2001). Unsupervised learning of multi-word verbs. "
    "Proceedings of the ACL/EACL workshop on collocation, 54-60"
)
BOUMA_2009: Final = (
    "Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. "
    "Proceedings of GSCL 2009, 31-40"
)
CHURCH_ET_AL_1991: Final = (
    "Church, K. W., Gale, W. A., Hanks, P. and Hindle, D. (1991). Using statistics in lexical "
    "analysis. In Zernik (ed.), Lexical Acquisition, 115-164"
)
CHURCH_GALE_1991: Final = (
    "Church, K. W. and Gale, W. A. (1991). Concordances for parallel text. Proceedings of the "
    "7th annual conference of the UW Centre for the New OED, 40-62"
)
CHURCH_HANKS_1990: Final = (
    "Church, K. W. and Hanks, P. (1990). Word association norms, mutual information, and "
    "lexicography. Computational Linguistics 16(1), 22-29"
)
DAILLE_1994: Final = (
    "Daille, B. (1994). Approche mixte pour l'extraction automatique de terminologie. PhD "
    "thesis, Université Paris 7"
)
DENNIS_1965: Final = (
    "Dennis, S. F. (1965). The construction of a thesaurus automatically from a sample of "
    "text. Statistical Association Methods for Mechanized Documentation, 61-148"
)
DUNNING_1993: Final = (
    "Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. "
    "Computational Linguistics 19(1), 61-74"
)
EVERT_2005: Final = (
    "Evert, S. (2005). The statistics of word cooccurrences: word pairs and collocations. PhD "
    "thesis, University of Stuttgart; the UCS toolkit"
)
EVERT_2008: Final = (
    "Evert, S. (2008). Corpora and collocations. In Lüdeling and Kytö (eds.), Corpus "
    "Linguistics: An International Handbook, ch. 58"
)
EVERT_2022: Final = (
    "Evert, S. (2022). Measuring keyness. Digital Humanities 2022. doi:10.17605/osf.io/cy6mw"
)
FISHER_1934: Final = (
    "Fisher, R. A. (1934). Statistical methods for research workers, 5th ed., section 21.02"
)
GABRIELATOS_MARCHI_2011: Final = (
    "Gabrielatos, C. and Marchi, A. (2011). Keyness: matching metrics to definitions. Corpus "
    "Linguistics in the South 1, Portsmouth"
)
GRIES_2013: Final = (
    "Gries, S. T. (2013). 50-something years of work on collocations. International Journal "
    "of Corpus Linguistics 18(1), 137-165"
)
HARDIE_2014: Final = (
    "Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus "
    "Approaches to Social Science, 28 April 2014"
)
HOFLAND_JOHANSSON_1982: Final = (
    "Hofland, K. and Johansson, S. (1982). Word frequencies in British and American English. "
    "Norwegian Computing Centre for the Humanities"
)
KILGARRIFF_2009: Final = (
    "Kilgarriff, A. (2009). Simple maths for keywords. Proceedings of the Corpus Linguistics "
    "Conference 2009, Liverpool"
)
LEXICAL_COMPUTING_2015: Final = "Lexical Computing (2015). Statistics used in the Sketch Engine"
PEARSON_1900: Final = (
    "Pearson, K. (1900). On the criterion that a given system of deviations... Philosophical "
    "Magazine 50(302), 157-175"
)
PEDERSEN_1996: Final = (
    "Pedersen, T. (1996). Fishing for exactness. Proceedings of the South-Central SAS Users "
    "Group Conference, 188-200"
)
PEDERSEN_BRUCE_1996: Final = (
    "Pedersen, T. and Bruce, R. (1996). What to infer from a description. Technical report "
    "96-CSE-04, Southern Methodist University"
)
POJANAPUNYA_TODD_2016: Final = (
    "Pojanapunya, P. and Todd, R. W. (2016). Log-likelihood and odds ratio: keyness "
    "statistics for different purposes of keyword analysis. Corpus Linguistics and Linguistic "
    "Theory. doi:10.1515/cllt-2015-0030"
)
QUASTHOFF_WOLFF_2002: Final = (
    "Quasthoff, U. and Wolff, C. (2002). The Poisson collocation measure and its "
    "applications. Second International Workshop on Computational Approaches to Collocations"
)
RAYSON_GARSIDE_2000: Final = (
    "Rayson, P. and Garside, R. (2000). Comparing corpora using frequency profiling. "
    "Proceedings of the ACL workshop on comparing corpora, 1-6"
)
RYCHLY_2008: Final = (
    "Rychlý, P. (2008). A lexicographer-friendly association score. Proceedings of RASLAN 2008, 6-9"
)
SMADJA_ET_AL_1996: Final = (
    "Smadja, F., McKeown, K. R. and Hatzivassiloglou, V. (1996). Translating collocations for "
    "bilingual lexicons. Computational Linguistics 22(1), 1-38"
)
WILSON_2013: Final = (
    "Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. "
    "New Approaches to the Study of Linguistic Variability, 3-11"
)
YATES_1934: Final = (
    "Yates, F. (1934). Contingency tables involving small numbers and the chi-squared test. "
    "Supplement to the Journal of the Royal Statistical Society 1(2), 217-235"
)
