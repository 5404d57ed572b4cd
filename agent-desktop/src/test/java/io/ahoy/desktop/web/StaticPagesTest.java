package io.ahoy.desktop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StaticPagesTest {
    private static final Pattern BELOW_A_FOLDER = Pattern.compile("['`]/([a-z]+)/");

    /** Else a reload, or a link from elsewhere, would find nothing. */
    @Test
    void everyAddressThatTheDesktopShowsIsServed() throws IOException {
        String addresses = Files.readString(Path.of("web", "src", "desktop", "views.ts"));
        List<String> folders = BELOW_A_FOLDER
                .matcher(addresses)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(folders).contains("mail", "rules", "reports", "cases");
        assertThat(StaticPages.AGENTS_FOLDERS).containsAll(folders);
    }
}
