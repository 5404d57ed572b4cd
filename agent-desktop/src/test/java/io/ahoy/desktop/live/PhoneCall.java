package io.ahoy.desktop.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call to a desk phone.
 *
 * @param from the caller's number as the phone shows it
 * @param interaction of the header {@code X-Ahoy-Interaction}
 * @param answeredAt when the phone picked up
 * @param endedAt the first BYE or CANCEL of either side, or the phone's refusal
 */
public record PhoneCall(
        String extension,
        String callId,
        String from,
        Optional<String> interaction,
        Instant invitedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt) {
    private static final Pattern USER = Pattern.compile("sips?:([^@>;]*)@");

    /** @param messages of one Call-ID, in their order */
    static Optional<PhoneCall> of(List<SipMessage> messages) {
        return messages.stream()
                .filter(message -> !message.sent() && message.method().equals("INVITE"))
                .findFirst()
                .map(invite -> new PhoneCall(
                        user(invite.firstLine()),
                        invite.callId(),
                        user(invite.header("From").orElse("")),
                        invite.header("X-Ahoy-Interaction"),
                        invite.at(),
                        first(messages, "INVITE", 200, 299),
                        ended(messages)));
    }

    public boolean isTalking() {
        return answeredAt.isPresent() && endedAt.isEmpty();
    }

    public boolean isRinging() {
        return answeredAt.isEmpty() && endedAt.isEmpty();
    }

    private static Optional<Instant> ended(List<SipMessage> messages) {
        Optional<Instant> goodbye = messages.stream()
                .filter(message ->
                        message.method().equals("BYE") || message.method().equals("CANCEL"))
                .map(SipMessage::at)
                .findFirst();
        return goodbye.or(() -> first(messages, "INVITE", 300, 699));
    }

    private static Optional<Instant> first(List<SipMessage> messages, String method, int from, int to) {
        return messages.stream()
                .filter(message -> message.sent() && message.answers(method, from, to))
                .map(SipMessage::at)
                .findFirst();
    }

    private static String user(String text) {
        Matcher user = USER.matcher(text);
        return user.find() ? user.group(1) : "";
    }
}
