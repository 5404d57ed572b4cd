package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a mail from leaf to leaf, keeping none. Attached mails are leaves of their own; whoever visits one may walk on inside
 * of it by {@link #inside}.
 */
final class Walk {
    /** Multiparts and attached mails around a leaf. Mime4J puts a stream around a stream for each, and at 10,000 overflows the stack. */
    static final int NESTING_MAX = 100;

    /** Bytes of one line in a header, which Mime4J holds whole; what has no end is no mail. */
    private static final int LINE_MAX = 12_000_000;

    static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(LINE_MAX)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();

    /** What the walk finds. */
    interface Visitor {
        /** The headers of the mail, before its parts; once for each walk. */
        void mail(MailHeaders headers);

        /** @param raw the bytes as they were transferred, still encoded; valid during the call only, need not be read to the end */
        void leaf(Leaf leaf, InputStream raw, Walk walk) throws IOException;

        void cut(String detail);

        /** A part is not what it says. */
        void lie(String detail);

        /** The structure is broken from here on; what came before stays. */
        void broken(String detail);

        /** @return no more of it is wanted */
        boolean isDone();
    }

    private final Visitor visitor;
    private final Fields fields;
    private final Budget budget;
    private final Optional<String> within;
    private final int outerDepth;

    /** A multipart on the way to where the walk stands. */
    private static final class Level {
        private final Leaf.Multipart multipart;
        private int children;

        private Level(Leaf.Multipart multipart) {
            this.multipart = multipart;
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private MailHeaders headers = MailHeaders.NONE;
    private boolean top = true;

    Walk(Visitor visitor, Budget budget) {
        this(visitor, budget, Optional.empty(), 0);
    }

    private Walk(Visitor visitor, Budget budget, Optional<String> within, int outerDepth) {
        this.visitor = visitor;
        this.budget = budget;
        this.fields = new Fields(budget);
        this.within = within;
        this.outerDepth = outerDepth;
    }

    /** A walk inside of the attached mail that this one has come upon; empty: too deep. */
    Optional<Walk> inside(Leaf mail, Visitor by) {
        int depth = outerDepth + levels.size() + 1;
        return depth >= NESTING_MAX
                ? Optional.empty()
                : Optional.of(new Walk(by, budget, Optional.of(mail.number()), depth));
    }

    void through(InputStream mail) throws IOException {
        // No builder of descriptions of ours: then it takes its own.
        MimeTokenStream tokens = new MimeTokenStream(LIMITS, DecodeMonitor.SILENT, Fields.cutting(), null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(mail);
        try {
            EntityState state = tokens.getState();
            while (state != EntityState.T_END_OF_STREAM && !visitor.isDone()) {
                if (!step(tokens, state)) {
                    visitor.cut("The mail has more parts than are read; those that follow are not listed.");
                    return;
                }
                state = tokens.next();
            }
        } catch (MimeException broken) {
            visitor.broken("The structure of the mail is broken from some point on: "
                    + Shown.brief(String.valueOf(broken.getMessage())));
        }
    }

    /** @return false: its parts are more than are read */
    private boolean step(MimeTokenStream tokens, EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> fields.begin();
            case T_FIELD -> {
                if (tokens.getField() instanceof RawField field) {
                    fields.add(field);
                }
            }
            case T_END_HEADER -> endHeader(tokens);
            case T_START_MULTIPART -> levels.addLast(new Level(multipart()));
            case T_START_BODYPART -> {
                levels.getLast().children++;
                return budget.takeEntity();
            }
            case T_BODY -> {
                tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
                return leaf(tokens.getInputStream());
            }
            case T_END_MULTIPART -> levels.removeLast();
            // Preambles and epilogues are words to programs that know no MIME.
            default -> {}
        }
        return true;
    }

    private void endHeader(MimeTokenStream tokens) {
        headers = fields.read();
        if (fields.wasCut()) {
            visitor.cut("There are more or longer headers than are read (" + Fields.COUNT_MAX + " of "
                    + Fields.LENGTH_MAX / 1_000 + " kB for a part); the rest is left out.");
        }
        if (top) {
            top = false;
            visitor.mail(headers);
        }
        if (outerDepth + levels.size() >= NESTING_MAX && contentType().value().startsWith("multipart/")) {
            tokens.setRecursionMode(RecursionMode.M_FLAT);
            visitor.cut("Its parts are nested more than " + NESTING_MAX + " deep; the innermost are shown as one.");
        }
    }

    private Leaf.Multipart multipart() {
        Parameters type = contentType();
        return new Leaf.Multipart(number(), type.value().substring(type.value().indexOf('/') + 1), type);
    }

    private boolean leaf(InputStream raw) throws IOException {
        if (!budget.takeLeaf()) {
            return false;
        }
        String number = number().isEmpty() || within.map(number()::equals).orElse(false)
                ? within.map(outer -> outer + ".1").orElse("1")
                : number();
        List<Leaf.Multipart> above =
                levels.stream().map(level -> level.multipart).toList();
        Parameters disposition =
                headers.first("Content-Disposition").map(Parameters::of).orElse(Parameters.NONE);
        Parameters type = contentType();
        if (type.value().startsWith("multipart/") && type.get("boundary").isEmpty()) {
            visitor.lie("Part " + number + " says that it has parts and not where they end; it is shown as text.");
            type = new Parameters("text/plain", type.named());
        }
        visitor.leaf(new Leaf(number, within, above, headers, type, disposition), raw, this);
        return true;
    }

    /** Of what the walk stands at, without regard to whether it is the only one; empty for the mail itself. */
    private String number() {
        @Nullable Level last = levels.peekLast();
        if (last == null) {
            return within.orElse("");
        }
        String outer = last.multipart.number();
        return outer.isEmpty() ? String.valueOf(last.children) : outer + "." + last.children;
    }

    private Parameters contentType() {
        Parameters told = headers.first("Content-Type").map(Parameters::of).orElse(Parameters.NONE);
        if (told.value().contains("/")) {
            return told;
        }
        @Nullable Level last = levels.peekLast();
        boolean digest = last != null && last.multipart.subtype().equals("digest");
        return new Parameters(digest && told.value().isEmpty() ? "message/rfc822" : "text/plain", told.named());
    }
}
