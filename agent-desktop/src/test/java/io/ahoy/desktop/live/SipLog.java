package io.ahoy.desktop.live;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the file that SIPp writes with {@code -trace_msg}; each look reads only what was added. */
final class SipLog {
    private static final Pattern HEAD = Pattern.compile(
            "-{20,} (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6})\\s+UDP message (sent|received) [\\[(](\\d+)\\]? bytes\\)? ?:\\n\\n");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final Path file;
    private final List<SipMessage> messages = new ArrayList<>();
    private long offset;

    SipLog(Path file) {
        this.file = file;
    }

    synchronized List<SipMessage> messages() {
        String added = added();
        Matcher head = HEAD.matcher(added);
        int read = 0;
        while (head.find(read)) {
            int length = Integer.parseInt(head.group(3));
            if (head.end() + length > added.length()) {
                break; // still being written
            }
            messages.add(message(head, added.substring(head.end(), head.end() + length)));
            read = head.end() + length;
        }
        offset += read;
        return List.copyOf(messages);
    }

    private String added() {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(in.length() - offset)];
            in.seek(offset);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SipMessage message(Matcher head, String text) {
        LocalDateTime time = LocalDateTime.parse(head.group(1), TIME);
        return new SipMessage(
                time.atZone(ZoneId.systemDefault()).toInstant(), head.group(2).equals("sent"), text);
    }
}
