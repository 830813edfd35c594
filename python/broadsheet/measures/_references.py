"""Where the measures are published."""

from __future__ import annotations

from typing import Final

ANDERSON_1983: Final = (
    "Anderson, J. (1983). Lix and Rix: variations on a little-known readability index. Journal of "
    "Reading 26(6), 490-496"
)
BENJAMINI_HOCHBERG_1995: Final = (
    "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the "
    "Royal Statistical Society B 57(1), 289-300"
)
BIBER_ET_AL_1998: Final = (
    "Biber, D., Conrad, S. and Reppen, R. (1998). Norming frequency counts. Corpus linguistics: "
    "investigating language structure and use, 263-264. Cambridge University Press"
)
BJORNSSON_1968: Final = "Björnsson, C. H. (1968). Läsbarhet. Stockholm: Liber"
BLAHETA_JOHNSON_2001: Final = (
    "Blaheta, D. and Johnson, M. (2001). Unsupervised learning of multi-word verbs. "
    "Proceedings of the ACL/EACL workshop on collocation, 54-60"
)
BOUMA_2009: Final = (
    "Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. "
    "Proceedings of GSCL 2009, 31-40"
)
BURCH_ET_AL_2017: Final = (
    "Burch, B., Egbert, J. and Biber, D. (2017). Measuring and interpreting lexical dispersion in "
    "corpus linguistics. Journal of Research Design and Statistics in Linguistics and "
    "Communication Science 3(2), 189-216"
)
CAMPOS_ET_AL_2020: Final = (
    "Campos, R., Mangaravite, V., Pasquali, A., Jorge, A., Nunes, C. and Jatowt, A. (2020). YAKE! "
    "Keyword extraction from single documents using multiple local features. Information Sciences "
    "509, 257-289"
)
CARROLL_1964: Final = "Carroll, J. B. (1964). Language and thought. Prentice-Hall"
CARROLL_1970: Final = (
    "Carroll, J. B. (1970). An alternative to Juilland's usage coefficient for lexical "
    "frequencies. ETS Research Bulletin Series 1970(2)"
)
CHALL_DALE_1995: Final = (
    "Chall, J. S. and Dale, E. (1995). Readability revisited: the new Dale-Chall readability "
    "formula. Brookline Books"
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
CLAUSET_ET_AL_2009: Final = (
    "Clauset, A., Shalizi, C. R. and Newman, M. E. J. (2009). Power-law distributions in empirical "
    "data. SIAM Review 51(4), 661-703"
)
CLOPPER_PEARSON_1934: Final = (
    "Clopper, C. J. and Pearson, E. S. (1934). The use of confidence or fiducial limits "
    "illustrated in the case of the binomial. Biometrika 26(4), 404-413"
)
COLEMAN_LIAU_1975: Final = (
    "Coleman, M. and Liau, T. L. (1975). A computer readability formula designed for machine "
    "scoring. Journal of Applied Psychology 60(2), 283-284"
)
COVINGTON_MCFALL_2010: Final = (
    "Covington, M. A. and McFall, J. D. (2010). Cutting the Gordian knot: the moving-average "
    "type-token ratio (MATTR). Journal of Quantitative Linguistics 17(2), 94-100"
)
DAILLE_1994: Final = (
    "Daille, B. (1994). Approche mixte pour l'extraction automatique de terminologie. PhD "
    "thesis, Université Paris 7"
)
DALE_CHALL_1948: Final = (
    "Dale, E. and Chall, J. S. (1948). A formula for predicting readability. Educational Research "
    "Bulletin 27(1), 11-20, and Instructions, 27(2), 37-54"
)
DENNIS_1965: Final = (
    "Dennis, S. F. (1965). The construction of a thesaurus automatically from a sample of "
    "text. Statistical Association Methods for Mechanized Documentation, 61-148"
)
DUNNING_1993: Final = (
    "Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. "
    "Computational Linguistics 19(1), 61-74"
)
DUNN_1961: Final = (
    "Dunn, O. J. (1961). Multiple comparisons among means. Journal of the American Statistical "
    "Association 56(293), 52-64"
)
EFRON_1979: Final = (
    "Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics "
    "7(1), 1-26"
)
EGBERT_ET_AL_2020: Final = (
    "Egbert, J., Burch, B. and Biber, D. (2020). Lexical dispersion and corpus design. "
    "International Journal of Corpus Linguistics 25(1), 89-115"
)
ENGWALL_1974: Final = (
    "Engwall, G. (1974). Fréquence et distribution du vocabulaire dans un choix de romans "
    "français. PhD thesis, University of Stockholm"
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
FISHER_ET_AL_1943: Final = (
    "Fisher, R. A., Corbet, A. S. and Williams, C. B. (1943). The relation between the number of "
    "species and the number of individuals in a random sample of an animal population. Journal of "
    "Animal Ecology 12(1), 42-58"
)
FLESCH_1948: Final = (
    "Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3), 221-233"
)
GABRIELATOS_MARCHI_2011: Final = (
    "Gabrielatos, C. and Marchi, A. (2011). Keyness: matching metrics to definitions. Corpus "
    "Linguistics in the South 1, Portsmouth"
)
GARWOOD_1936: Final = (
    "Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28(3/4), 437-442"
)
GRIES_2008: Final = (
    "Gries, S. T. (2008). Dispersions and adjusted frequencies in corpora. International Journal "
    "of Corpus Linguistics 13(4), 403-437"
)
GRIES_2013: Final = (
    "Gries, S. T. (2013). 50-something years of work on collocations. International Journal "
    "of Corpus Linguistics 18(1), 137-165"
)
GRIES_2020: Final = (
    "Gries, S. T. (2020). Analyzing dispersion. In Paquot and Gries (eds.), A Practical Handbook "
    "of Corpus Linguistics, 99-118"
)
GRIES_2021: Final = (
    "Gries, S. T. (2021). A new approach to (key) keywords analysis: using frequency, and now "
    "also dispersion. Research in Corpus Linguistics 9(2), 1-33"
)
GRIES_2024: Final = (
    "Gries, S. T. (2024). Frequency, dispersion, association, and keyness: revising and tupleizing "
    "corpus-linguistic measures. Benjamins"
)
GUIRAUD_1954: Final = "Guiraud, P. (1954). Les caractères statistiques du vocabulaire. PUF"
GUNNING_1952: Final = "Gunning, R. (1952). The technique of clear writing. McGraw-Hill"
HARDIE_2014: Final = (
    "Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus "
    "Approaches to Social Science, 28 April 2014"
)
HEAPS_1978: Final = (
    "Heaps, H. S. (1978). Information retrieval: computational and theoretical aspects. Academic "
    "Press, section 7.5"
)
HERDAN_1955: Final = (
    "Herdan, G. (1955). A new derivation and interpretation of Yule's characteristic K. "
    "Zeitschrift für Angewandte Mathematik und Physik 6(4), 332-334"
)
HERDAN_1960: Final = "Herdan, G. (1960). Type-token mathematics. Mouton"
HOFLAND_JOHANSSON_1982: Final = (
    "Hofland, K. and Johansson, S. (1982). Word frequencies in British and American English. "
    "Norwegian Computing Centre for the Humanities"
)
HOLM_1979: Final = (
    "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian "
    "Journal of Statistics 6(2), 65-70"
)
HYNDMAN_FAN_1996: Final = (
    "Hyndman, R. J. and Fan, Y. (1996). Sample quantiles in statistical packages. American "
    "Statistician 50(4), 361-365"
)
JOHNSON_1944: Final = (
    "Johnson, W. (1944). Studies in language behavior: I. A program of research. Psychological "
    "Monographs 56(2), 1-15"
)
JUILLAND_1964: Final = (
    "Juilland, A. and Chang-Rodríguez, E. (1964). Frequency dictionary of Spanish words. Mouton"
)
JUILLAND_1970: Final = (
    "Juilland, A., Brodin, D. and Davidovitch, C. (1970). Frequency dictionary of French words. "
    "Mouton"
)
KILGARRIFF_2001: Final = (
    "Kilgarriff, A. (2001). Comparing corpora. International Journal of Corpus Linguistics 6(1), "
    "97-133"
)
KILGARRIFF_2009: Final = (
    "Kilgarriff, A. (2009). Simple maths for keywords. Proceedings of the Corpus Linguistics "
    "Conference 2009, Liverpool"
)
KILLICK_ET_AL_2012: Final = (
    "Killick, R., Fearnhead, P. and Eckley, I. A. (2012). Optimal detection of changepoints with a "
    "linear computational cost. Journal of the American Statistical Association 107(500), 1590-1598"
)
KINCAID_ET_AL_1975: Final = (
    "Kincaid, J. P., Fishburne, R. P., Rogers, R. L. and Chissom, B. S. (1975). Derivation of new "
    "readability formulas for Navy enlisted personnel. Research Branch Report 8-75"
)
KLEINBERG_2003: Final = (
    "Kleinberg, J. (2003). Bursty and hierarchical structure in streams. Data Mining and "
    "Knowledge Discovery 7(4), 373-397; first at KDD 2002"
)
KROMER_2003: Final = (
    "Kromer, V. (2003). A usage measure based on psychophysical relations. Journal of "
    "Quantitative Linguistics 10(2), 177-186"
)
LEHMANN_1975: Final = (
    "Lehmann, E. L. (1975). Nonparametrics: statistical methods based on ranks. Holden-Day, ch. 1"
)
LEXICAL_COMPUTING_2015: Final = "Lexical Computing (2015). Statistics used in the Sketch Engine"
LIJFFIJT_ET_AL_2016: Final = (
    "Lijffijt, J., Nevalainen, T., Säily, T., Papapetrou, P., Puolamäki, K. and Mannila, H. "
    "(2016). Significance testing of word frequencies in corpora. Digital Scholarship in the "
    "Humanities 31(2), 374-397"
)
LIJFFIJT_GRIES_2012: Final = (
    "Lijffijt, J. and Gries, S. T. (2012). Correction to Gries' 'Dispersions and adjusted "
    "frequencies in corpora'. International Journal of Corpus Linguistics 17(1), 147-149"
)
LYNE_1985: Final = "Lyne, A. A. (1985). The vocabulary of French business correspondence. Slatkine"
MAAS_1972: Final = (
    "Maas, H.-D. (1972). Über den Zusammenhang zwischen Wortschatzumfang und Länge eines Textes. "
    "Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73-96"
)
MANN_WHITNEY_1947: Final = (
    "Mann, H. B. and Whitney, D. R. (1947). On a test of whether one of two random variables is "
    "stochastically larger than the other. Annals of Mathematical Statistics 18(1), 50-60"
)
MCCARTHY_2005: Final = (
    "McCarthy, P. M. (2005). An assessment of the range and usefulness of lexical diversity "
    "measures. PhD thesis, University of Memphis"
)
MCCARTHY_JARVIS_2007: Final = (
    "McCarthy, P. M. and Jarvis, S. (2007). vocd: a theoretical and empirical evaluation. Language "
    "Testing 24(4), 459-488"
)
MCCARTHY_JARVIS_2010: Final = (
    "McCarthy, P. M. and Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study of "
    "sophisticated approaches to lexical diversity assessment. Behavior Research Methods 42(2), "
    "381-392"
)
MCLAUGHLIN_1969: Final = (
    "McLaughlin, G. H. (1969). SMOG grading: a new readability formula. Journal of Reading 12(8), "
    "639-646"
)
MIHALCEA_TARAU_2004: Final = (
    "Mihalcea, R. and Tarau, P. (2004). TextRank: bringing order into texts. Proceedings of EMNLP "
    "2004, 404-411"
)
MONROE_ET_AL_2008: Final = (
    "Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' words: lexical feature "
    "selection and evaluation for identifying the content of political conflict. Political "
    "Analysis 16(4), 372-403"
)
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
PHIPSON_SMYTH_2010: Final = (
    "Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical "
    "Applications in Genetics and Molecular Biology 9(1), article 39"
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
RICE_1984: Final = (
    "Rice, J. (1984). Bandwidth choice for nonparametric regression. Annals of Statistics 12(4), "
    "1215-1230"
)
ROSENGREN_1971: Final = (
    "Rosengren, I. (1971). The quantitative concept of language and its relation to the structure "
    "of frequency dictionaries. Études de linguistique appliquée 1, 103-127"
)
ROSE_ET_AL_2010: Final = (
    "Rose, S., Engel, D., Cramer, N. and Cowley, W. (2010). Automatic keyword extraction from "
    "individual documents. In Berry and Kogan (eds.), Text Mining: Applications and Theory, 1-20"
)
RYCHLY_2008: Final = (
    "Rychlý, P. (2008). A lexicographer-friendly association score. Proceedings of RASLAN 2008, 6-9"
)
SAVICKY_HLAVACOVA_2002: Final = (
    "Savický, P. and Hlaváčová, J. (2002). Measures of word commonness. Journal of Quantitative "
    "Linguistics 9(3), 215-231"
)
SIMPSON_1949: Final = "Simpson, E. H. (1949). Measurement of diversity. Nature 163, 688"
SMADJA_ET_AL_1996: Final = (
    "Smadja, F., McKeown, K. R. and Hatzivassiloglou, V. (1996). Translating collocations for "
    "bilingual lexicons. Computational Linguistics 22(1), 1-38"
)
SMITH_SENTER_1967: Final = (
    "Smith, E. A. and Senter, R. J. (1967). Automated readability index. AMRL-TR-66-220, "
    "Wright-Patterson Air Force Base"
)
SPARCK_JONES_1972: Final = (
    "Spärck Jones, K. (1972). A statistical interpretation of term specificity and its "
    "application in retrieval. Journal of Documentation 28(1), 11-21"
)
TRUONG_ET_AL_2020: Final = (
    "Truong, C., Oudre, L. and Vayatis, N. (2020). Selective review of offline change point "
    "detection methods. Signal Processing 167, 107299"
)
TWEEDIE_BAAYEN_1998: Final = (
    "Tweedie, F. J. and Baayen, R. H. (1998). How variable may a constant be? Measures of lexical "
    "richness in perspective. Computers and the Humanities 32(5), 323-352"
)
WILSON_2013: Final = (
    "Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. "
    "New Approaches to the Study of Linguistic Variability, 3-11"
)
YAO_1988: Final = (
    "Yao, Y.-C. (1988). Estimating the number of change-points via Schwarz' criterion. Statistics "
    "and Probability Letters 6(3), 181-189"
)
YATES_1934: Final = (
    "Yates, F. (1934). Contingency tables involving small numbers and the chi-squared test. "
    "Supplement to the Journal of the Royal Statistical Society 1(2), 217-235"
)
YULE_1944: Final = "Yule, G. U. (1944). The statistical study of literary vocabulary. Cambridge"
ZHANG_ET_AL_2004: Final = (
    "Zhang, H., Huang, C. and Yu, S. (2004). Distributional consistency: as a general method for "
    "defining a core lexicon. Proceedings of LREC 2004"
)
ZIPF_1949: Final = (
    "Zipf, G. K. (1949). Human behavior and the principle of least effort. Addison-Wesley"
)
