package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleBodyTest {
    private static final UUID PICTURE = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void markdownBecomesHtmlWithTablesLinksAndItsOwnPictures() {
        assertThat(html("""
                ## Return

                1. Pack *it*
                2. See [us](https://shop.example/r)

                |a|b|
                |-|-|
                |1|2|

                ![Label](file:01900000-0000-7000-8000-000000000001)
                """))
                .contains("<h2>Return</h2>", "<li>Pack <em>it</em></li>", "<td>2</td>")
                .contains("<a href=\"https://shop.example/r\" rel=\"noopener noreferrer nofollow\">us</a>")
                .contains("<img src=\"/files/" + PICTURE + "\" alt=\"Label\" />");
    }

    @Test
    void nothingInItRuns() {
        for (String hostile : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVa\nScript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](https://tracker.example/pixel.png)",
                "![x](file:01900000-0000-7000-8000-000000000002)",
                "![x](file:///etc/passwd)",
                "<a href=\"x\" onclick=\"alert(1)\">x</a>",
                "`<iframe>` <style>*{}</style> <svg onload=alert(1)>")) {
            assertThat(html(hostile))
                    .as(hostile)
                    .doesNotContainIgnoringCase("<script", "<img", "<svg", "<iframe", "<style", "href=\"j", "href=\"d")
                    .doesNotContainPattern("<[^>]*\\son");
        }
    }

    @Test
    void nestingForPagesIsShownAndNotFollowed() {
        for (String hostile : List.of(
                ">".repeat(100_000),
                "*a **a ".repeat(20_000),
                "[".repeat(50_000) + "x" + "]".repeat(50_000),
                "![".repeat(50_000),
                "- ".repeat(50_000) + "x",
                "*".repeat(100_000),
                "`".repeat(100_000),
                "|".repeat(2_000) + "\n" + "|-".repeat(2_000))) {
            assertThat(html(hostile)).isNotNull();
            assertThat(ArticleBody.plain(hostile).length()).isLessThanOrEqualTo(2 * hostile.length());
        }
    }

    @Test
    void onlyTheWordsAreSearched() {
        assertThat(ArticleBody.plain("# Return *now*\n\n- [us](https://a.example/x)\n\n退货**政策**"))
                .contains("Return now", "us", "退货政策")
                .doesNotContain("#", "*");
    }

    private static String html(String markdown) {
        return ArticleBody.html(markdown, id -> id.equals(PICTURE) ? Optional.of("/files/" + id) : Optional.empty());
    }
}
