"""Which people belong to which place: "French" and "Frenchman" to France.

A closed list of countries, of some parts of countries and of continents, each with the adjective
and the nouns for who is from there. What means something else in news more often than its people
("Pole", "Turk") stands there as well: whether a word is meant so is for its reader to tell.
"""

from collections.abc import Iterator
from typing import Final

_PLACES: Final = """
    Afghanistan afghan
    Africa african
    Albania albanian
    Algeria algerian
    Andorra andorran
    Angola angolan
    Argentina argentine argentinian argentinean
    Armenia armenian
    Asia asian
    Australia australian aussie
    Austria austrian
    Azerbaijan azerbaijani azeri
    Bahamas bahamian
    Bahrain bahraini
    Bangladesh bangladeshi
    Barbados barbadian bajan
    Basque_Country basque
    Bavaria bavarian
    Belarus belarusian belarussian
    Belgium belgian
    Belize belizean
    Benin beninese
    Bermuda bermudian
    Bhutan bhutanese
    Bolivia bolivian
    Bosnia bosnian
    Botswana botswanan
    Brazil brazilian
    Britain british briton brit
    Brunei bruneian
    Bulgaria bulgarian
    Burkina_Faso burkinabe
    Burundi burundian
    California californian
    Cambodia cambodian
    Cameroon cameroonian
    Canada canadian
    Catalonia catalan
    Chad chadian
    Chechnya chechen
    Chile chilean
    China chinese
    Colombia colombian
    Comoros comorian
    Congo congolese
    Corsica corsican
    Costa_Rica costa_rican
    Crimea crimean
    Croatia croatian croat
    Cuba cuban
    Cyprus cypriot
    Czech_Republic czech
    Denmark danish dane
    Djibouti djiboutian
    Dominican_Republic dominican
    East_Timor timorese
    Ecuador ecuadorian ecuadorean
    Egypt egyptian
    El_Salvador salvadoran salvadorian salvadorean
    England english englishman englishmen englishwoman englishwomen
    Eritrea eritrean
    Estonia estonian
    Ethiopia ethiopian
    Europe european
    Fiji fijian
    Finland finnish finn
    Flanders flemish
    France french frenchman frenchmen frenchwoman frenchwomen
    Gabon gabonese
    Gambia gambian
    Georgia georgian
    Germany german
    Ghana ghanaian
    Greece greek
    Greenland greenlandic greenlander
    Grenada grenadian
    Guatemala guatemalan
    Guinea guinean
    Guyana guyanese
    Haiti haitian
    Hawaii hawaiian
    Honduras honduran
    Hong_Kong hong_konger hongkonger
    Hungary hungarian
    Iceland icelandic icelander
    India indian
    Indonesia indonesian
    Iran iranian
    Iraq iraqi
    Ireland irish irishman irishmen irishwoman irishwomen
    Israel israeli
    Italy italian
    Ivory_Coast ivorian
    Jamaica jamaican
    Japan japanese
    Jordan jordanian
    Kashmir kashmiri
    Kazakhstan kazakh kazakhstani
    Kenya kenyan
    Korea korean
    Kosovo kosovar kosovan
    Kurdistan kurdish kurd
    Kuwait kuwaiti
    Kyrgyzstan kyrgyz kyrgyzstani
    Laos laotian
    Latvia latvian
    Lebanon lebanese
    Liberia liberian
    Libya libyan
    Liechtenstein liechtensteiner
    Lithuania lithuanian
    London londoner
    Luxembourg luxembourgish luxembourger
    Macedonia macedonian
    Madagascar malagasy madagascan
    Malawi malawian
    Malaysia malaysian
    Maldives maldivian
    Mali malian
    Malta maltese
    Mauritania mauritanian
    Mauritius mauritian
    Mexico mexican
    Moldova moldovan
    Monaco monegasque
    Mongolia mongolian
    Montenegro montenegrin
    Morocco moroccan
    Mozambique mozambican
    Myanmar burmese
    Namibia namibian
    Nepal nepalese nepali
    Netherlands dutch dutchman dutchmen dutchwoman dutchwomen
    New_York new_yorker
    New_Zealand kiwi new_zealander
    Nicaragua nicaraguan
    Niger nigerien
    Nigeria nigerian
    North_Korea north_korean
    Norway norwegian
    Oman omani
    Pakistan pakistani
    Palestine palestinian
    Panama panamanian
    Papua_New_Guinea papuan
    Paraguay paraguayan
    Paris parisian
    Peru peruvian
    Philippines filipino filipina philippine
    Poland polish pole
    Portugal portuguese
    Puerto_Rico puerto_rican
    Qatar qatari
    Romania romanian
    Russia russian
    Rwanda rwandan
    Samoa samoan
    Saudi_Arabia saudi saudi_arabian
    Scandinavia scandinavian
    Scotland scottish scot scotsman scotsmen scotswoman scotswomen
    Senegal senegalese
    Serbia serbian serb
    Seychelles seychellois
    Siberia siberian
    Sicily sicilian
    Sierra_Leone sierra_leonean
    Singapore singaporean
    Slovakia slovak slovakian
    Slovenia slovenian slovene
    Somalia somali somalian
    Soviet_Union soviet
    Spain spanish spaniard
    Sri_Lanka sri_lankan
    Sudan sudanese
    Suriname surinamese
    Swaziland swazi
    Sweden swedish swede
    Switzerland swiss
    Syria syrian
    Taiwan taiwanese
    Tajikistan tajik
    Tanzania tanzanian
    Texas texan
    Thailand thai
    Tibet tibetan
    Togo togolese
    Tonga tongan
    Trinidad trinidadian
    Tunisia tunisian
    Turkey turkish turk
    Turkmenistan turkmen
    Uganda ugandan
    Ukraine ukrainian
    United_Arab_Emirates emirati
    United_States american
    Uruguay uruguayan
    Uzbekistan uzbek
    Venezuela venezuelan
    Vietnam vietnamese
    Wales welsh welshman welshmen welshwoman welshwomen
    Yemen yemeni
    Zambia zambian
    Zimbabwe zimbabwean
"""
# An adjective or a noun that ends so has no plural with an "s".
_NO_PLURAL: Final = ("ese", "ish", "sh", "ch", "ss", "men", "man", "ic", "yz", "ois")


def demonyms() -> dict[str, str]:
    """Return each demonym, in lower case, with the place it belongs to."""
    return dict(_every())


def _every() -> Iterator[tuple[str, str]]:
    for line in _PLACES.strip().splitlines():
        place, *some = (word.replace("_", " ") for word in line.split())
        for demonym in some:
            yield demonym, place
            if not demonym.endswith(_NO_PLURAL) or demonym == "german":
                yield demonym + "s", place
