package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenHtmlTest {
    @Test
    void formattingGoesOutAndSoDoTheWordsWithoutIt() {
        WrittenHtml written = WrittenHtml.of("""
                <p>Dear <strong>Ruth</strong>,</p><ul><li><p>first</p></li><li><p><em>second</em></p></li></ul>\
                <p>see <a href="https://shop.example/a">here</a></p><p>-- <br>Anna</p>\
                <p>On Monday, Ruth wrote:</p><blockquote><p>Where is it?</p></blockquote>""");
        assertThat(written.html())
                .contains("<strong>Ruth</strong>", "<em>second</em>", "href=\"https://shop.example/a\"")
                .contains("<blockquote><p>Where is it?</p></blockquote>");
        assertThat(written.plain())
                .startsWith("Dear Ruth,\n")
                .contains("- first", "- second", "here <https://shop.example/a>", "\n-- \nAnna\n", "\n> Where is it?");
    }

    @Test
    void onlyWhatBeginsAnItemStandsBehindItsBullet() {
        WrittenHtml written = WrittenHtml.of("<ul><li> <p>one</p><p>more</p></li><li>two<p>more</p></li></ul>");
        assertThat(written.plain()).isEqualTo("- one\nmore\n- two\nmore");
    }

    @Test
    void nothingGoesOutThatRunsOrLoads() {
        WrittenHtml written = WrittenHtml.of("""
                <p onclick="steal()">Hello<script>steal()</script><iframe src="https://evil.example"></iframe>\
                <a href="javascript:steal()">here</a><img src="https://evil.example/1.gif"></p>""");
        assertThat(written.html()).doesNotContain("steal", "iframe", " src=\"http");
        assertThat(written.plain()).startsWith("Hello").doesNotContain("steal");
    }

    @Test
    void wordsThatAreHiddenAreNone() {
        assertThat(plain("<p>a<span style='color: red; DISPLAY :\tnone'>x</span>b</p>"))
                .isEqualTo("ab");
        assertThat(plain("<p style='mso-hide:all'>x</p><p style='visibility: hidden'>y</p>z"))
                .isEqualTo("z");
        assertThat(plain("<p style='display:block'>a</p><p style='content: none'>b</p>"))
                .isEqualTo("a\n\nb");
        assertThat(plain("<title>x</title><style>y</style><script>z</script>a")).isEqualTo("a");
    }

    @Test
    void eachRunOfBlanksIsOneSpace() {
        assertThat(plain("<p> a  b\tc\n d&nbsp; e <b> f </b>\u2003g</p>")).isEqualTo("a b c d e f g");
        assertThat(plain("<pre>a  b\n  c</pre>")).isEqualTo("a  b\n  c");
    }

    @Test
    void divisionsOfGmailAreQuotesUnlessQuotesAreMarked() {
        assertThat(plain("new<div class=gmail_quote>old</div>")).isEqualTo("new\n> old");
        assertThat(plain("new<div class=gmail_quote>said:<blockquote>old</blockquote></div>"))
                .isEqualTo("new\nsaid:\n\n> old");
        assertThat(plain("new<div class=gmail_quote>old<blockquote style='display:none'>x</blockquote></div>"))
                .isEqualTo("new\n> old");
    }

    @Test
    void picturesOfTheMailAndOfOthersAreTold() {
        assertThat(Html.read("<img src='cid:A@b'><p style='display:none'><img src=cid:c></p>")
                        .pictures())
                .containsExactly("a@b");
        assertThat(Html.read("<IMG alt=x\nSRC = '//a.example/1.gif'>").asksOthers())
                .isTrue();
        assertThat(Html.read("<img src=cid:a><a href='https://a.example'>a</a>").asksOthers())
                .isFalse();
    }

    private static String plain(String html) {
        return Html.read(html).plain();
    }
}
