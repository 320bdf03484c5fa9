"""What a news reader knows before reading: titles, given names, places, kinds of organisation.

Closed lists, small on purpose: a word that is missing makes a name's kind "other", never wrong.
"""

from functools import cache
from importlib.resources import files
from typing import Final

from summarize.values.demonyms import demonyms


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(words: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in words.split(","))


# Written before a name and not part of it. Compared lower-case, without a full stop.
TITLES: Final = _set("""
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count reverend rev father
    sister brother bishop archbishop cardinal pope imam sheikh sheik ayatollah rabbi king queen
    prince princess duke duchess emperor emir sultan president vice-president premier chancellor
    prime minister senator sen congressman congresswoman representative rep governor gov mayor
    ambassador secretary judge justice general gen colonel col major maj captain capt lieutenant lt
    sergeant sgt corporal private admiral commander officer detective inspector superintendent
    constable sheriff chief marshal emeritus acting former deputy assistant undersecretary minister
    foreign coach director chairman chairwoman attorney correspondent ex-president honourable
    honorable saint comrade monsieur madame señor herr frau
""")

MALE_TITLES: Final = _set("""
    mr sir lord king prince duke emperor sultan father brother pope imam chairman spokesman
    congressman councilman businessman policeman salesman sportsman gentleman monsieur señor herr
    actor son husband grandfather uncle nephew boyfriend widower man boy brother waiter statesman
    cardinal rabbi
""")
FEMALE_TITLES: Final = _set("""
    mrs ms miss lady queen princess duchess baroness dame sister mother chairwoman spokeswoman
    congresswoman councilwoman businesswoman policewoman sportswoman madame frau actress daughter
    wife grandmother aunt niece girlfriend widow woman girl waitress
""")

# Roles written in lower case directly before a person's name ("ministry spokeswoman Hua Chunying").
ROLES: Final = _set("""
    president minister premier chancellor leader chief head chairman chairwoman chair director
    manager executive officer spokesman spokeswoman spokesperson secretary undersecretary
    ambassador envoy senator congressman congresswoman representative governor mayor councillor
    councilman lawmaker candidate nominee professor academic scientist researcher analyst expert
    economist historian author writer novelist poet journalist reporter correspondent editor
    columnist blogger photographer artist illustrator actor actress singer musician rapper
    director filmmaker comedian model designer coach captain striker midfielder defender
    goalkeeper winger manager boss player teammate champion lawyer attorney solicitor barrister
    prosecutor judge doctor nurse surgeon teacher student pupil activist campaigner founder
    co-founder creator owner entrepreneur businessman businesswoman billionaire millionaire farmer
    soldier sergeant detective inspector constable superintendent commander general pilot
    astronaut driver cleric imam bishop priest pope king queen prince princess son daughter
    brother sister wife husband father mother friend girlfriend boyfriend colleague veteran
    politician member officer official witness resident suspect victim gunman killer rival
    opponent predecessor successor star host presenter broadcaster adviser strategist pollster
    treasurer accountant
""")

ORGANISATION_HEADS: Final = _set("""
    ministry department university college school academy institute institution party agency council
    police church inc incorporated corp corporation company co ltd limited plc llc association
    authority news committee commission union federation organisation organization foundation bank
    group court parliament congress senate assembly government administration bureau office board
    club society service services force forces army navy marines guard trust centre center league
    alliance network coalition front movement times post gazette herald guardian telegraph tribune
    journal magazine press television radio broadcasting airlines airways motors industries
    partners holdings entertainment pictures studios records laboratory laboratories observatory
    museum hospital clinic embassy consulate treasury reserve exchange fund programme program
    initiative campaign caucus brigade regiment battalion legion garrison orchestra theatre
    ensemble fc afc cathedral diocese synod taliban hamas hezbollah politburo bundestag knesset
    kremlin pentagon interpol europol unicef greenpeace amnesty oxfam conference project task team
    squad chamber district
""")

