package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.Bounce.Failed;
import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.List;
import java.util.Optional;

/**
 * The machine's part of a delivery report (RFC 3464, internationalised by RFC 6533).
 *
 * @param failed those that were not reached, or not yet
 * @param otherwise how many it reports delivered, relayed or expanded
 */
record DeliveryStatus(List<Failed> failed, int otherwise) {
    static Optional<DeliveryStatus> in(ReadMail mail) {
        return mail.parts().stream()
                .filter(part -> part.within().isEmpty()
                        && (part.is("message/delivery-status") || part.is("message/global-delivery-status")))
                .findFirst()
                .map(part -> of(FieldGroups.of(part.text().orElse("")), mail.text()));
    }

    private static DeliveryStatus of(List<MailHeaders> groups, String notice) {
        List<MailHeaders> recipients = groups.stream()
                .filter(group -> group.has("Final-Recipient") || group.has("Original-Recipient"))
                .toList();
        List<Failed> failed = recipients.stream()
                .filter(DeliveryStatus::isUnreached)
                .flatMap(group -> failed(group, notice).stream())
                .toList();
        return new DeliveryStatus(failed, recipients.size() - failed.size());
    }

    private static boolean isUnreached(MailHeaders group) {
        return switch (group.lower("Action")) {
            case "delivered", "relayed", "expanded" -> false;
            // Some servers forget the action; a status of success then says it.
            default -> !group.lower("Status").startsWith("2.");
        };
    }

    private static Optional<Failed> failed(MailHeaders group, String notice) {
        Optional<String> status = group.first("Status").flatMap(BounceReason::statusIn);
        String diagnostic =
                group.first("Diagnostic-Code").map(DeliveryStatus::withoutType).orElse("");
        String words = diagnostic.isEmpty()
                ? notice.substring(0, Math.min(notice.length(), Failed.DIAGNOSTIC_MAX))
                : diagnostic;
        boolean delayed = group.lower("Action").startsWith("delayed");
        return address(group)
                .map(address ->
                        BounceReason.failed(address, status, words, diagnostic.isEmpty() ? "" : notice, delayed));
    }

    /** The address we wrote to, where it is said; what it was rewritten to is the other side's affair. */
    private static Optional<String> address(MailHeaders group) {
        return group.first("Original-Recipient")
                .flatMap(value -> Addresses.firstIn(withoutType(value)))
                .or(() -> group.first("Final-Recipient").flatMap(value -> Addresses.firstIn(withoutType(value))));
    }

    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        return semicolon >= 0 && semicolon < 20 ? value.substring(semicolon + 1).strip() : value;
    }
}
