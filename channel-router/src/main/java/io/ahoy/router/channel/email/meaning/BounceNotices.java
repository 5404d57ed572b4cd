package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.Optional;

/** Words by which mail servers' notices are known, in small letters. */
final class BounceNotices {
    private static final List<String> SUBJECTS = List.of(
            "undeliverable", "undelivered", "undeliver", "delivery status notification", "delivery notification", "failure notice",
            "returned mail", "returned to sender", "mail delivery fail", "delivery fail", "delivery failure", "delivery has failed",
            "delivery delayed", "delivery report", "warning: message", "warning: could not send", "mail could not be delivered",
            "message could not be delivered", "mail system error", "permanent delivery failure", "message status - undeliverable",
            "nondeliverable", "non-delivery", "could not be delivered", "mail delivery", "message delivery", "delivery problem",
            "address not found", "message not delivered", "message blocked", "rejected:", "unzustellbar", "nicht zustellbar", "zustellung",
            "konnte nicht zugestellt", "rücksendung", "non remis", "non distribué", "non délivré", "échec de la remise", "échec de remise",
            "échec d'envoi", "erreur de distribution", "no se puede entregar", "no entregado", "error en la entrega", "fallo en la entrega",
            "no se ha podido entregar", "mancata consegna", "non recapitabile", "mancato recapito", "não entregue", "não pôde ser entregue",
            "falha na entrega", "não foi entregue", "недоставлен", "не доставлено", "не доставлен", "возвращено", "退信", "投递失败", "无法送达",
            "未送达", "配信できません", "配信不能", "メールが届き", "送信できません", "未達", "반송", "전달되지", "발송 실패", "전송 실패",
            "onbestelbaar", "nie dostarczono", "nedoručiteln", "kunde inte levereras", "teslim edilemedi");

    private static final List<String> BODIES = List.of(
            "this is the qmail-send program", "created automatically by mail delivery software", "this is the mail system at host",
            "could not be delivered", "couldn't be delivered", "could not deliver", "error delivering your", "couldn't deliver", "can't be delivered",
            "cannot be delivered", "can not be delivered", "wasn't able to deliver", "was not able to deliver", "unable to deliver",
            "unable to be delivered", "was undeliverable", "is undeliverable", "has been undeliverable", "did not reach the following",
            "had permanent fatal errors", "had transient", "was not delivered", "wasn't delivered", "has not been delivered",
            "not been delivered yet", "has not yet been delivered", "delivery to the following", "delivery has failed", "delivery failed",
            "failed to deliver", "failed permanently", "delivery failure", "delivery of your message", "failed recipient",
            "returned to sender", "is being returned", "are returned", "undeliverable message", "undelivered message", "undeliverable mail",
            "not deliverable", "delivery incomplete", "address not found", "message blocked", "message not delivered", "message was rejected",
            "has been rejected", "was rejected by", "was blocked", "delivery status", "mailbox full", "user unknown", "no such user",
            "non-delivery", "nicht zugestellt", "nicht zustellbar", "unzustellbar", "nicht ausgeliefert", "n'a pas pu être", "n'a pu être",
            "n'a pas été", "n'ont pas pu", "impossible de remettre", "impossible de délivrer", "no se ha podido entregar", "no se pudo entregar",
            "no pudo ser entregado", "no ha podido ser entregado", "no ha sido entregado", "non è stato possibile", "non è stato consegnato",
            "non ha potuto", "non può essere", "não pôde ser entregue", "não foi entregue", "não pode ser entregue", "não foi possível entregar",
            "не может быть доставлен", "не было доставлено", "не удалось доставить", "не доставлено", "невозможно доставить", "无法投递",
            "投递失败", "无法送达", "未能送达", "没有送达", "退信", "被退回", "配信できません", "配信できませんでした", "送信できません", "お届けできません",
            "届けることができません", "전달하지 못", "전달되지 않", "전송되지 않", "발송되지 못", "반송되었", "kon niet worden", "nie mogła zostać",
            "nelze doručit", "kunde inte levereras", "teslim edilemedi");

    private static final List<String> DELAYS = List.of(
            "delivery delayed", "delivery incomplete", "message delayed", "has been delayed", "is delayed", "not been delivered yet", "not yet been delivered",
            "still being retried", "still trying", "will keep trying", "will continue to try", "will be retried", "no need to resend", "do not need to resend",
            "warning message only", "could not send message for past", "delivery attempts will continue", "(delay)", "delayed mail",
            "noch nicht zugestellt", "verzögert", "retardé", "différé", "retrasado", "seguirá intentando", "adiado", "ritardo",
            "задержан", "延迟", "继续尝试", "遅延", "지연");

    private static final List<String> ORIGINALS = List.of(
            "--- below this line is a copy", "------ this is a copy of", "----- original message -----", "-----original message-----",
            "--- original message", "----- message header follows", "--- the header of the original", "--- returned message", "original message headers:",
            "original message follows", "message headers follow", "---- message returned", "the original message follows", "--- ursprüngliche nachricht", "--- header", "message header:",
            "----- unsent message", "received: ", "return-path: ", "------=", "---- headers", "--- begin message", "headers of the message", "--- entête",
            "--- intestazion", "--- cabeçalho", "--- cabecera", "--- заголов", "----- 原邮件", "---- 元のメッセージ", "--- 원본",
            "begin forwarded message", "---------- forwarded message");

    private BounceNotices() {}

    /** What the subject begins with; a forwarded or answered notice begins otherwise. */
    static Optional<String> subject(String subject) {
        String bare = Lines.plain(subject);
        boolean passedOn = bare.length() > 3 && bare.indexOf(':') > 0 && bare.indexOf(':') <= 3;
        return passedOn ? Optional.empty() : SUBJECTS.stream().filter(bare::contains).findFirst();
    }

    static Optional<String> body(String plain) {
        return BODIES.stream().filter(plain::contains).findFirst();
    }

    static boolean isDelay(String plain) {
        return DELAYS.stream().anyMatch(plain::contains);
    }

    /** @param line in small letters, stripped */
    static boolean startsOriginal(String line) {
        return ORIGINALS.stream().anyMatch(start -> line.startsWith(start) || line.startsWith("-") && line.contains(start));
    }
}
