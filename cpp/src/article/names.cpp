#include "names.hpp"

#include "word_set.hpp"

namespace broadsheet::article {
namespace {

// Keys as `name_key` makes them, apart by "|".
constexpr const char* kMonths =
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|"
    "feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|januar|j\u00e4nner|februar|m\u00e4rz|mai|juni|"
    "juli|oktober|dezember|okt|dez|mrz|janvier|f\u00e9vrier|mars|avril|mai|juin|juillet|"
    "ao\u00fbt|septembre|octobre|novembre|d\u00e9cembre|janv|f\u00e9vr|avr|juil|d\u00e9c|enero|"
    "febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|"
    "ago|dic|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|"
    "lug|ott|janeiro|fevereiro|mar\u00e7o|maio|junho|julho|setembro|outubro|novembro|dezembro|"
    "fev|set|out|dez|januari|februari|maart|mei|augustus|mrt|maj|"
    "\u044f\u043d\u0432\u0430\u0440\u044f|\u0444\u0435\u0432\u0440\u0430\u043b\u044f|"
    "\u043c\u0430\u0440\u0442\u0430|\u0430\u043f\u0440\u0435\u043b\u044f|\u043c\u0430\u044f|"
    "\u0438\u044e\u043d\u044f|\u0438\u044e\u043b\u044f|"
    "\u0430\u0432\u0433\u0443\u0441\u0442\u0430|\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f|"
    "\u043e\u043a\u0442\u044f\u0431\u0440\u044f|\u043d\u043e\u044f\u0431\u0440\u044f|"
    "\u0434\u0435\u043a\u0430\u0431\u0440\u044f|\u044f\u043d\u0432|\u0444\u0435\u0432|"
    "\u043c\u0430\u0440|\u0430\u043f\u0440|\u0438\u044e\u043d|\u0438\u044e\u043b|"
    "\u0430\u0432\u0433|\u0441\u0435\u043d|\u0441\u0435\u043d\u0442|\u043e\u043a\u0442|"
    "\u043d\u043e\u044f|\u043d\u043e\u044f\u0431|\u0434\u0435\u043a|"
    "\u0441\u0456\u0447\u043d\u044f|\u043b\u044e\u0442\u043e\u0433\u043e|"
    "\u0431\u0435\u0440\u0435\u0437\u043d\u044f|\u043a\u0432\u0456\u0442\u043d\u044f|"
    "\u0442\u0440\u0430\u0432\u043d\u044f|\u0447\u0435\u0440\u0432\u043d\u044f|"
    "\u043b\u0438\u043f\u043d\u044f|\u0441\u0435\u0440\u043f\u043d\u044f|"
    "\u0432\u0435\u0440\u0435\u0441\u043d\u044f|\u0436\u043e\u0432\u0442\u043d\u044f|"
    "\u043b\u0438\u0441\u0442\u043e\u043f\u0430\u0434\u0430|\u0433\u0440\u0443\u0434\u043d\u044f";

constexpr const char* kWeekdays =
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|"
    "fri|sat|sun";

constexpr const char* kRegions =
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
    "hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|"
    "michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|"
    "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
    "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
    "west virginia|wisconsin|wyoming|district of columbia|puerto rico|guam|al|ak|az|ar|ca|co|ct|"
    "de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|"
    "pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|pr|ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|"
    "ind|kan|kans|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nebr|nev|okla|ore|oreg|pa|penn|tenn|"
    "tex|vt|va|wash|wis|wisc|wyo|cal|w va|n mex|n dak|s dak|n car|s car|alberta|british columbia|"
    "manitoba|new brunswick|newfoundland|newfoundland and labrador|northwest territories|"
    "nova scotia|nunavut|ontario|prince edward island|quebec|saskatchewan|yukon|alta|ont|que|"
    "sask|man|bc|nb|ns|pei|nfld|ab|mb|on|qc|sk|new south wales|queensland|south australia|"
    "tasmania|victoria|western australia|nsw|northern territory|england|scotland|wales|"
    "northern ireland|great britain|uk|usa|us|united states|united kingdom|uae|ussr|soviet union|"
    "west germany|east germany|czechoslovakia|yugoslavia|west bank|gaza strip|gaza|kosovo|crimea|"
    "siberia|chechnya|dagestan|kashmir|tibet|hong kong|macau|greenland|bermuda|sicily|bavaria|"
    "catalonia|british west indies|cayman islands|grand cayman|virgin islands|zaire|burma|"
    "rhodesia|bosnia|afghanistan|albania|algeria|andorra|angola|antigua|argentina|armenia|aruba|"
    "australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|"
    "benin|bhutan|bolivia|bosnia-herzegovina|bosnia and herzegovina|botswana|brazil|brunei|"
    "bulgaria|burkina faso|burundi|cambodia|cameroon|canada|cape verde|central african republic|"
    "chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|czech republic|"
    "czechia|denmark|djibouti|dominica|dominican republic|east timor|ecuador|egypt|el salvador|"
    "equatorial guinea|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|"
    "germany|ghana|greece|grenada|guatemala|guinea|guinea-bissau|guyana|haiti|honduras|hungary|"
    "iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|"
    "kazakhstan|kenya|kiribati|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|"
    "liechtenstein|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|malta|"
    "mauritania|mauritius|mexico|micronesia|moldova|monaco|mongolia|montenegro|morocco|"
    "mozambique|myanmar|namibia|nauru|nepal|netherlands|new zealand|nicaragua|niger|nigeria|"
    "north korea|north macedonia|macedonia|norway|oman|pakistan|palau|panama|papua new guinea|"
    "paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|samoa|saudi arabia|"
    "senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|solomon islands|somalia|"
    "south africa|south korea|south sudan|south vietnam|north vietnam|spain|sri lanka|st lucia|"
    "st vincent|sudan|suriname|swaziland|sweden|switzerland|syria|taiwan|tajikistan|tanzania|"
    "thailand|togo|tonga|trinidad|trinidad and tobago|tunisia|turkey|turkmenistan|uganda|ukraine|"
    "united arab emirates|uruguay|uzbekistan|vanuatu|vatican|venezuela|vietnam|yemen|zambia|"
    "zimbabwe";

constexpr const char* kCities =
    "atlanta|baltimore|boston|chicago|cincinnati|cleveland|dallas|denver|detroit|honolulu|"
    "houston|indianapolis|las vegas|los angeles|miami|milwaukee|minneapolis|new orleans|new york|"
    "new york city|oklahoma city|philadelphia|phoenix|pittsburgh|st louis|saint louis|"
    "salt lake city|san antonio|san diego|san francisco|seattle|washington|capitol hill|"
    "united nations|abidjan|abu dhabi|abuja|accra|addis ababa|aleppo|algiers|almaty|amman|"
    "amsterdam|ankara|antananarivo|ashgabat|asmara|astana|asuncion|athens|auckland|baghdad|baku|"
    "bamako|bangalore|bangkok|bangui|barcelona|basra|beijing|beirut|belfast|belgrade|benghazi|"
    "berlin|bern|bishkek|bogota|bombay|bonn|brasilia|bratislava|brazzaville|brussels|bucharest|"
    "budapest|buenos aires|bujumbura|cairo|calcutta|calgary|canberra|cape town|caracas|chennai|"
    "chisinau|colombo|conakry|copenhagen|dakar|damascus|dar es salaam|delhi|dhaka|djibouti|doha|"
    "donetsk|dubai|dublin|dushanbe|edinburgh|frankfurt|freetown|gaborone|gaza city|gaza|geneva|"
    "gibraltar|grozny|guatemala city|hanoi|harare|havana|helsinki|ho chi minh city|hong kong|"
    "islamabad|istanbul|jakarta|jeddah|jerusalem|johannesburg|juba|kabul|kampala|karachi|"
    "kathmandu|khartoum|kiev|kyiv|kigali|kingston|kinshasa|kolkata|kuala lumpur|kuwait city|"
    "kuwait|la paz|lagos|lahore|leningrad|libreville|lilongwe|lima|lisbon|ljubljana|london|"
    "luanda|lusaka|luxembourg|macau|madrid|managua|manama|manila|maputo|maseru|melbourne|"
    "mexico city|milan|minsk|mogadishu|monaco|monrovia|montevideo|montreal|moscow|mosul|mumbai|"
    "munich|muscat|nairobi|nassau|new delhi|niamey|nicosia|nouakchott|oslo|ottawa|ouagadougou|"
    "panama city|paris|peking|phnom penh|port-au-prince|prague|pretoria|pristina|pyongyang|"
    "quebec city|quito|rabat|ramallah|rangoon|reykjavik|riga|rio de janeiro|riyadh|rome|san jose|"
    "san juan|san marino|san salvador|sanaa|santiago|santo domingo|sao paulo|s\u00e3o paulo|"
    "sarajevo|seoul|shanghai|simferopol|singapore|skopje|sofia|st petersburg|stockholm|"
    "strasbourg|suva|sydney|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|teheran|tel aviv|"
    "the hague|tirana|tokyo|toronto|tripoli|tunis|turin|ulaanbaatar|ulan bator|vancouver|"
    "vatican city|vienna|vientiane|vilnius|warsaw|wellington|windhoek|yangon|yaounde|yerevan|"
    "zagreb|zurich|wien|z\u00fcrich|genf|br\u00fcssel|moskau|m\u00fcnchen|k\u00f6ln|hamburg|roma|"
    "milano|bruxelles|gen\u00e8ve|\u043c\u043e\u0441\u043a\u0432\u0430|\u043a\u0438\u0435\u0432|"
    "\u043c\u0438\u043d\u0441\u043a|"
    "\u0441\u0430\u043d\u043a\u0442-\u043f\u0435\u0442\u0435\u0440\u0431\u0443\u0440\u0433|"
    "\u043b\u043e\u043d\u0434\u043e\u043d|\u0432\u0430\u0448\u0438\u043d\u0433\u0442\u043e\u043d|"
    "\u043f\u0430\u0440\u0438\u0436|\u043f\u0435\u043a\u0438\u043d|"
    "\u0431\u0440\u044e\u0441\u0441\u0435\u043b\u044c|\u043a\u0438\u0457\u0432|albany|"
    "albuquerque|anchorage|annapolis|austin|baton rouge|boise|brooklyn|buffalo|charlotte|"
    "chattanooga|cheyenne|colorado springs|columbus|concord|dayton|des moines|el paso|fort worth|"
    "fresno|hartford|harrisburg|helena|jacksonville|jersey city|juneau|kansas city|knoxville|"
    "lansing|little rock|long beach|louisville|madison|manhattan|memphis|montgomery|nashville|"
    "newark|norfolk|oakland|olympia|omaha|orlando|palm springs|portland|providence|raleigh|reno|"
    "richmond|rochester|sacramento|salem|santa fe|savannah|spokane|springfield|st paul|syracuse|"
    "tallahassee|tampa|toledo|topeka|trenton|tucson|tulsa|virginia beach|wichita|wilmington|"
    "manchester|liverpool|glasgow|cardiff|leeds|bristol|winnipeg|edmonton|halifax|brisbane|perth|"
    "adelaide|darwin|hobart|christchurch|stuttgart|d\u00fcsseldorf|leipzig|dresden|hyderabad|"
    "ahmedabad|bengaluru|pune|jaipur|lucknow|patna|srinagar|jammu|bhopal|kochi|guwahati|ranchi|"
    "chandigarh|shimla|peshawar|rawalpindi|kandahar|osaka|kyoto|hiroshima|nagasaki|busan|"
    "guangzhou|shenzhen|tianjin|wuhan|chongqing|marseille|lyon|naples|venice|florence|seville|"
    "bilbao|porto|rotterdam|antwerp|krakow|gdansk|lviv|kharkiv|odesa|odessa|sevastopol|"
    "yekaterinburg|vladivostok|durban|nagpur|monterrey|tijuana|guadalajara|medellin|cali|"
    "guayaquil";

constexpr const char* kAgencies =
    "ap|associated press|the associated press|reuters|reuter|thomson reuters foundation|afp|"
    "agence france-presse|upi|united press international|tass|itar-tass|xinhua|"
    "xinhua news agency|dpa|dpa-afx|ansa|efe|kyodo|kyodo news|jiji|jiji press|pti|"
    "press trust of india|uni|ians|ani|interfax|interfax-ukraine|ria|ria novosti|novosti|sputnik|"
    "bloomberg|bloomberg news|cnn|cnnmoney|bbc|bbc news|pa|press association|aap|nzpa|cp|"
    "canadian press|the canadian press|yonhap|kcna|bernama|antara|mena|wam|spa|sana|irna|isna|"
    "mehr|fars|tasnim|anadolu|anadolu agency|aa|apa|ats|sda|belga|anp|tt|ntb|ritzau|stt|pap|ctk|"
    "mti|bta|agerpres|rompres|tanjug|hina|sta|lusa|ukrinform|unian|belta|azertac|trend|kazinform|"
    "prnewswire|pr newswire|prnewswire-usnewswire|prnewswire-firstcall|business wire|"
    "globenewswire|globe newswire|marketwire|marketwired|market wire|ein presswire|accesswire|"
    "newsfile|cnw|cna|dow jones|dow jones newswires|marketwatch|mcclatchy|mcclatchy newspapers|"
    "los angeles times|new york times|washington post|the washington post|usa today|nbc|nbc news|"
    "abc news|cbs|cbs news|cbsnews|fox news|npr|al jazeera|voa|voice of america|rfe/rl|irin|ips|"
    "inter press service|catholic news service|religion news service|rns|jta|cnsnews|cnsnewscom|"
    "politico|notimex|telam|prensa latina|\u0442\u0430\u0441\u0441|"
    "\u0438\u0442\u0430\u0440-\u0442\u0430\u0441\u0441|"
    "\u0438\u043d\u0442\u0435\u0440\u0444\u0430\u043a\u0441|"
    "\u0440\u0438\u0430 \u043d\u043e\u0432\u043e\u0441\u0442\u0438|"
    "\u0443\u043a\u0440\u0438\u043d\u0444\u043e\u0440\u043c|epd|kna|sid|afp/dpa|dpa/afp|"
    "reuters/afp|afp/reuters|ap/reuters";

constexpr const char* kLeadingAgencies =
    "ap|reuters|reuter|afp|upi|tass|itar-tass|xinhua|dpa|kyodo|pti|cnn|interfax|ria novosti|"
    "\u0442\u0430\u0441\u0441|\u0438\u043d\u0442\u0435\u0440\u0444\u0430\u043a\u0441|"
    "\u0440\u0438\u0430 \u043d\u043e\u0432\u043e\u0441\u0442\u0438";

constexpr const char* kParticles =
    "a|al|am|an|and|au|aux|bei|ben|bin|city|d|da|de|del|den|der|des|di|do|dos|du|e|el|en|es|"
    "es-salaam|et|im|in|la|las|le|les|lo|los|near|of|on|op|os|par|s|sous|sul|sur|the|und|upon|"
    "van|vom|von|y|zu";

constexpr const char* kNoPlaces =
    "a|an|the|this|that|these|those|there|here|he|she|it|they|we|i|you|who|what|when|where|why|"
    "how|which|while|after|before|since|until|as|if|because|although|though|but|and|or|nor|so|"
    "yet|not|no|on|by|for|from|with|without|into|over|under|about|against|among|during|through|"
    "between|of|to|is|was|are|were|be|has|have|had|do|does|did|will|would|can|could|should|his|"
    "her|its|their|our|my|your|all|any|both|each|every|few|many|more|most|much|one|two|three|"
    "some|such|than|then|today|tomorrow|yesterday|also|just|only|even|still|advisory|alert|"
    "analysis|announcement|attention|audio|background|blog|breaking|brief|briefing|bulletin|"
    "business|caption|chapter|chart|column|comment|commentary|contact|contacts|copyright|"
    "correction|corrected|credit|date|deadline|developing|editor|editorial|email|embargo|"
    "embargoed|event|exclusive|explainer|fact|factbox|fax|feature|file|figure|first|focus|follow|"
    "graphic|headline|highlights|immediate|info|information|insight|interview|item|last|latest|"
    "letter|listen|live|location|mail|memo|news|newsletter|note|notes|obituary|op-ed|opinion|"
    "part|pct|phone|photo|photos|picture|pictures|place|poll|preview|profile|question|questions|"
    "read|recap|refile|related|release|repeat|report|reports|review|rpt|schedule|section|sen|"
    "senator|senators|sens|rep|reps|session|source|sources|special|spoiler|sport|sports|"
    "statement|story|subject|summary|table|tel|time|timeline|title|topic|topics|transcript|"
    "update|updated|urgent|video|videos|warning|watch|web|website|week|welcome|year|years|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|"
    "sun";

}  // namespace

bool is_month(std::string_view key) {
  static const WordSet names(kMonths);
  return names.contains(key);
}

bool is_weekday(std::string_view key) {
  static const WordSet names(kWeekdays);
  return names.contains(key);
}

bool is_region(std::string_view key) {
  static const WordSet names(kRegions);
  return names.contains(key);
}

bool is_city(std::string_view key) {
  static const WordSet names(kCities);
  return names.contains(key);
}

bool is_agency(std::string_view key) {
  static const WordSet names(kAgencies);
  return names.contains(key);
}

bool is_leading_agency(std::string_view key) {
  static const WordSet names(kLeadingAgencies);
  return names.contains(key);
}

bool is_particle(std::string_view key) {
  static const WordSet names(kParticles);
  return names.contains(key);
}

bool is_no_place(std::string_view key) {
  static const WordSet names(kNoPlaces);
  return names.contains(key);
}

}  // namespace broadsheet::article
