package io.ahoy.router.channel.email.meaning;

/** How mail programs say that what follows is passed on. */
final class ForwardMark {
    private static final Beginnings PREFIXES = Beginnings.of(
            "fwd:",
            "fw:",
            "wg:",
            "tr:",
            "rv:",
            "enc:",
            "i:",
            "vs:",
            "vb:",
            "doorst:",
            "pd:",
            "fwd：",
            "转发:",
            "转发：",
            "轉寄:",
            "転送:",
            "전달:",
            "ilt:",
            "vl:",
            "továbbítás:",
            "[fwd:",
            "inoltra:",
            "пересылка:");

    private static final Beginnings LINES = Beginnings.of(
            "begin forwarded message",
            "forwarded message",
            "start of forwarded message",
            "forwarded by",
            "forwarded mail",
            "anfang der weitergeleiteten",
            "weitergeleitete nachricht",
            "weitergeleitet von",
            "début du message réexpédié",
            "début du message transféré",
            "message transféré",
            "message réexpédié",
            "inicio del mensaje reenviado",
            "mensaje reenviado",
            "inizio messaggio inoltrato",
            "messaggio inoltrato",
            "início da mensagem reencaminhada",
            "mensagem reencaminhada",
            "mensagem encaminhada",
            "doorgestuurd bericht",
            "begin doorgestuurd bericht",
            "wiadomość przekazana dalej",
            "początek przekazywanej",
            "treść przekazanej wiadomości",
            "пересылаемое сообщение",
            "начало переадресованного",
            "пересланное сообщение",
            "переадресованное сообщение",
            "转发的邮件",
            "下面是被转发的邮件",
            "转发邮件信息",
            "被转发邮件",
            "転送されたメッセージ",
            "転送メッセージ",
            "전달된 메시지",
            "전달된 메일",
            "vidarebefordrat",
            "vidarebefordrat brev",
            "vidarebefordrat meddelande",
            "videresendt",
            "přeposlaná zpráva",
            "předaná zpráva",
            "yönlendirilmiş",
            "iletilen mesaj",
            "iletilmiş ileti",
            "edelleenlähetetty",
            "továbbított");

    private static final int LINE_MAX = 120;

    private ForwardMark() {}

    static boolean inSubject(String subject) {
        String plain = Lines.plain(subject);
        return PREFIXES.in(plain).isPresent();
    }

    /** A line that is nothing but the mark, with or without its dashes. */
    static boolean isLine(String line) {
        String stripped = line.strip();
        boolean framed = stripped.startsWith("--") || stripped.endsWith(":") || stripped.endsWith("：");
        if (!framed || line.length() > LINE_MAX) {
            return false;
        }
        String bare = Lines.plain(line)
                .replace("-", " ")
                .replace("_", " ")
                .replace("*", " ")
                .strip();
        return LINES.in(bare).isPresent();
    }
}
