package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Download;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.read.MailReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /mails}: their attachments, raw source and HTML; and files for what is being written. */
public final class MailFileRoutes {
    private static final long SIZE_MAX = 25L << 20;
    private static final String RAW = "message/rfc822";

    private final Mails mails;
    private final History history;
    private final Blobs blobs;
    private final Rights rights;
    private final Audit audit;
    private final MailReader reader;

    /** @param reader reads what came as it was read then */
    public MailFileRoutes(Db db, Blobs blobs, Rights rights, MailReader reader) {
        this.mails = new Mails(db);
        this.history = new History(db);
        this.blobs = blobs;
        this.rights = rights;
        this.audit = new Audit(db);
        this.reader = reader;
    }

    public void register(Api api) {
        api.get("/mails/:id/raw", Access.SIGNED_IN, this::raw);
        api.get("/mails/:id/page", Access.SIGNED_IN, this::page);
        api.get("/mails/:id/files/:number", Access.SIGNED_IN, this::file);
        api.upload("/mails/files", Access.SIGNED_IN, this::attach);
    }

    private Answer raw(Request request) {
        Mail mail = readable(request, "/mails/{id}/raw");
        Path content = content(mail.sha256());
        return Answer.of(new Download("mail.eml", RAW, false, out -> Files.copy(content, out)));
    }

    private Answer page(Request request) throws IOException {
        Mail mail = readable(request, "/mails/{id}/page");
        String html = html(mail).orElseThrow(() -> Problem.notFound("This mail is plain text."));
        boolean remote = request.query("remote").filter("true"::equals).isPresent();
        String page = LaidOutMail.page(html, mail.content().attachments(), remote, number -> part(mail, number));
        return Answer.of(new Download(
                "mail.html",
                "text/html; charset=utf-8",
                true,
                LaidOutMail.policy(remote),
                out -> out.write(page.getBytes(StandardCharsets.UTF_8))));
    }

    /** What came is made harmless here and now; what we wrote was so before it was sent. */
    private Optional<String> html(Mail mail) throws IOException {
        return mail.content().layout().isPresent()
                ? reader.html(content(mail.sha256()))
                : mail.content().html();
    }

    private byte[] part(Mail mail, String number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (mail.isIncoming()) {
            reader.write(content(mail.sha256()), number, bytes);
        } else {
            Files.copy(content(number), bytes);
        }
        return bytes.toByteArray();
    }

    private Answer file(Request request) {
        Mail mail = readable(request, "/mails/{id}/files/{number}");
        String number = request.path("number");
        MailContent.Attachment file = mail.content().attachments().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such file."));
        boolean picture = file.mediaType().matches("image/(png|jpeg|gif|webp)");
        String name = file.name().isEmpty() ? "file" : file.name();
        Path content = content(mail.isIncoming() ? mail.sha256() : file.number());
        return Answer.of(new Download(name, file.mediaType(), picture, out -> {
            if (mail.isIncoming()) {
                reader.write(content, number, out);
            } else {
                Files.copy(content, out);
            }
        }));
    }

    /** Its content is safe when it is answered; it belongs to nothing until a draft names it. */
    private Answer attach(Request request) throws IOException {
        String name = request.query("name")
                .map(given -> given.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip())
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> Problem.unprocessable("name", "A file has a name."));
        try {
            Blobs.Blob blob = blobs.put(request.stream(), SIZE_MAX);
            return Answer.created(new Draft.File(name, mediaType(name), blob.sha256(), blob.size()));
        } catch (Blobs.TooLarge e) {
            throw Problem.tooLarge("At most " + (SIZE_MAX >> 20) + " MB.");
        }
    }

    private static String mediaType(String name) {
        String guessed = java.net.URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }

    /** And leaves a trace. */
    private Mail readable(Request request, String operation) {
        Mail mail = mails.get(request.id("id")).orElseThrow(() -> Problem.notFound("There is no such mail."));
        // Whoever may read one interaction of a conversation reads all of it.
        List<Contact> contacts = Stream.concat(
                        mail.interaction().stream(), mails.interactionsOf(mail.thread()).stream())
                .distinct()
                .flatMap(interaction -> history.contact(interaction).stream())
                .toList();
        Contact contact = contacts.stream()
                .filter(one -> rights.isReadable(request.caller(), one))
                .findFirst()
                .or(() -> contacts.stream().findFirst())
                .orElseThrow(() -> Problem.notFound("There is no such mail."));
        rights.requireReadable(request.caller(), contact);
        audit.shown(request.actor(), Subject.HISTORY, operation, contact.tellsOf());
        return mail;
    }

    private Path content(String sha256) {
        return blobs.find(sha256).orElseThrow(() -> Problem.notFound("Its content is missing in the store of files."));
    }
}
