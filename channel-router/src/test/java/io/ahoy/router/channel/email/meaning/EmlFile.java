package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.Protection;
import io.ahoy.router.channel.email.read.ReadMail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads the simple mails of the corpus, so that what they mean is tested without the reader of the world's broken ones. */
final class EmlFile {
    private final List<MailPart> parts = new ArrayList<>();

    private EmlFile() {}

    static ReadMail read(Path file) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try (InputStream in = Files.newInputStream(file)) {
            Message message = builder.parseMessage(in);
            EmlFile eml = new EmlFile();
            eml.walk(message, "", Optional.empty());
            String text = eml.parts.stream()
                    .filter(part -> part.within().isEmpty() && part.is("text/plain"))
                    .findFirst()
                    .flatMap(MailPart::text)
                    .orElse("");
            return new ReadMail(headers(message), text, Optional.empty(), eml.parts, Protection.NONE, List.of());
        }
    }

    private void walk(Entity entity, String number, Optional<String> within) throws IOException {
        switch (entity.getBody()) {
            case Multipart multipart -> {
                int child = 1;
                for (Entity part : multipart.getBodyParts()) {
                    walk(part, number.isEmpty() ? "" + child : number + "." + child, within);
                    child++;
                }
            }
            case Message attached -> {
                add(entity, headers(attached), number, Optional.empty(), within);
                walk(attached, number + ".1", Optional.of(number));
            }
            case SingleBody body ->
                add(entity, headers(entity), number.isEmpty() ? "1" : number, Optional.of(text(entity, body)), within);
            case null, default -> throw new IllegalStateException("part " + number + " has no body");
        }
    }

    private void add(
            Entity entity, MailHeaders headers, String number, Optional<String> text, Optional<String> within) {
        String type = entity.getMimeType();
        parts.add(new MailPart(number, type, type, Optional.empty(), Optional.empty(), true, 0, text, within, headers));
    }

    private static String text(Entity entity, SingleBody body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.getInputStream().transferTo(bytes);
        String charset = Optional.ofNullable(entity.getCharset()).orElse("us-ascii");
        return bytes.toString(charset.equalsIgnoreCase("us-ascii") ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    private static MailHeaders headers(Entity entity) {
        List<MailHeaders.Field> fields = new ArrayList<>();
        for (Field field : entity.getHeader().getFields()) {
            String unfolded = field.getBody().replaceAll("\\r?\\n[ \\t]", " ").strip();
            fields.add(new MailHeaders.Field(
                    field.getName(), DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT)));
        }
        return new MailHeaders(fields);
    }
}
