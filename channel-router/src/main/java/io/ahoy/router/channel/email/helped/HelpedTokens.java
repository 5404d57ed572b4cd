package io.ahoy.router.channel.email.helped;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands in a link: which mail was answered by which article, and until when that may be said; signed, so that nobody makes one up. */
final class HelpedTokens {
    private static final int SAID_BYTES = 40;
    private static final int SIGNATURE_BYTES = 16;
    /** The key signs other things, too, which are no tokens. */
    private static final byte[] PURPOSE = "helped\n".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    HelpedTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    record Said(UUID mail, UUID article, Instant until) {}

    /** 75 characters that stand in an address as they are. */
    String of(Said said) {
        byte[] bytes = ByteBuffer.allocate(SAID_BYTES)
                .putLong(said.mail().getMostSignificantBits())
                .putLong(said.mail().getLeastSignificantBits())
                .putLong(said.article().getMostSignificantBits())
                .putLong(said.article().getLeastSignificantBits())
                .putLong(said.until().getEpochSecond())
                .array();
        byte[] whole = Arrays.copyOf(bytes, SAID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(bytes), 0, whole, SAID_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @return empty: we did not write it */
    Optional<Said> read(String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (whole.length != SAID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(whole, SAID_BYTES);
        byte[] signed = Arrays.copyOfRange(whole, SAID_BYTES, whole.length);
        if (!MessageDigest.isEqual(signed, signature(bytes))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new Said(
                new UUID(buffer.getLong(), buffer.getLong()),
                new UUID(buffer.getLong(), buffer.getLong()),
                Instant.ofEpochSecond(buffer.getLong())));
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(said), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