# Heads that may be followed by "of" or "for" and more of the name.
OF_HEADS: Final = _set("""
    ministry department university college school academy institute party agency council church
    association authority committee commission union federation organisation organization foundation
    bank court parliament congress house board society league corps office bureau centre center
    chamber friends sons daughters brotherhood order knights institution municipality club society
    university archdiocese diocese confederation republic kingdom state states city isle isles bay
    gulf cape plains bank museum inter-parliamentary
""")

# Heads before "of" that make a place.
GEOGRAPHIC: Final = _set("""
    republic kingdom state states city isle isles island bay gulf cape plains sea strait lake
    mount town village province county territory dome rock
""")

PLACE_HEADS: Final = _set("""
    street road avenue lane boulevard square river lake sea ocean bay gulf strait island islands
    mountain mountains mount hill hills valley desert forest park bridge airport harbour harbor port
    city town village county province region peninsula coast beach canyon falls territory
    territories mosque station stadium arena palace castle tower hotel hall terminal highway
    memorial prison
""")

PLACES: Final = _phrases("""
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria,
    Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan,
    Bolivia, Bosnia, Botswana, Brazil, Britain, Great Britain, Brunei, Bulgaria, Burkina Faso,
    Burma, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Comoros, Congo,
    Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti, Dominican
    Republic, East Timor, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji,
    Finland, France, Gabon, Gambia, Germany, Ghana, Greece, Greenland, Grenada, Guatemala, Guinea,
    Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
    Northern Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Kazakhstan, Kenya, Kosovo,
    Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania,
    Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania,
    Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar,
    Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway,
    Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland,
    Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia, Scotland, Senegal,
    Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South
    Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Swaziland, Sweden,
    Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Tunisia,
    Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, UAE, United Kingdom, UK, U.K.,
    United States, United States of America, US, U.S., USA, Uruguay, Uzbekistan, Vanuatu, Vatican,
    Vatican City, Venezuela, Vietnam, Wales, West Bank, Yemen, Zambia, Zimbabwe, Korea, DPRK, PRC,
    Africa, Asia, Europe, America, North America, South America, Latin America, Central America,
    Antarctica, Arctic, Middle East, Caribbean, Scandinavia, Balkans, Crimea, Chechnya, Kashmir,
    Gaza, Gaza Strip, Catalonia, Bavaria, Sicily, Tuscany, Lombardy, Normandy, Siberia, Manchuria,
    Xinjiang, Ontario, Quebec, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia,
    Queensland, New South Wales, Victoria, Tasmania, Alabama, Alaska, Arizona, Arkansas,
    California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
    Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
    Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, New York
    City, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South
    Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin,
    Wyoming, Washington, Washington DC, Washington D.C., D.C., Kabul, Tirana, Algiers, Buenos
    Aires, Yerevan, Canberra, Vienna, Baku, Dhaka, Minsk, Brussels, Brasilia, Sofia, Ottawa,
    Santiago, Beijing, Shanghai, Guangzhou, Shenzhen, Wuhan, Bogota, Havana, Nicosia, Prague,
    Copenhagen, Cairo, Tallinn, Addis Ababa, Helsinki, Paris, Marseille, Lyon, Berlin, Munich,
    Hamburg, Frankfurt, Cologne, Accra, Athens, Budapest, Reykjavik, Delhi, New Delhi, Mumbai,
    Kolkata, Chennai, Bangalore, Jakarta, Tehran, Baghdad, Mosul, Dublin, Belfast, Cork,
    Jerusalem, Tel Aviv, Haifa, Ramallah, Rome, Milan, Naples, Turin, Florence, Venice, Livorno,
    Tokyo, Osaka, Kyoto, Hiroshima, Amman, Nairobi, Pyongyang, Seoul, Busan, Beirut, Tripoli,
    Benghazi, Vilnius, Riga, Kuala Lumpur, Mexico City, Rabat, Casablanca, Kathmandu, Amsterdam,
    Rotterdam, The Hague, Hague, Wellington, Auckland, Christchurch, Lagos, Abuja, Oslo,
    Islamabad, Karachi, Lahore, Peshawar, Lima, Manila, Warsaw, Krakow, Lisbon, Porto, Doha,
    Bucharest, Moscow, Saint Petersburg, St Petersburg, Kigali, Riyadh, Mecca, Medina, Jeddah,
    Dakar, Belgrade, Cape Town, Johannesburg, Pretoria, Durban, Madrid, Barcelona, Seville,
    Valencia, Colombo, Khartoum, Stockholm, Gothenburg, Malmo, Geneva, Zurich, Bern, Basel,
    Lausanne, Damascus, Aleppo, Homs, Taipei, Bangkok, Tunis, Ankara, Istanbul, Kampala, Kiev,
    Kyiv, Odessa, Dubai, Abu Dhabi, London, Manchester, Birmingham, Liverpool, Leeds, Sheffield,
    Bristol, Newcastle, Nottingham, Leicester, Oxford, Cambridge, Brighton, Cardiff, Swansea,
    Edinburgh, Glasgow, Aberdeen, Dundee, Chicago, Los Angeles, San Francisco, San Diego, San
    Antonio, San Jose, Houston, Dallas, Austin, Phoenix, Philadelphia, Boston, Seattle, Portland,
    Denver, Detroit, Miami, Atlanta, New Orleans, Las Vegas, Baltimore, Cleveland, Pittsburgh, St
    Louis, Minneapolis, Milwaukee, Brooklyn, Manhattan, Queens, Bronx, Harlem, Hollywood, Orlando,
    Tampa, Nashville, Memphis, Charlotte, Sacramento, Honolulu, Toronto, Montreal, Vancouver,
    Calgary, Edmonton, Winnipeg, Halifax, Sydney, Melbourne, Brisbane, Perth, Adelaide, Hobart,
    Darwin, Montevideo, Tashkent, Caracas, Hanoi, Saigon, Ho Chi Minh City, Sanaa, Lusaka, Harare,
    Rio de Janeiro, Sao Paulo, Mogadishu, Kinshasa, Kingston, Port-au-Prince, San Juan, Zagreb,
    Sarajevo, Pristina, Skopje, Ljubljana, Bratislava, Tbilisi, Chisinau, Astana, Bishkek, Ulan
    Bator, Phnom Penh, Vientiane, Yangon, Rangoon, Lhasa, Macao, Kowloon, Westminster, Atlantic,
    Pacific, Atlantic Ocean, Pacific Ocean, Indian Ocean, Mediterranean, Mars, Earth, Moon
""")

