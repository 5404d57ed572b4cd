package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of which the first are known already; counts what is read. */
final class Counting extends InputStream {
    private final byte[] first;
    private final InputStream rest;
    private long count;

    Counting(byte[] first, InputStream rest) {
        this.first = first;
        this.rest = rest;
    }

    long count() {
        return count;
    }

    /** Reads the rest and says how long it was. */
    long toEnd() throws IOException {
        long before = count;
        if (read() < 0) {
            return 0;
        }
        byte[] buffer = new byte[16_384];
        while (read(buffer, 0, buffer.length) >= 0) {
            continue;
        }
        return count - before;
    }

    /** The first of them; where they were known and are all of it, without a copy. */
    byte[] begin(int lengthMax) throws IOException {
        if (count > 0 || first.length >= MediaTypes.LOOKED_AT || first.length > lengthMax) {
            return readNBytes(lengthMax);
        }
        count = first.length;
        return first;
    }

    @Override
    public int read() throws IOException {
        int each = count < first.length ? first[(int) count] & 0xFF : rest.read();
        count += each >= 0 ? 1 : 0;
        return each;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (count >= first.length) {
            int read = rest.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
        int known = Math.min(length, first.length - (int) count);
        System.arraycopy(first, (int) count, into, from, known);
        count += known;
        return known;
    }
}
