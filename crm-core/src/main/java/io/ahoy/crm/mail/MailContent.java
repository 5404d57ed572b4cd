package io.ahoy.crm.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says, read once.
 *
 * @param text what is new in it
 * @param quoted what it repeats of earlier ones
 * @param signature below the text
 * @param html sanitised, of a mail that we wrote; that of one which came is made harmless whenever it is shown
 * @param layout of a mail that came with HTML
 * @param language BCP 47
 * @param protection whether it is signed or encrypted, in one word; absent when it is neither
 * @param protectionDetail in a sentence
 * @param problems in sentences: what could not be read as it says
 * @param evidence in words: what its kind was told by
 */
public record MailContent(
        String text,
        String quoted,
        String signature,
        Optional<String> html,
        Optional<Layout> layout,
        List<Attachment> attachments,
        Optional<String> language,
        Optional<String> protection,
        Optional<String> protectionDetail,
        List<String> problems,
        List<String> evidence) {
    public static final MailContent NONE = text("");

    public MailContent {
        attachments = List.copyOf(attachments);
        problems = List.copyOf(problems);
        evidence = List.copyOf(evidence);
    }

    public static MailContent text(String text) {
        return new MailContent(
                text,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** With one more sentence among its problems. */
    public MailContent withProblem(String problem) {
        List<String> more = new ArrayList<>(problems);
        more.add(problem);
        return new MailContent(
                text,
                quoted,
                signature,
                html,
                layout,
                attachments,
                language,
                protection,
                protectionDetail,
                more,
                evidence);
    }

    /**
     * How a mail with HTML looks.
     *
     * @param asksOthers it seems to have pictures from other servers, which are held back
     */
    public record Layout(boolean asksOthers) {}

    /**
     * A file within a mail.
     *
     * @param number of the part in the raw mail
     * @param mediaType as its bytes say
     * @param size bytes
     * @param contentId by which the HTML shows it
     * @param within the number of the attached mail it stands in
     */
    public record Attachment(
            String number,
            String name,
            String mediaType,
            long size,
            boolean inline,
            Optional<String> contentId,
            Optional<String> within) {}
}
