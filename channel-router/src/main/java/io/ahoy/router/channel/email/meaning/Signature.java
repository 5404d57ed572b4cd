package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.FreshText.Role;
import java.util.Collections;
import java.util.List;

/** Cards below the mark "-- ", advertisements of telephones, and lawyers' words. A mere "Kind regards, Bo" stays: it is said to us. */
final class Signature {
    private static final int ADVERTISEMENT_MAX = 90;

    private static final Beginnings ADVERTISEMENTS = Beginnings.of(
            "sent from my",
            "sent from outlook",
            "sent from mail for",
            "sent from yahoo",
            "sent from samsung",
            "sent via",
            "sent with proton",
            "sent from proton",
            "sent from aol",
            "get outlook for",
            "get bluemail",
            "sent from gmail",
            "sent from a mobile",
            "gesendet von",
            "gesendet mit",
            "gesendet aus",
            "outlook für",
            "holen sie sich outlook",
            "envoyé de mon",
            "envoyé depuis",
            "envoyé à partir",
            "obtenir outlook",
            "télécharger outlook",
            "enviado desde",
            "enviado de mi",
            "obtener outlook",
            "inviato da",
            "ottieni outlook",
            "scarica outlook",
            "enviado do meu",
            "enviado a partir",
            "enviado pelo",
            "enviado por",
            "obter o outlook",
            "obtenha o outlook",
            "baixar o outlook",
            "verzonden vanaf",
            "verstuurd vanaf",
            "verzonden met",
            "outlook voor",
            "download outlook",
            "wysłane z",
            "wysłano z",
            "pobierz aplikację outlook",
            "отправлено с",
            "отправлено из",
            "отправлено от",
            "скачать outlook",
            "发自我的",
            "发送自",
            "獲取 outlook",
            "获取 outlook",
            "發自我的",
            "从 windows",
            "iphoneから送信",
            "iphone から送信",
            "ipadから送信",
            "androidから送信",
            "outlook for ios を入手",
            "나의 iphone에서",
            "내 iphone에서",
            "skickat från",
            "hämta outlook",
            "sendt fra",
            "hent outlook",
            "lähetetty",
            "odesláno z",
            "odesláno ze",
            "získat outlook",
            "získejte outlook",
            "iphone'umdan",
            "iphone'dan",
            "iphone'umdan gönderildi",
            "ipad'imden",
            "outlook'u edinin",
            "android için outlook",
            "ios için outlook",
            "elküldve");

    private static final List<String> DEVICES = List.of(
            "iphone",
            "ipad",
            "android",
            "ios",
            "samsung",
            "galaxy",
            "outlook",
            "mobile",
            "móvil",
            "celular",
            "handy",
            "phone",
            "windows",
            "mail",
            "yahoo",
            "gmx",
            "web.de",
            "huawei",
            "blackberry",
            "telefon",
            "telefoon",
            "téléphone",
            "teléfono",
            "xiaomi",
            "手机",
            "电脑",
            "pixel",
            " app",
            "nokia",
            "sony",
            "proton",
            "aol",
            "tablet",
            "orange",
            "телефон",
            "почт",
            "libero",
            "tiscali",
            "tim ",
            "gerät");

    /** Begins so, and later says that it was sent: "Von meinem Konto wurde abgebucht" is a person's complaint. */
    private record Sent(String start, String later) {}

    private static final List<Sent> SENT = List.of(
            new Sent("von meinem", "gesendet"),
            new Sent("diese nachricht wurde von meinem", "gesendet"),
            new Sent("从我的", "发送"),
            new Sent("從我的", "傳送"),
            new Sent("発信元", "iphone"));

    private static final Beginnings SENT_STARTS =
            Beginnings.of(SENT.stream().map(Sent::start).toArray(String[]::new));

    /** One of these must stand in a paragraph of lawyers. */
    private static final List<String> LEGAL = List.of(
            "confidential",
            "privileged",
            "intended",
            "environment",
            "vertraulich",
            "umwelt",
            "confidentiel",
            "destiné",
            "l'environnement",
            "confidencial",
            "destinatario",
            "riservat",
            "privacy",
            "destinatário",
            "vertrouwelijk",
            "bestemd",
            "poufn",
            "adresat",
            "конфиденциал",
            "保密",
            "机密",
            "機密",
            "konfidentiell",
            "avsedd",
            "důvěrn",
            "určen",
            "gizli",
            "disclaimer");

    private static final int PARAGRAPH_LINES = 12;