# A demonym and the place it belongs to.
DEMONYMS: Final = demonyms()

# Parts of dates, which touch names without belonging to them ("on Friday Mr Xi said").
CALENDAR: Final = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec gmt est edt pst utc bst am pm
""")

# Capitalised in English, and alone neither a person, an organisation nor a place.
NOT_NAMES: Final = CALENDAR | _set("""
    christmas easter ramadan hajj eid hanukkah thanksgiving halloween god allah christian christians
    muslim muslims jew jews jewish catholic catholics protestant protestants hindu hindus buddhist
    sikh islam islamic christianity judaism hinduism buddhism islamophobia republican republicans
    democrat democrats democratic tory tories communist conservative conservatives liberal
    liberals labour internet web tv dvd cd pc ceo cfo coo mp mps mep meps vip vips id pr hiv aids
    dna rna ebola covid covid-19 sars phd ba ma gdp gp gps suv vr ai ufo atm pin hq usb sms pdf ok
    i i'm i've i'll i'd arab arabs arabic latino latinos hispanic hispanics kurdish kurds bible
    koran quran torah nazi nazis marxist olympic olympics olympian north south east west northern
    southern eastern western state government prime lunar english pro anti
""")

# Words that open a sentence, or stand before a name, and are never part of it.
FUNCTION_WORDS: Final = _set("""
    a an the this that these those my our your his her their its he she it they we you i who what
    when where why how which whose if as at by for from in into of off on onto out over to under
    until up upon with without within about above across after against along amid among around
    before behind below beneath beside besides between beyond despite down during except inside
    like near outside past per since through throughout toward towards via and but or nor so yet
    also although because though while whereas unless whether not no never only just even still
    then there here now once again both each either neither every all any some most many much more
    less few several other another such same own yesterday today tomorrow meanwhile however
    moreover furthermore instead later earlier recently currently previously according asked
    speaking talking writing following given including can could may might must shall should will
    would do does did is are was were be been being has have had let one two three four five six
    seven eight nine ten dozens hundreds thousands millions last next first second third former
    new local among analysts officials police people us
