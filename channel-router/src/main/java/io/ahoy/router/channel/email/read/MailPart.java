package io.ahoy.router.channel.email.read;

import java.util.Optional;

/**
 * A leaf of a mail's tree.
 *
 * @param number where it stands, counted from 1 as IMAP does ("2.1"); a mail without parts has "1"
 * @param mediaType as its bytes say, in small letters ("application/pdf"); as the mail says where the bytes say nothing
 * @param claimedType as the mail says
 * @param name of the file, without folders, control and direction marks; absent when the part has none
 * @param contentId without angle brackets, as HTML refers to it
 * @param inline shown within the text, not below it
 * @param size of the decoded bytes
 * @param text of text, delivery status and headers-only parts, as characters; cut at {@link MailReader#TEXT_MAX} characters
 *     an invitation's is one line that says what is asked
 * @param headers of the part; of an attached mail its own, as it was sent
 * @param within the number of the attached mail ({@code message/rfc822}) it belongs to; absent at the top
 */
public record MailPart(
        String number,
        String mediaType,
        String claimedType,
        Optional<String> name,
        Optional<String> contentId,
        boolean inline,
        long size,
        Optional<String> text,
        Optional<String> within,
        MailHeaders headers) {
    public boolean is(String type) {
        return mediaType.equals(type);
    }
}
