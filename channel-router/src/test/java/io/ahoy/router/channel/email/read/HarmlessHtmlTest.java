package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree is told to the sieve directly: what could be understood in two ways when it is written and read again. */
class HarmlessHtmlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "a<!-- b --><![CDATA[c]]>d | ad",
                "<p>one<p>two | <p>one</p><p>two</p>",
                "a<br>b<hr>c | a<br />b<hr />c",
                "<p align>x | <p align=\"align\">x</p>",
                "<textarea>&lt;b&gt; &amp; c</textarea> | &lt;b&gt; &amp; c",
                "<xmp><b>x</b></xmp>d | &lt;b&gt;x&lt;/b&gt;d",
                "<ul<b>x</ul> | x",
                "<p title='\"><img src=x onerror=alert(1)>'>z</p> | <p title=\"&#34;&gt;&lt;img src&#61;x onerror&#61;alert(1)&gt;\">z</p>",
                "<svg><script>alert(1)</script></svg>x | x",
                "<noembed><img src=x onerror=alert(1)></noembed>x | x",
                "<b>a<i>b</b>c</i> | <b>a<i>b</i></b><i>c</i>",
                "{{a}} | {<!-- -->{a}}",
            })
    void tellsTheTree(String html, String harmless) {
        assertThat(Html.read(html).harmless()).isEqualTo(harmless);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "3, 3"})
    void keepsBlankLinesAtTheBeginOfPre(int written, int kept) {
        String html = "<pre>" + "\n".repeat(written) + " x</pre>";
        assertThat(Html.read(html).harmless()).isEqualTo("<pre>" + "\n".repeat(kept) + " x</pre>");
    }
}
