package io.ahoy.router.channel.email.read;

import io.ahoy.crm.mail.MailContent;
import java.util.List;
import java.util.Optional;

/**
 * A mail as its structure says: what it means is asked elsewhere.
 *
 * @param text the readable text of the mail: its plain part, else the HTML as plain text; attached mails excluded
 * @param layout absent when it has no HTML, which {@link MailReader#html} reads
 * @param parts the leaves in their order, at most {@link MailReader#PARTS_MAX}
 */
public record ReadMail(
        MailHeaders headers,
        String text,
        Optional<MailContent.Layout> layout,
        List<MailPart> parts,
        Protection protection,
        List<MailProblem> problems) {
    public ReadMail {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }
}
