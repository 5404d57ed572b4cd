package io.ahoy.router.channel.email.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read. */
final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** Reads the rest and says how long it was. */
    long toEnd() throws IOException {
        byte[] buffer = new byte[16_384];
        long before = count;
        while (read(buffer, 0, buffer.length) >= 0) {
            continue;
        }
        return count - before;
    }

    @Override
    public int read() throws IOException {
        int each = super.read();
        count += each >= 0 ? 1 : 0;
        return each;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
