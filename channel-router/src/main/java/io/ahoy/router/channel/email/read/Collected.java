package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects a mail's headers, parts, words and problems while one walks through it. */
final class Collected implements Walk.Visitor {
    private static final int PROBLEMS_MAX = 50;

    /** Bytes of a text; a character takes up to four. */
    private static final int TEXT_BYTES_MAX = 4 * MailReader.TEXT_MAX;

    private static final Set<String> BODIES =
            Set.of("text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown");
    private static final Set<String> TEXTS = Set.of(
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status",
            "message/rfc822-headers");

    private final Budget budget;
    private final Body body;
    private final List<MailPart> parts;
    private final Set<MailProblem> problems;
    private final boolean attached;
    private MailHeaders headers = MailHeaders.NONE;

    Collected(Budget budget) {
        this(budget, new Body(), new ArrayList<>(), new LinkedHashSet<>(), false);
    }

    private Collected(Budget budget, Body body, List<MailPart> parts, Set<MailProblem> problems, boolean attached) {
        this.budget = budget;
        this.body = body;
        this.parts = parts;
        this.problems = problems;
        this.attached = attached;
    }

    MailHeaders headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    List<MailProblem> problems() {
        return List.copyOf(problems);
    }

    /** The content ids that the text shows. Where no part has one, nobody has to look into the HTML. */
    Set<String> pictures() {
        boolean named = parts.stream().anyMatch(part -> part.contentId().isPresent());
        return named ? body.pictures() : Set.of();
    }

    /** With those shown within the text marked, which is known only at the end. */
    List<MailPart> parts(Set<String> pictures) {
        return parts.stream().map(part -> shown(part, pictures)).toList();
    }

