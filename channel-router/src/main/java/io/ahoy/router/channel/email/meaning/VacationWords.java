package io.ahoy.router.channel.email.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How people's mail programs say that they are away. Subjects alone never decide: somebody may ask about "Out of office furniture",
 * and a traveller writes about "Urlaub".
 */
final class VacationWords {
    /** Subjects of any answer that a program gives. */
    private static final Beginnings REPLY = Beginnings.of(
            "automatic reply",
            "auto reply",
            "autoreply",
            "auto-reply",
            "auto response",
            "auto-response",
            "automatische antwort",
            "automatische beantwortung",
            "réponse automatique",
            "respuesta automática",
            "risposta automatica",
            "resposta automática",
            "automatisch antwoord",
            "autoodpowiedź",
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "автоответ",
            "автоматический ответ",
            "自动回复",
            "自动答复",
            "自動回覆",
            "自動応答",
            "自動返信",
            "자동 회신",
            "자동 응답",
            "자동응답",
            "autosvar",
            "automatiskt svar",
            "automatisk svar",
            "automaattinen vastaus",
            "automatická odpověď",
            "otomatik yanıt",
            "otomatik cevap");

    /** Subjects that only those have who are away. */
    private static final Beginnings AWAY = Beginnings.of(
            "out of office",
            "out of the office",
            "out-of-office",
            "ooo:",
            "away from my mail",
            "vacation reply",
            "i am away",
            "i'm away",
            "abwesenheitsnotiz",
            "abwesenheitsmeldung",
            "abwesend:",
            "abwesenheit:",
            "nicht im büro",
            "message d'absence",
            "réponse d'absence",
            "notification d'absence",
            "je suis absent",
            "absence du bureau",
            "fuera de la oficina",
            "fuera de oficina",
            "ausente de la oficina",
            "fuori sede",
            "fuori ufficio",
            "fora do escritório",
            "ausente do escritório",
            "niet op kantoor",
            "afwezigheidsbericht",
            "afwezig:",
            "poza biurem",
            "jestem na urlopie",
            "нет на месте",
            "вне офиса",
            "я в отпуске",
            "不在办公室",
            "休假通知",
            "外出通知",
            "不在通知",
            "不在のお知らせ",
            "休暇のお知らせ",
            "부재중",
            "ej på plats",
            "frånvarande",
            "ikke på kontoret",
            "poissa toimistosta",
            "mimo kancelář",
            "nepřítomnost",
            "ofis dışında",
            "ofis dışı",
            "izindeyim");

    /** Subjects of people too: they count only where headers say that a program answered. */
    private static final Beginnings WEAK = Beginnings.of(
            "on vacation",
            "on leave",
            "annual leave",
            "parental leave",
            "abwesenheit",
            "abwesend",
            "außer haus",
            "urlaub",
            "absence",
            "absent",
            "absente",
            "en congé",
            "ausencia",
            "ausente",
            "de vacaciones",
            "vacaciones",
            "assente",
            "in ferie",
            "assenza",
            "ausência",
            "de férias",
            "férias",
            "afwezig",
            "niet aanwezig",
            "vakantie",
            "nieobecność",
            "urlop",
            "в отпуске",
            "отсутствие",
            "отпуск",
            "休假",
            "外出",
            "不在",
            "休暇",
            "frånvaro",
            "semester",
            "fraværende",
            "fravær",
            "poissa",
            "dovolená",
            "izinde",
            "tatil");