    private static final Beginnings DISCLAIMERS = Beginnings.of(
            "confidentiality notice",
            "confidentiality note",
            "disclaimer",
            "this e-mail and any",
            "this email and any",
            "this message and any",
            "this e-mail is confidential",
            "this email is confidential",
            "this message is confidential",
            "the information contained in this",
            "the information in this e",
            "this e-mail may contain",
            "this email may contain",
            "this message may contain",
            "this e-mail contains",
            "this email contains",
            "this message contains confidential",
            "privileged/confidential",
            "please consider the environment",
            "diese e-mail enthält",
            "diese email enthält",
            "diese nachricht enthält vertrauliche",
            "der inhalt dieser e-mail",
            "vertraulichkeitshinweis",
            "ce message et",
            "ce message est confidentiel",
            "ce courriel",
            "les informations contenues dans",
            "cet e-mail est confidentiel",
            "pensez à l'environnement",
            "este mensaje y",
            "este mensaje es confidencial",
            "este correo electrónico",
            "este mensaje contiene",
            "aviso legal",
            "aviso de confidencialidad",
            "esta mensagem e",
            "esta mensagem pode conter",
            "esta mensagem contém",
            "aviso de confidencialidade",
            "questo messaggio è",
            "questo messaggio e",
            "le informazioni contenute",
            "ai sensi del",
            "avvertenza",
            "dit bericht is",
            "dit bericht kan",
            "de informatie in dit",
            "de inhoud van dit",
            "treść tej wiadomości",
            "ta wiadomość",
            "niniejsza wiadomość",
            "данное сообщение",
            "это сообщение и",
            "настоящее сообщение",
            "информация, содержащаяся",
            "本邮件及其附件",
            "本邮件",
            "此邮件及",
            "保密声明",
            "本メールおよび",
            "本メールには",
            "本電子メール",
            "detta meddelande",
            "detta e-postmeddelande",
            "tato zpráva a",
            "tento e-mail",
            "obsah tohoto e",
            "bu e-posta",
            "bu mesaj ve",
            "bu elektronik posta");

    private Signature() {}

    /** Turns fresh lines into a signature's; a forwarded mail keeps its own. */
    static void mark(List<String> lines, List<Role> roles) {
        int i = 0;
        while (i < lines.size()) {
            if (roles.get(i) != Role.FRESH) {
                i++;
                continue;
            }
            String line = lines.get(i);
            if (isMark(line) || isDisclaimer(lines, i)) {
                int end = endOfFresh(roles, i);
                Collections.fill(roles.subList(i, end), Role.SIGNATURE);
                i = end;
                continue;
            }
            if (isAdvertisement(line)) {
                roles.set(i, Role.SIGNATURE);
            }
            i++;
        }
    }

    private static int endOfFresh(List<Role> roles, int from) {
        int end = from;
        while (end < roles.size() && roles.get(end) == Role.FRESH) {
            end++;
        }
        return end;
    }

    private static boolean isMark(String line) {
        return line.equals("-- ") || line.equals("--") || line.equals("— ") || line.equals("--  ");
    }

    private static boolean isAdvertisement(String line) {
        int first = firstLetter(line);
        if (line.length() > ADVERTISEMENT_MAX
                || !ADVERTISEMENTS.mayStand(line, first) && !SENT_STARTS.mayStand(line, first)) {
            return false;
        }
        String plain = bare(line);
        return ADVERTISEMENTS.in(plain).isPresent() && DEVICES.stream().anyMatch(plain::contains)
                || SENT.stream().anyMatch(sent -> plain.startsWith(sent.start()) && plain.contains(sent.later()));
    }

    /** Lawyers begin a paragraph; a person who talks of "this message" does so within one. */
    private static boolean isDisclaimer(List<String> lines, int i) {
        if (i == 0 || !lines.get(i - 1).isBlank() && !isRule(lines.get(i - 1))) {
            return false;
        }
        if (!DISCLAIMERS.mayStand(lines.get(i), firstLetter(lines.get(i)))) {
            return false;
        }
        String plain = bare(lines.get(i).substring(0, Math.min(lines.get(i).length(), ADVERTISEMENT_MAX)));
        return DISCLAIMERS.in(plain).isPresent() && LEGAL.stream().anyMatch(paragraph(lines, i)::contains);
    }

    private static String paragraph(List<String> lines, int from) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = from;
                i < Math.min(lines.size(), from + PARAGRAPH_LINES)
                        && !lines.get(i).isBlank();
                i++) {
            paragraph
                    .append(lines.get(i), 0, Math.min(lines.get(i).length(), 1_000))
                    .append(' ');
        }
        return Lines.plain(paragraph.toString());
    }

    private static boolean isRule(String line) {
        String bare = line.strip();
        return bare.length() >= 3
                && bare.chars().allMatch(c -> c == '_' || c == '-' || c == '=' || c == '*' || c == '#');
    }

    private static String bare(String line) {
        String plain = Lines.plain(line);
        return plain.substring(firstLetter(plain));
    }

    private static int firstLetter(String line) {
        int first = 0;
        while (first < line.length() && !Character.isLetterOrDigit(line.charAt(first))) {
            first++;
        }
        return first;
    }
}
