package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.Set;

/** Blocks that repeat the answered mail's header ("From: … Sent: … To: … Subject: …"), and lines like "-----Original Message-----". */
final class ReplyHeader {
    private static final int BLOCK_LINES = 12;
    private static final String RULES = "_-=*—";

    private static final List<String> ORIGINAL = List.of(
            "original message",
            "original appointment",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original nachricht",
            "message d'origine",
            "message original",
            "mensaje original",
            "messaggio originale",
            "messaggio originario",
            "mensagem original",
            "oorspronkelijk bericht",
            "origineel bericht",
            "wiadomość oryginalna",
            "oryginalna wiadomość",
            "исходное сообщение",
            "оригинальное сообщение",
            "原始邮件",
            "原邮件",
            "邮件原件",
            "原始郵件",
            "元のメッセージ",
            "원본 메시지",
            "원본 메일",
            "ursprungligt meddelande",
            "originalmeddelande",
            "original meddelelse",
            "opprinnelig melding",
            "oprindelig meddelelse",
            "původní zpráva",
            "původní e mail",
            "orijinal mesaj",
            "orijinal ileti",
            "özgün ileti",
            "alkuperäinen viesti",
            "eredeti üzenet",
            "mesajul original",
            "reply message",
            "回复的原邮件",
            "回复的原始邮件",
            "original mail",
            "vorherige nachricht");

    private static final List<String> ANSWER_ABOVE = List.of(
            "reply above this line",
            "type your reply above",
            "oberhalb dieser zeile",
            "au dessus de cette ligne",
            "encima de esta línea",
            "sopra questa riga",
            "acima desta linha",
            "boven deze regel",
            "powyżej tej linii",
            "выше этой строки",
            "在此行上方",
            "この行より上",
            "ovanför den här raden",
            "nad tento řádek",
            "bu satırın üstüne");

    private static final Set<String> FROM = Set.of(
            "from",
            "von",
            "de",
            "da",
            "van",
            "od",
            "от",
            "发件人",
            "寄件者",
            "差出人",
            "보낸 사람",
            "보낸사람",
            "från",
            "fra",
            "gönderen",
            "kimden",
            "lähettäjä",
            "feladó",
            "από",
            "de la",
            "expéditeur",
            "remitente",
            "mittente",
            "remetente",
            "afzender",
            "nadawca",
            "отправитель",
            "odesílatel");
    private static final Set<String> DATE = Set.of(
            "sent",
            "date",
            "gesendet",
            "gesendet am",
            "datum",
            "envoyé",
            "envoyé le",
            "enviado",
            "enviado el",
            "enviado em",
            "enviada",
            "enviada em",
            "fecha",
            "inviato",
            "data",
            "verzonden",
            "wysłano",
            "wysłane",
            "отправлено",
            "дата",
            "发送时间",
            "发送日期",
            "日期",
            "送信日時",
            "日時",
            "日付",
            "送信日",
            "보낸 날짜",
            "날짜",
            "skickat",
            "sendt",
            "dato",
            "odesláno",
            "gönderildi",
            "gönderme tarihi",
            "tarih",
            "lähetetty",
            "küldve",
            "dátum",
            "寄件日期");
    private static final Set<String> TO = Set.of(
            "to",
            "an",
            "à",
            "a",
            "para",
            "per",
            "aan",
            "do",
            "кому",
            "收件人",
            "宛先",
            "받는 사람",
            "받는사람",
            "till",
            "til",
            "komu",
            "kime",
            "alıcı",
            "vastaanottaja",
            "címzett",
            "προς",
            "destinataire",
            "pour",
            "destinatario",
            "destinatário",
            "cc",
            "kopie");
    private static final Set<String> SUBJECT = Set.of(
            "subject",
            "betreff",
            "betr",
            "objet",
            "asunto",
            "oggetto",
            "assunto",
            "onderwerp",
            "temat",
            "тема",
            "主题",
            "主題",
            "件名",
            "제목",
            "ämne",
            "emne",
            "předmět",
            "konu",
            "aihe",
            "tárgy",
            "θέμα",
            "re",
            "sujet");