    void problem(MailProblem.Kind kind, String detail) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(new MailProblem(kind, detail));
        }
    }

    @Override
    public void mail(MailHeaders of) {
        headers = of;
    }

    @Override
    public void leaf(Leaf leaf, InputStream raw, Walk walk) throws IOException {
        Content content = Content.of(leaf, raw);
        String claimed = leaf.type().value();
        if (MediaTypes.isLie(claimed, content.type())) {
            problem(
                    MailProblem.Kind.LYING_PART,
                    "Part " + leaf.number() + " says that it is “" + Shown.brief(claimed) + "” and is “"
                            + content.type() + "”; it is listed as what it is.");
        }
        if (content.isMail()) {
            mail(content, walk);
        } else if (content.type().startsWith("text/") || TEXTS.contains(content.type())) {
            text(content);
        } else if (content.isTnef()) {
            tnef(content);
        } else {
            content.bytes().toEnd();
            parts.add(content.part(content.bytes().count(), Optional.empty(), content.name(), leaf.headers()));
        }
        content.transfer()
                .complaint()
                .ifPresent(
                        complaint -> problem(MailProblem.Kind.LYING_PART, "Part " + leaf.number() + ": " + complaint));
    }

    @Override
    public void cut(String detail) {
        problem(MailProblem.Kind.CUT, detail);
    }

    @Override
    public void lie(String detail) {
        problem(MailProblem.Kind.LYING_PART, detail);
    }

    @Override
    public void broken(String detail) {
        problem(MailProblem.Kind.UNREADABLE, detail);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    private void mail(Content content, Walk walk) throws IOException {
        int place = parts.size();
        parts.add(
                content.part(0, Optional.empty(), content.name(), content.leaf().headers()));
        Collected inner = new Collected(budget, new Body(), parts, problems, true);
        Optional<Walk> inside = walk.inside(content.leaf(), inner);
        if (inside.isPresent()) {
            inside.get().through(content.bytes());
        } else {
            cut("Mails are attached to mails more than " + Walk.NESTING_MAX + " deep; the innermost are not opened.");
        }
        content.bytes().toEnd();
        // Its name is its subject where its sender gave none.
        Optional<String> name = content.name()
                .or(() -> inner.headers
                        .first("Subject")
                        .map(subject -> Shown.fileName(subject.replaceAll("[/\\\\]", "-") + ".eml")));
        parts.set(place, content.part(content.bytes().count(), Optional.empty(), name, inner.headers));
    }

    private void text(Content content) throws IOException {
        Leaf leaf = content.leaf();
        int max = budget.textMax();
        byte[] bytes = content.bytes().begin(Math.min(TEXT_BYTES_MAX, 4 * max));
        boolean cut = content.bytes().toEnd() > 0;
        Letters.Read read = Letters.read(cut ? wholeCharacters(bytes) : bytes, charset(content, bytes));
        read.complaint()
                .ifPresent(complaint -> problem(MailProblem.Kind.CHARSET, "Part " + leaf.number() + ": " + complaint));
        String text = Letters.plainLines(read.text());
        if (cut || text.length() > max) {
            cut("The text of part " + leaf.number() + " is longer than is shown; the whole part can be saved.");
            text = Shown.withoutHalf(text.substring(0, Math.min(max, text.length())));
        }
        budget.takeText(text.length());
        if (content.type().equals("text/plain")
                && leaf.type().get("format").filter("flowed"::equalsIgnoreCase).isPresent()) {
            text = FlowedText.unwrap(
                    text,
                    leaf.type().get("delsp").filter("yes"::equalsIgnoreCase).isPresent());
        }
        Optional<String> invitation =
                content.type().equals("text/calendar") ? Invitation.summary(text) : Optional.empty();
        boolean isBody = isBody(content);
        if (isBody) {
            body(content, text);
        } else if (!attached) {
            invitation.ifPresent(body::invitation);
        }
        MailPart part = content.part(
                content.bytes().count(), Optional.of(invitation.orElse(text)), content.name(), leaf.headers());
        parts.add(isBody ? inline(part) : part);
    }

    /** Words of the mail itself, not a file that happens to be text, nor of a mail attached to it. */
    private boolean isBody(Content content) {
        Leaf leaf = content.leaf();
        return !attached
                && BODIES.contains(content.type())
                && !leaf.isAttachment()
                && (content.name().isEmpty() || body.isEmpty());
    }

    private void body(Content content, String text) {
        String key =
                content.leaf().alternative().orElse("part " + content.leaf().number());
        switch (content.type()) {
            case "text/html" -> html(key, text);
            case "text/enriched", "text/richtext" ->
                body.plain(
                        key,
                        text.replaceAll("<param>[^<]{0,500}</param>|</?[A-Za-z]{1,60}>", "")
                                .replace("<<", "<"));
            default -> body.plain(key, text);
        }
    }

    private void html(String key, String text) {
        Html html = Html.read(text);
        if (html.cut()) {
            cut("The HTML is longer than is shown; the whole part can be saved.");
        }
        body.html(key, html);
    }

    private void tnef(Content content) throws IOException {
        Leaf leaf = content.leaf();
        Tnef.Read read = Tnef.read(content.bytes());
        content.bytes().toEnd();
        parts.add(content.part(content.bytes().count(), Optional.empty(), content.name(), leaf.headers()));
        if (read.broken()) {
            problem(
                    MailProblem.Kind.LYING_PART,
                    "Part " + leaf.number()
                            + " holds Outlook's own format and is broken; what could be found in it is listed.");
        }
        if (!attached && body.isEmpty()) {
            read.html().ifPresent(html -> html("part " + leaf.number(), html));
            read.text().ifPresent(text -> body.plain("part " + leaf.number(), text.replace("\r\n", "\n")));
        }
        int index = 0;
        for (Tnef.File file : read.files()) {
            index++;
            if (!budget.takeLeaf()) {
                return;
            }
            Optional<String> name = Optional.of(Shown.fileName(file.name())).filter(any -> !any.isEmpty());
            String type = MediaTypes.of(file.first(), name, "application/octet-stream");
            parts.add(new MailPart(
                    leaf.number() + "." + index,
                    type,
                    "",
                    name,
                    Optional.empty(),
                    false,
                    file.size(),
                    Optional.empty(),
                    leaf.within(),
                    MailHeaders.NONE));
        }
    }

    /** As the part says, else as the HTML says of itself. */
    private static Optional<String> charset(Content content, byte[] bytes) {
        Optional<String> told = content.leaf().type().get("charset").filter(name -> !name.isBlank());
        if (told.isPresent() || !content.type().equals("text/html")) {
            return told;
        }
        String head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 2_048)), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        var meta = Pattern.compile("<meta[^>]{0,200}charset=[\"']?([a-z0-9_:-]{2,40})")
                .matcher(head);
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    /** A cut between two bytes of one character would look like a wrong set: cut at a line or blank, or as UTF-8 is. */
    private static byte[] wholeCharacters(byte[] bytes) {
        for (int i = bytes.length - 1; i >= Math.max(0, bytes.length - 10_000); i--) {
            if (bytes[i] == '\n' || bytes[i] == ' ') {
                return Arrays.copyOf(bytes, i);
            }
        }
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end > 0 && bytes[end - 1] < 0 ? end - 1 : end);
    }

    private static MailPart shown(MailPart part, Set<String> ids) {
        boolean within = part.contentId()
                .filter(id -> ids.contains(id.toLowerCase(Locale.ROOT)))
                .isPresent();
        return within && part.within().isEmpty() ? inline(part) : part;
    }

    private static MailPart inline(MailPart part) {
        return new MailPart(
                part.number(),
                part.mediaType(),
                part.claimedType(),
                part.name(),
                part.contentId(),
                true,
                part.size(),
                part.text(),
                part.within(),
                part.headers());
    }
}
