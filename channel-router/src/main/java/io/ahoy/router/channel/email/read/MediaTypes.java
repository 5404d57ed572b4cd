package io.ahoy.router.channel.email.read;

import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** What a part is by its first bytes. */
final class MediaTypes {
    /** As much of a part as Tika asks for. */
    static final int LOOKED_AT = 65_536;

    /** Containers of which only the name tells what is in them; it can make them nothing but a kind of themselves. */
    private static final Set<String> TOLD_BY_NAME =
            Set.of("application/zip", "application/x-tika-msoffice", "text/plain");

    private static final Set<String> SAY_NOTHING =
            Set.of("application/octet-stream", "text/plain", "application/x-empty", "application/x-zerosize");

    private static final Tika TIKA = new Tika();
    private static final MediaTypeRegistry REGISTRY =
            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();

    private MediaTypes() {}

    /**
     * @param claimed in small letters, without parameters
     * @return the claimed one where the bytes say nothing
     */
    static String of(byte[] first, Optional<String> name, String claimed) {
        // Text that begins as a picture or a mail does is still text, as long as it reads as one.
        if ((claimed.startsWith("text/") || claimed.startsWith("message/")) && isReadable(first)) {
            return claimed;
        }
        String found = TIKA.detect(first);
        if (found.equals("application/pkcs7-signature") && claimed.contains("pkcs7-")) {
            // Signed and encrypted begin alike.
            return claimed;
        }
        if (TOLD_BY_NAME.contains(found) && name.isPresent()) {
            found = TIKA.detect(first, name.get());
        }
        return SAY_NOTHING.contains(found) || isKindOf(claimed, found) ? known(claimed, found) : found;
    }

    /** It claims to be one thing and is another one, not only another name or a kind of it. */
    static boolean isLie(String claimed, String found) {
        return !claimed.equals(found)
                && !claimed.equals("application/octet-stream")
                && !isKindOf(found, claimed)
                && !isKindOf(claimed, found)
                && MediaType.parse(claimed) != null
                && REGISTRY.getTypes().contains(REGISTRY.normalize(MediaType.parse(claimed)));
    }

    private static boolean isKindOf(String type, String general) {
        MediaType kind = MediaType.parse(type);
        MediaType of = MediaType.parse(general);
        return kind != null && of != null && REGISTRY.isInstanceOf(REGISTRY.normalize(kind), REGISTRY.normalize(of));
    }

    private static String known(String claimed, String found) {
        return MediaType.parse(claimed) == null ? found : claimed;
    }

    private static boolean isReadable(byte[] first) {
        if (startsWithPdf(first)) {
            return false;
        }
        // Two bytes a character: every other one may be NUL.
        boolean wide = first.length > 1
                && ((first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE
                        || (first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF);
        int controls = 0;
        for (byte each : first) {
            // The sign's bit and those of 32 and above; asked of each byte, so in one step.
            if ((each & 0xE0) == 0 && !isBlank(each)) {
                controls++;
            }
        }
        return wide || controls * 50 <= first.length;
    }

    private static boolean isBlank(byte one) {
        return one == '\t' || one == '\n' || one == '\r' || one == '\f' || one == 0x1B;
    }

    private static boolean startsWithPdf(byte[] first) {
        return first.length > 4 && first[0] == '%' && first[1] == 'P' && first[2] == 'D' && first[3] == 'F';
    }
}