    private ReplyHeader() {}

    /** Whether the answered mail's header begins in this line, or its separator. */
    static boolean startsAt(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.length() > Lines.FORM_MAX) {
            return false;
        }
        return isSeparator(line)
                || isFlattened(line)
                || isRule(line) && blockAt(lines, Quotation.nextFilled(lines, i + 1))
                || blockAt(lines, i);
    }

    /** A line like "-----Original Message-----", or our own request to answer above it. */
    static boolean isSeparator(String whole) {
        String line = whole.strip();
        if (line.isEmpty() || line.length() > Lines.FORM_MAX) {
            return false;
        }
        char frame = line.charAt(0);
        if (frame != '-' && frame != '_' && frame != '=' && frame != '—' && frame != '*' && frame != '#') {
            return false;
        }
        String words = Lines.plain(line.replace('-', ' ')
                .replace('_', ' ')
                .replace('=', ' ')
                .replace('—', ' ')
                .replace('*', ' '));
        return ORIGINAL.stream().anyMatch(original -> words.equals(original) || words.equals(original + ":"))
                || ANSWER_ABOVE.stream().anyMatch(words::contains);
    }

    /** The block in one line, as some programs make it of HTML. */
    private static boolean isFlattened(String line) {
        if (line.indexOf('@') < 0 || labelOf(line).isEmpty()) {
            return false;
        }
        String plain = " " + Lines.plain(line);
        return plain.contains(" from:") && plain.contains(" to:") && plain.contains(" subject:");
    }

    /** A line drawn across, as Outlook draws it above its block. */
    private static boolean isRule(String line) {
        return line.length() >= 5
                && RULES.indexOf(line.charAt(0)) >= 0
                && line.chars().allMatch(c -> RULES.indexOf(c) >= 0);
    }

    /**
     * A sender and a subject with a date or a recipient, close together. "From: Berlin, To: Madrid, Date: 3 May" is a traveller's
     * wish: without a subject the sender must have an address.
     */
    private static boolean blockAt(List<String> lines, int start) {
        if (start >= lines.size() || labelOf(lines.get(start)).isEmpty()) {
            return false;
        }
        boolean from = false;
        boolean address = false;
        boolean date = false;
        boolean to = false;
        boolean subject = false;
        for (int i = start; i < Math.min(lines.size(), start + BLOCK_LINES); i++) {
            String line = lines.get(i);
            String label = labelOf(line);
            if (line.isBlank()
                    && i > start + 1
                    && from
                    && labelOf(lines.get(Math.min(i + 1, lines.size() - 1))).isEmpty()) {
                break;
            }
            from |= FROM.contains(label);
            address |= FROM.contains(label) && line.indexOf('@') >= 0;
            date |= DATE.contains(label);
            to |= TO.contains(label);
            subject |= SUBJECT.contains(label);
        }
        return from && subject && (date || to) || address && date && to;
    }

    /** What stands before the colon, in small letters and without emphasis; empty when this is no line of a header. */
    private static String labelOf(String line) {
        String bare = line.strip();
        if (bare.startsWith("*")) {
            bare = bare.substring(1);
        }
        int colon = -1;
        for (int i = 0; i < Math.min(bare.length(), 24); i++) {
            if (bare.charAt(i) == ':' || bare.charAt(i) == '：') {
                colon = i;
                break;
            }
        }
        if (colon < 1 || line.length() > Lines.FORM_MAX * 4) {
            return "";
        }
        String label = Lines.plain(bare.substring(0, colon)).replace("*", "").strip();
        boolean known = FROM.contains(label) || DATE.contains(label) || TO.contains(label) || SUBJECT.contains(label);
        return known ? label : "";
    }
}
