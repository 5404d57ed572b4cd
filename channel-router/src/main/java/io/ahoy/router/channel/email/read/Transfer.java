package io.ahoy.router.channel.email.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes a part's transfer encoding, and notices where the part is not encoded as it says. */
final class Transfer extends DecodeMonitor {
    private static final int LOOKED_AT = 4_096;

    private static final Pattern AFTER_THE_NAME = Pattern.compile("[;\\s\"'].*");

    private @Nullable String complaint;

    /** @param encoding the {@code Content-Transfer-Encoding}, in small letters */
    InputStream decoded(InputStream raw, String encoding) throws IOException {
        String bare = AFTER_THE_NAME.matcher(encoding).replaceAll("");
        switch (bare) {
            case "", "7bit", "8bit", "binary" -> {
                return raw;
            }
            case "quoted-printable" -> {
                return new QuotedPrintableInputStream(raw, this);
            }
            case "base64" -> {
                BufferedInputStream seen = new BufferedInputStream(raw, 2 * LOOKED_AT);
                if (isBase64(seen)) {
                    return new Base64InputStream(seen, this);
                }
                complaint = "It says that it is encoded as base64 and is not; it is shown as it came.";
                return seen;
            }
            default -> {
                complaint = "It is encoded as “" + Shown.brief(bare) + "”, which is unknown; it is shown as it came.";
                return raw;
            }
        }
    }

    /** Known only after the decoded bytes have been read. */
    Optional<String> complaint() {
        return Optional.ofNullable(complaint);
    }

    @Override
    public boolean warn(String error, String whatWasDone) {
        // Blanks and line ends that mailers change on the way are no lies.
        boolean harmless = error.contains("blanks") || error.contains("without") || error.contains("soft line break");
        if (!harmless && complaint == null) {
            complaint = "Its encoding is broken; what is readable is kept.";
        }
        return false;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    /** Words have blanks between them and signs that base64 has not. */
    private static boolean isBase64(BufferedInputStream raw) throws IOException {
        raw.mark(LOOKED_AT);
        byte[] some = raw.readNBytes(LOOKED_AT);
        raw.reset();
        int digits = 0;
        int others = 0;
        for (int i = 0; i < some.length; i++) {
            int each = some[i];
            boolean innerBlank = each == ' ' && i + 1 < some.length && some[i + 1] > ' ';
            if (Character.isLetterOrDigit(each) && each > 0 || each == '+' || each == '/' || each == '=') {
                digits++;
            } else if (innerBlank || each < 0 || each > ' ') {
                others++;
            }
        }
        return others * 20 <= digits;
    }
}
