package io.ahoy.router.channel.email.read;

import java.util.List;
import java.util.Optional;

/**
 * A leaf as the walk comes upon it.
 *
 * @param within the number of the attached mail it belongs to
 * @param above the multiparts around it inside of its mail, from the outside
 * @param type {@code Content-Type} with its parameters; where none is told it is what the standard says
 * @param disposition {@code Content-Disposition} with its parameters
 */
record Leaf(
        String number,
        Optional<String> within,
        List<Multipart> above,
        MailHeaders headers,
        Parameters type,
        Parameters disposition) {
    /** @param subtype after the slash ("alternative") */
    record Multipart(String number, String subtype, Parameters type) {}

    boolean isWithin(String subtype) {
        return above.stream().anyMatch(each -> each.subtype().equals(subtype));
    }

    /** The outermost choice between forms of one text that it belongs to. */
    Optional<String> alternative() {
        return above.stream()
                .filter(each -> each.subtype().equals("alternative"))
                .map(Multipart::number)
                .findFirst();
    }

    boolean isAttachment() {
        return disposition.value().equals("attachment");
    }

    /** As it is called in the mail; not fit to be a name of a file yet. */
    Optional<String> name() {
        return disposition.get("filename").or(() -> type.get("name")).filter(name -> !name.isBlank());
    }
}
