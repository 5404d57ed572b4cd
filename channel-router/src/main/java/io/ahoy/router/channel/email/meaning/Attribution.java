package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.regex.Pattern;

/** The one to three lines with which mail programs introduce a quotation: "On 3 May 2026, at 10:00, Bo Lind wrote:". */
final class Attribution {
    private static final int LINES_MAX = 3;
    private static final int LENGTH_MAX = 400;

    private static final List<String> VERBS = List.of(
            "wrote:",
            "writes:",
            "schrieb:",
            "schreibt:",
            "geschrieben:",
            "a écrit:",
            "a ecrit:",
            "écrit:",
            "escribió:",
            "escribio:",
            "ha scritto:",
            "scrive:",
            "escreveu:",
            "schreef:",
            "heeft geschreven:",
            "het volgende geschreven:",
            "napisał:",
            "napisała:",
            "napisał(a):",
            "napisał/a:",
            "pisze:",
            "написал:",
            "написала:",
            "написал(а):",
            "пишет:",
            "писал:",
            "писал(а):",
            "写道:",
            "寫道:",
            "说:",
            "さんは書きました:",
            "は書きました:",
            "wrote the following:",
            "のメール:",
            "님이 작성:",
            "님이 씀:",
            "작성:",
            "skrev:",
            "skrev följande:",
            "kirjoitti:",
            "napsal:",
            "napsala:",
            "napsal(a):",
            "napísal(a):",
            "şunu yazdı:",
            "yazdı:",
            "írta:",
            "a scris:",
            "έγραψε:",
            "je napisao:",
            "написа:");

    /** Verbs that stand before the writer's name. */
    private static final List<String> INNER_VERBS = List.of(
            " schrieb ",
            " skrev ",
            " schreef ",
            " wrote ",
            " escreveu ",
            " escribió ",
            " ha scritto ",
            " a écrit ",
            " napsal ",
            " kirjoitti ");

    private static final List<String> STARTS = List.of(
            "on ",
            "am ",
            "le ",
            "el ",
            "il ",
            "em ",
            "op ",
            "w dniu ",
            "dnia ",
            "dne ",
            "den ",
            "d. ",
            "em ",
            "a ",
            "in data ",
            "in a message dated ",
            "at ",
            "в ",
            "le ",
            "lun",
            "mar",
            "mer",
            "mié",
            "jue",
            "gio",
            "jeu",
            "ven",
            "vie",
            "vier",
            "sam",
            "sab",
            "sáb",
            "dim",
            "dom",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "mo",
            "di",
            "mi",
            "do",
            "fr",
            "sa",
            "so",
            "ma",
            "pon",
            "wt",
            "śr",
            "czw",
            "pt",
            "sob",
            "niedz",
            "po ",
            "út ",
            "st ",
            "čt ",
            "pá ",
            "so ",
            "ne ",
            "пн",
            "вт",
            "ср",
            "чт",
            "пт",
            "сб",
            "вс",
            "понедельник",
            "вторник",
            "среда",
            "четверг",
            "пятница",
            "суббота",
            "воскресенье",
            "mån",
            "tis",
            "ons",
            "tors",
            "fre",
            "lör",
            "sön",
            "在",
            "seg",
            "ter",
            "qua",
            "qui",
            "sex");

    /** A time of day; with "h", "." or "時" between hour and minute in some languages. */
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}[:.h時时点시](?: ?\\d{2}(?!\\d)|(?!\\d))");

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[./-] ?\\d{1,2}[./-] ?\\d{2}(?!\\d)");

    private Attribution() {}

    /** How many lines it takes, beginning in line {@code start}; 0 when there is none. */
    static int length(List<String> lines, int start) {
        int length = 0;
        for (int n = 1; n <= LINES_MAX && start + n <= lines.size(); n++) {
            String line = lines.get(start + n - 1);
            if (line.isBlank() || length + line.length() > LENGTH_MAX || n > 1 && Lines.isQuoted(line)) {
                return 0;
            }
            length += (n > 1 ? 1 : 0) + line.strip().length();
            if (endsInColon(line)) {
                String joined = String.join(" ", lines.subList(start, start + n));
                String plain = Lines.plain(joined).replace('：', ':').replace(" :", ":");
                int next = Quotation.nextFilled(lines, start + n);
                boolean marked = next < lines.size() && Quotation.isMarked(lines, next);
                return isAttribution(plain, marked) ? n : 0;
            }
        }
        return 0;
    }

    /** Asked of every line of a mail, so before anything else. */
    private static boolean endsInColon(String line) {
        int last = line.length() - 1;
        while (last >= 0 && !Lines.isVisible(line.charAt(last))) {
            last--;
        }
        return last >= 0 && (line.charAt(last) == ':' || line.charAt(last) == '：');
    }

    private static boolean isAttribution(String plain, boolean marked) {
        boolean dated = TIME.matcher(plain).find() && DATE.matcher(plain).find();
        boolean address = plain.indexOf('@') > 0;
        boolean verb = VERBS.stream().anyMatch(plain::endsWith);
        if (verb) {
            return marked || address || TIME.matcher(plain).find() && starts(plain);
        }
        boolean inner = INNER_VERBS.stream().anyMatch(plain::contains);
        if (inner) {
            return marked && (dated || address) || dated && starts(plain);
        }
        // Gmail in Russian, Japanese and elsewhere: a date, a time and an address, but no verb.
        return dated && address && (plain.endsWith(">:") || marked);
    }

    private static boolean starts(String plain) {
        return Character.isDigit(plain.charAt(0))
                || STARTS.stream().anyMatch(plain::startsWith)
                || DATE.matcher(plain).find();
    }
}
