package io.ahoy.desktop.web.mail;

import io.ahoy.crm.mail.MailContent;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * The sanitised HTML of a mail as a page of its own, for a sandboxed frame. A document written into the frame would have the policy of
 * the page around it, which allows neither the mail's own styles nor its pictures. Pictures of the mail stand in it as data: a frame
 * without an origin is no part of the session, so it can't fetch them.
 */
final class LaidOutMail {
    /** Bytes of all pictures; further ones are left out. */
    static final long PICTURES_MAX = 10L << 20;

    private static final String CID = "cid:";
    private static final String HELD_BACK = "data-remote-src";
    /** Mails are laid out for paper, whatever the theme around them. */
    private static final String STYLE =
            "html { color-scheme: light; background: #fff; color: #18202b; font: 14px/20px sans-serif;"
                    + " overflow-wrap: anywhere } body { margin: 12px } img { max-width: 100%; height: auto }"
                    + " blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #7d8796 }";

    private LaidOutMail() {}

    /** Gives the bytes of a part by its number. */
    @FunctionalInterface
    interface Parts {
        byte[] read(String number) throws IOException;
    }

    /**
     * What the frame may do: nothing runs, nothing is sent; links open apart.
     *
     * @param remote pictures from other servers are loaded
     */
    static String policy(boolean remote) {
        return "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
                + (remote ? " https: http:" : "")
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }

    /** @param remote the reader consented to pictures from other servers, which learn of it that he reads */
    static String page(String html, List<MailContent.Attachment> files, boolean remote, Parts parts)
            throws IOException {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        page.head().appendElement("style").appendText(STYLE);
        page.prependChild(new DocumentType("html", "", ""));
        if (remote) {
            page.select("img[" + HELD_BACK + "]").forEach(LaidOutMail::load);
        }
        long left = PICTURES_MAX;
        for (Element picture : page.select("img[src]")) {
            Optional<MailContent.Attachment> shown = shownBy(picture, files);
            if (shown.isPresent() && shown.get().size() <= left) {
                left -= shown.get().size();
                picture.attr("src", data(shown.get(), parts));
            } else if (isOfTheMail(picture)) {
                picture.removeAttr("src");
            }
        }
        return page.outerHtml();
    }

    private static void load(Element picture) {
        picture.attr("src", picture.attr(HELD_BACK)).attr("referrerpolicy", "no-referrer");
        picture.removeAttr(HELD_BACK);
    }

    private static boolean isOfTheMail(Element picture) {
        return picture.attr("src").toLowerCase(Locale.ROOT).startsWith(CID);
    }

    private static Optional<MailContent.Attachment> shownBy(Element picture, List<MailContent.Attachment> files) {
        if (!isOfTheMail(picture)) {
            return Optional.empty();
        }
        String id = bare(picture.attr("src").substring(CID.length()));
        return files.stream()
                .filter(file -> file.contentId().map(LaidOutMail::bare).equals(Optional.of(id)))
                // A picture that can hold scripts is shown as none.
                .filter(file -> file.mediaType().matches("image/(png|jpeg|gif|webp)"))
                .findFirst();
    }

    /** A header writes it in angle brackets, an address without (RFC 2392). */
    private static String bare(String contentId) {
        return contentId.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static String data(MailContent.Attachment picture, Parts parts) throws IOException {
        return "data:" + picture.mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(parts.read(picture.number()));
    }
}
