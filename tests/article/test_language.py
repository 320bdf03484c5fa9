"""A text that is evidently not English is named; a doubtful one is not."""

import pytest

from summarize.article import language_notice

ENGLISH = (
    "The council of Wells met on Monday to vote on a bridge. It said that work would start in July "
    "and that the bridge, which has been planned for ten years, will cost more than expected."
)


WRITTEN = {
    "French": (
        "La présidente a annoncé mardi que le gouvernement allait présenter un plan pour les "
        "écoles dans les villes. Elle a dit que les maires sont d'accord avec le plan."
    ),
    "German": (
        "Die Regierung hat am Dienstag angekündigt, dass sie einen Plan für die Schulen "
        "vorlegen werde. Der Minister sagte, es sei nicht zu spät und die Städte seien dafür."
    ),
    "Spanish": (
        "El gobierno anunció el martes que va a presentar un plan para las escuelas de las "
        "ciudades. El ministro dijo que los alcaldes están de acuerdo con el plan y que no "
        "es tarde."
    ),
    "Italian": (
        "Il governo ha annunciato martedì che presenterà un piano per le scuole della città. "
        "La ministra ha detto che i sindaci sono d'accordo con il piano e che non è tardi."
    ),
    "Portuguese": (
        "O governo anunciou na terça-feira que vai apresentar um plano para as escolas das "
        "cidades. A ministra disse que os prefeitos não são contra o plano e que não é tarde."
    ),
    "Dutch": (
        "De regering heeft dinsdag gezegd dat er een plan voor de scholen in de steden is. "
        "De minister zei dat het niet te laat is en dat de burgemeesters het met het plan "
        "eens zijn."
    ),
    "Swedish": (
        "Regeringen sade på tisdagen att den har en plan för skolorna i städerna. Det är "
        "inte för sent, sade ministern, och borgmästarna är med på planen som ska till "
        "riksdagen."
    ),
    "Russian": ("Правительство объявило во вторник, что представит план для школ в городах."),
    "Chinese": (
        "政府星期二宣布将提出一项关于城市学校的计划，部长表示现在还不算太晚，市长们都同意。"
    ),
    "Japanese": (
        "政府は火曜日に、都市の学校のための計画を発表すると述べた。市長たちはそれに同意している。"
    ),
    "Korean": ("정부는 화요일에 도시의 학교를 위한 계획을 발표할 것이라고 밝혔다고 장관이 말했다."),
    "Arabic": (
        "أعلنت الحكومة يوم الثلاثاء أنها ستقدم خطة للمدارس في المدن وقال الوزير إن الوقت لم يفت."
    ),
}


@pytest.mark.parametrize("language", list(WRITTEN))
def test_another_language_is_named(language):
    notice = language_notice(WRITTEN[language])
    assert notice is not None
    assert notice.code == "language"
    assert language in notice.message


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        f"{ENGLISH} “La plume de ma tante est sur la table,” il a dit.",
        "Kim Jong-un, Xi Jinping, Hua Chunying, Mao Zedong",
        "Bonjour.",
        "42 17 9",
    ],
)
def test_english_and_doubt_are_passed_over(text):
    assert language_notice(text) is None
