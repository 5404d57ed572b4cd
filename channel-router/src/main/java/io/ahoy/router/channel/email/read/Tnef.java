package io.ahoy.router.channel.email.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Outlook puts into {@code winmail.dat} ([MS-OXTNEF]): a row of attributes, of which files, their names, and the plain or HTML
 * text are read. Checksums are not looked at: real ones lie. The compressed rich text is left.
 */
final class Tnef {
    private static final int SIGNATURE = 0x223E9F78;

    private static final int CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int FILE_BEGINS = 0x00069002;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;

    /** Attributes other than files that are longer are skipped. */
    private static final int ATTRIBUTE_MAX = 2_000_000;

    private static final int FILES_MAX = 200;

    /**
     * @param first bytes of it, enough to see what it is
     */
    record File(String name, long size, byte[] first) {}

    /** @param broken it ended or went wrong before its end; what was found stays */
    record Read(List<File> files, Optional<String> text, Optional<String> html, boolean broken) {}

    private final InputStream in;
    private final int wanted;
    private final OutputStream to;

    private final List<File> files = new ArrayList<>();
    private String charset = "windows-1252";
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();
    private String title = "";
    private String longName = "";
    private long size;
    private byte[] first = {};
    private boolean open;

    private Tnef(InputStream in, int wanted, OutputStream to) {
        this.in = in;
        this.wanted = wanted;
        this.to = to;
    }

    static Read read(InputStream in) throws IOException {
        return new Tnef(in, -1, OutputStream.nullOutputStream()).all();
    }

    /**
     * @param index of the file, from 0
     * @return there is one
     */
    static boolean write(InputStream in, int index, OutputStream to) throws IOException {
        return new Tnef(in, index, to).all().files().size() > index;
    }

    private Read all() throws IOException {
        boolean broken = false;
        try {
            if (number(in.readNBytes(4)) != SIGNATURE) {
                return new Read(List.of(), Optional.empty(), Optional.empty(), true);
            }
            in.skipNBytes(2);
            while (in.read() >= 0) {
                attribute();
            }
        } catch (EOFException cutOff) {
            broken = true;
        }
        endFile();
        return new Read(List.copyOf(files), text, html, broken);
    }

    private void attribute() throws IOException {
        int id = number(exactly(4));
        long length = Integer.toUnsignedLong(number(exactly(4)));
        switch (id) {
            case FILE_BEGINS -> {
                endFile();
                open = true;
                in.skipNBytes(length);
            }
            case FILE_DATA -> data(length);
            case FILE_TITLE -> title = letters(small(length));
            case FILE_PROPERTIES -> properties(small(length), true);
            case MESSAGE_PROPERTIES -> properties(small(length), false);
            case CODE_PAGE -> {
                int page = number(small(length));
                charset = (page >= 1250 && page <= 1258 ? "windows-" : "cp") + page;
            }
            case BODY -> text = Optional.of(letters(small(length)));
            default -> in.skipNBytes(length);
        }
        in.skipNBytes(2);
    }

    private void endFile() {
        if (open && files.size() < FILES_MAX) {
            files.add(new File(longName.isBlank() ? title : longName, size, first));
        }
        open = false;
        title = "";
        longName = "";
        size = 0;
        first = new byte[0];
    }

    private void data(long length) throws IOException {
        byte[] buffer = new byte[16_384];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException();
            }
            if (first.length == 0) {
                first = Arrays.copyOf(buffer, count);
            }
            if (files.size() == wanted) {
                to.write(buffer, 0, count);
            }
            size += count;
            left -= count;
        }
    }

    private byte[] small(long length) throws IOException {
        if (length > ATTRIBUTE_MAX) {
            in.skipNBytes(length);
            return new byte[0];
        }
        return exactly((int) length);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** The first four bytes, the lowest first; 0 when there are fewer. */
    private static int number(byte[] bytes) {
        return bytes.length < 4
                ? 0
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private String letters(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Letters.read(Arrays.copyOf(bytes, end), Optional.of(charset)).text();
    }

    private void properties(byte[] bytes, boolean ofFile) {
        ByteBuffer left = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int count = left.getInt();
            for (int i = 0; i < count; i++) {
                property(left, ofFile);
            }
        } catch (BufferUnderflowException | IllegalArgumentException lies) {
            // A length that is not there; the properties before it stay.
            return;
        }
    }

    private void property(ByteBuffer left, boolean ofFile) {
        int type = left.getShort() & 0xFFFF;
        int id = left.getShort() & 0xFFFF;
        if (id >= 0x8000) {
            skip(left, 16);
            if (left.getInt() == 0) {
                skip(left, 4);
            } else {
                skipPadded(left, left.getInt());
            }
        }
        int kind = type & 0x0FFF;
        boolean sized = kind == 0x1E || kind == 0x1F || kind == 0x102 || kind == 0x0D;
        int count = sized || (type & 0x1000) != 0 ? left.getInt() : 1;
        for (int i = 0; i < count; i++) {
            if (sized) {
                int length = left.getInt();
                int at = left.position();
                skipPadded(left, length);
                byte[] value = Arrays.copyOfRange(left.array(), at, at + length);
                take(id, kind, value, ofFile);
            } else {
                skip(left, kind == 0x48 ? 16 : kind >= 0x05 && kind <= 0x07 || kind == 0x14 || kind == 0x40 ? 8 : 4);
            }
        }
    }

    private void take(int id, int kind, byte[] value, boolean ofFile) {
        String read = kind == 0x1F ? new String(value, StandardCharsets.UTF_16LE).replaceAll("\\x00+$", "") : "";
        if (ofFile && (id == 0x3707 || id == 0x3001 && longName.isEmpty())) {
            longName = kind == 0x1F ? read : letters(value);
        } else if (!ofFile && id == 0x1000) {
            text = Optional.of(kind == 0x1F ? read : letters(value));
        } else if (!ofFile && id == 0x1013) {
            html = Optional.of(kind == 0x1F ? read : letters(value));
        }
    }

    private static void skip(ByteBuffer left, int length) {
        left.position(left.position() + length);
    }

    private static void skipPadded(ByteBuffer left, int length) {
        if (length < 0 || length > left.remaining()) {
            throw new IllegalArgumentException("longer than what holds it");
        }
        left.position(Math.min(left.limit(), left.position() + (length + 3) / 4 * 4));
    }
}
