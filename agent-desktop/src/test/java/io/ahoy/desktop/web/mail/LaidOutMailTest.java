package io.ahoy.desktop.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.mail.MailContent.Attachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The HTML of a mail in its frame. */
class LaidOutMailTest {
    private static final Attachment LOGO = picture("2", "Logo@Shop.example", "image/png", 4);

    @Test
    void picturesOfTheMailStandInIt() throws IOException {
        assertThat(page("<img src=\"cid:logo@shop.example\" alt=\"Logo\">", false, LOGO))
                .contains("src=\"data:image/png;base64,cGFydDI=\"")
                .doesNotContain("cid:");
    }

    @Test
    void picturesThatAreMissingOrTooLargeOrNoneAreLeftOut() throws IOException {
        Attachment large = picture("3", "large@x", "image/png", LaidOutMail.PICTURES_MAX + 1);
        Attachment drawing = picture("4", "drawing@x", "image/svg+xml", 10);
        assertThat(page(
                        "<img src=\"cid:gone@x\"><img src=\"cid:large@x\"><img src=\"cid:drawing@x\">",
                        false,
                        large,
                        drawing))
                .doesNotContain("src=");
    }

    @Test
    void remotePicturesWaitForConsent() throws IOException {
        String html = "<img data-remote-src=\"https://pixel.example/1.gif\">";
        assertThat(page(html, false)).doesNotContain(" src=");
        assertThat(page(html, true))
                .contains(" src=\"https://pixel.example/1.gif\"")
                .contains("no-referrer");
    }

    @Test
    void thePolicyLetsNothingRunAndNothingBeSent() {
        assertThat(LaidOutMail.policy(false))
                .contains("default-src 'none'")
                .contains("form-action 'none'")
                .doesNotContain("https:")
                .doesNotContain("allow-scripts")
                .doesNotContain("allow-same-origin");
        assertThat(LaidOutMail.policy(true))
                .contains("img-src data: https: http:;")
                .doesNotContain("allow-scripts");
    }

    private static String page(String html, boolean remote, Attachment... files) throws IOException {
        return LaidOutMail.page(
                html, List.of(files), remote, number -> ("part" + number).getBytes(StandardCharsets.UTF_8));
    }

    private static Attachment picture(String number, String contentId, String mediaType, long size) {
        return new Attachment(number, "picture", mediaType, size, true, Optional.of(contentId), Optional.empty());
    }
}