    /** Said by those who are away. */
    private static final List<String> SAID = List.of(
            "out of the office",
            "out of office",
            "on vacation",
            "on holiday",
            "on annual leave",
            "on leave until",
            "on parental leave",
            "on maternity leave",
            "currently away",
            "i am away",
            "i'm away",
            "i will be away",
            "i'll be back",
            "i will be back",
            "no access to my",
            "away from the office",
            "will return on",
            "i will return",
            "i am travelling",
            "upon my return",
            "on my return",
            "i no longer work",
            "nicht im büro",
            "nicht im haus",
            "im urlaub",
            "außer haus",
            "bin ich wieder",
            "wieder im büro",
            "in elternzeit",
            "je suis absent",
            "je serai absent",
            "absent du bureau",
            "absente du bureau",
            "en congé",
            "à mon retour",
            "en mon absence",
            "fuera de la oficina",
            "estoy de vacaciones",
            "estaré fuera",
            "estaré ausente",
            "a mi regreso",
            "a mi vuelta",
            "en mi ausencia",
            "sono fuori",
            "fuori ufficio",
            "sono in ferie",
            "sarò assente",
            "al mio rientro",
            "rientrerò",
            "in mia assenza",
            "fora do escritório",
            "estou de férias",
            "estarei ausente",
            "ausente até",
            "no meu regresso",
            "ao meu retorno",
            "niet op kantoor",
            "afwezig",
            "met vakantie",
            "op vakantie",
            "met verlof",
            "ben ik terug",
            "poza biurem",
            "na urlopie",
            "jestem nieobecn",
            "po powrocie",
            "в отпуске",
            "я отсутствую",
            "буду отсутствовать",
            "по возвращении",
            "休假",
            "不在办公室",
            "返回办公室",
            "休暇",
            "不在に",
            "不在と",
            "休業",
            "휴가",
            "부재중",
            "på semester",
            "inte på kontoret",
            "är tillbaka",
            "åter på kontoret",
            "föräldraledig",
            "på ferie",
            "ikke på kontoret",
            "lomalla",
            "na dovolené",
            "mimo kancelář",
            "nebudu k zastižení",
            "izindeyim",
            "ofis dışında",
            "tatildeyim",
            "döneceğim");

    /** Said by others too: they count only together with a subject. */
    private static final List<String> HINTS = List.of(
            "limited access to",
            "back in the office",
            "when i return",
            "nicht erreichbar",
            "wieder erreichbar",
            "abwesend",
            "bis zum",
            "nicht weitergeleitet",
            "in dringenden fällen",
            "je suis actuellement",
            "de retour le",
            "en cas d'urgence",
            "de vuelta el",
            "regreso el",
            "assente dal",
            "sarò di nuovo",
            "estou fora",
            "regresso no dia",
            "retorno no dia",
            "retornarei",
            "weer aanwezig",
            "weer bereikbaar",
            "wracam",
            "wrócę",
            "będę niedostępn",
            "отсутствую",
            "вернусь",
            "буду на месте",
            "нахожусь в",
            "出差",
            "无法及时回复",
            "尽快回复",
            "外出",
            "我将于",
            "出張",
            "戻り次第",
            "출장",
            "복귀",
            "frånvarande",
            "tjänstledig",
            "tilbage",
            "vrátím se",
            "nepřítom",
            "budu opět",
            "izinde",
            "dönüş");

    private static final int OPENING_MAX = 1_500;

    private VacationWords() {}

    /**
     * In words why this is a notice of absence; empty when it is none.
     *
     * @param subject as it is: what follows the notice's own words is mostly the subject of the mail it answers
     * @param answered whether headers say that a program answered
     */
    static List<String> evidence(String subject, String text, boolean answered) {
        String title = Lines.plain(subject);
        Optional<String> away = AWAY.in(title);
        Optional<String> reply = REPLY.in(title);
        Optional<String> notice = away.or(() -> reply);
        if (notice.isEmpty() && !answered) {
            return List.of();
        }
        String opening = Lines.plain(text.substring(0, Math.min(text.length(), OPENING_MAX)));
        Optional<String> weak = WEAK.in(title);
        Optional<String> said = SAID.stream().filter(opening::contains).findFirst();
        Optional<String> anySaid =
                said.or(() -> HINTS.stream().filter(opening::contains).findFirst());
        boolean both = notice.isPresent() && anySaid.isPresent();
        boolean one = answered && (away.isPresent() || weak.isPresent() || said.isPresent());
        if (!both && !one) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>();
        notice.or(() -> weak).ifPresent(words -> evidence.add("subject begins with \"" + words + "\""));
        anySaid.ifPresent(words -> evidence.add("says \"" + words + "\""));
        return evidence;
    }
}