""")

KNOWN_ORGANISATIONS: Final = _phrases("""
    UN, U.N., United Nations, EU, European Union, NATO, Nato, WHO, WTO, IMF, UNESCO, UNICEF,
    UNHCR, IAEA, OPEC, ASEAN, FIFA, UEFA, IOC, NASA, ESA, CIA, FBI, NSA, MI5, MI6, KGB, FSB, BBC,
    CNN, NBC, ABC, CBS, CBC, ITV, PBS, NPR, AFP, AP, Reuters, Bloomberg, Xinhua, TASS, KCNA,
    Yonhap, Al Jazeera, IBM, BMW, Google, Facebook, Twitter, Microsoft, Apple, Amazon, YouTube,
    Wikipedia, Samsung, Sony, Toyota, Boeing, Airbus, Tesla, Uber, Netflix, Volkswagen, Nokia,
    Nintendo, Ubisoft, Red Cross, Red Crescent, Taliban, Islamic State, ISIS, ISIL, Al-Qaeda,
    al-Qaeda, Hamas, Hezbollah, Boko Haram, Fatah, Congress, Pentagon, Kremlin, White House, State
    Department, Supreme Court, Security Council, Scotland Yard, Labour Party, Conservative Party,
    Democratic Party, Republican Party, NHS, RSPCA, NRA, ACLU, GOP, Wikinews, WikiLeaks,
    Greenpeace, Interpol, Europol, Politico, MSNBC, Fox News, Breitbart, Pew, Guardian, Sun, Daily
    Mail, MailOnline, New York Times, Washington Post, Wall Street Journal, Goldman Sachs, Morgan
    Stanley, JP Morgan, Merrill Lynch, Wells Fargo, Lehman Brothers, Marks & Spencer, Rolls-Royce,
    General Motors, General Electric, Ford, Honda, Nissan, Disney, Walmart, Starbucks, Nike,
    Adidas, BP, Shell, Exxon Mobil, HSBC, Barclays, Deutsche Bank, Alibaba, Huawei, Instagram,
    WhatsApp, Snapchat, Real Madrid, Manchester United, Manchester City, Aston Villa, Sinn Fein,
    Ryanair, Lufthansa, Siemens
