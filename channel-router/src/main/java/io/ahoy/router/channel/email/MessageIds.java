package io.ahoy.router.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message-IDs of our own mails. They are signed, so that whoever answers one has seen it: ids of mails are guessable, and a conversation
 * is not opened to who guesses.
 */
public final class MessageIds {
    private static final int SIGNATURE_BYTES = 12;
    private static final int READ_MAX = 100;
    private static final Pattern BARE = Pattern.compile("<([^<>\\s]{1,996})>");
    private static final Pattern OURS = Pattern.compile(
            "ahoy\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([0-9a-f]{24})@[^@]+");

    private final SecretKeySpec key;

    public MessageIds(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Without angle brackets. */
    public String of(UUID mail, String domain) {
        return "ahoy." + mail + "." + signature(mail) + "@" + domain.toLowerCase(Locale.ROOT);
    }

    /** Whether we wrote it. */
    public boolean isOurs(String messageId) {
        Matcher form = OURS.matcher(messageId);
        return form.matches()
                && MessageDigest.isEqual(
                        form.group(2).getBytes(StandardCharsets.US_ASCII),
                        signature(UUID.fromString(form.group(1))).getBytes(StandardCharsets.US_ASCII));
    }

    /** Those in a References or In-Reply-To header, the nearest first. */
    public static List<String> in(String header) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = BARE.matcher(header);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        List<String> nearest = ids.reversed();
        return nearest.size() > READ_MAX ? List.copyOf(nearest.subList(0, READ_MAX)) : List.copyOf(nearest);
    }

    private String signature(UUID mail) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole = mac.doFinal(mail.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(whole, 0, SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
