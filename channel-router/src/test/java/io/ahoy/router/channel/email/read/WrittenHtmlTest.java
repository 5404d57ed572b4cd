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
}