""")

GIVEN_NAMES: Final = _set("""
    aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alex alexander
    alexandra alexis ali alice alison allan allen alvin amanda amber amir amy ana andre andrea
    andrei andrew andy angela anita ann anna anne annie anthony antonio arthur ashley barack
    barbara barry ben benjamin bernard bernie beth betty bill billy bob bobby boris brad bradley
    brandon brenda brendan brian bruce bryan cameron carl carla carlos carly carol caroline
    catherine charles charlie charlotte chelsea cheryl chloe chris christian christina christine
    christopher claire claudia cliff colin connor craig cyd daisy dale damian dan daniel danielle
    danny darren dave david dean debbie deborah denis dennis derek diana diane diego dmitry
    dominic don donald donna doris dorothy doug douglas duncan dylan ed eddie edward eileen elaine
    eleanor elena elizabeth ellen emily emma eric erik ernest eugene eva evelyn fatima felix
    fernando fiona frances francesco francis francisco frank fred frederick gabriel gareth gary
    gavin gemma geoff george gerald gerard gillian gina giovanni glen glenn gloria gordon grace
    graham grant greg gregory guy hannah harold harriet harry hassan heather hector helen henry
    hillary holly howard hugh hugo ian ibrahim igor imran irene isaac isabel ivan jack jackie
    jacob jacqueline jake james jamie jan jane janet jason jasmine javier jay jean jeff jeffrey
    jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joanne jodie joe joel
    john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia
    julian julie june karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth
    kerry kevin khaled kim kimberly kirk kyle larry laura lauren laurence lawrence leah lee leo
    leon leonard leslie lewis liam lily linda lindsay lindsey lisa liz logan louis louise luca
    lucas lucy luis luke lynn madeleine mahmoud malcolm manuel marc marco marcus margaret maria
    marie mario marion marissa mark martha martin mary matt matthew maureen maurice max maxime
    megan mehmet melanie melissa michael michel michelle miguel mike mitch mitt mohamed mohammad
    mohammed molly monica muhammad mustafa nadia nancy naomi natalie natasha nathan neil nicholas
    nick nicola nicolas nicole nigel nina noah noel norman oliver olivia omar oscar osama owen
    pamela patricia patrick paul paula pauline pedro penny peter phil philip phillip pierre
    priscilla rachel ralph raul ray raymond rebecca regina rex ricardo richard rick ricky rita rob
    robbie robert roberto robin rodney roger roland ron ronald rory rosa rose ross roy russell
    ruth ryan sabrina sally sam samantha samir samuel sandra sara sarah scott sean sebastian
    sergei sergey seth shane shannon sharon shaun shawn sheila shirley silvia simon sofia sonia
    sophia sophie spencer stacey stan stanley stefania stella stephanie stephen steve steven
    stewart stuart sue suleiman susan suzanne sylvia tamara tanya tara ted terence teresa terry
    theresa thomas tim timothy tina toby todd tom tommy tony tracey tracy trevor tyler umar
    vanessa vera veronica victor victoria vincent vladimir walter wayne wendy wesley will william
    xavier yasmin yusuf yvonne zachary zoe
""")


@cache
def common_words() -> frozenset[str]:
    """Return some five thousand English words that are seldom names, in lower case."""
    return _set((files("summarize.values") / "common_words.txt").read_text(encoding="utf-8"))


# Capitals that reporters write for their governments.
CAPITALS: Final[dict[str, str]] = {
    capital.replace("_", " "): country.replace("_", " ")
    for capital, country in (pair.split(":") for pair in """
    beijing:China pyongyang:North_Korea seoul:South_Korea tokyo:Japan moscow:Russia kiev:Ukraine
    kyiv:Ukraine london:Britain paris:France berlin:Germany rome:Italy madrid:Spain athens:Greece
    ankara:Turkey tehran:Iran baghdad:Iraq damascus:Syria riyadh:Saudi_Arabia cairo:Egypt
    jerusalem:Israel kabul:Afghanistan islamabad:Pakistan delhi:India new_delhi:India
    washington:United_States ottawa:Canada canberra:Australia wellington:New_Zealand taipei:Taiwan
    havana:Cuba caracas:Venezuela brasilia:Brazil warsaw:Poland budapest:Hungary dublin:Ireland
    lisbon:Portugal stockholm:Sweden oslo:Norway copenhagen:Denmark helsinki:Finland vienna:Austria
    nairobi:Kenya pretoria:South_Africa hanoi:Vietnam manila:Philippines bangkok:Thailand
    jakarta:Indonesia mexico_city:Mexico
    """.split())
}  # fmt: skip
