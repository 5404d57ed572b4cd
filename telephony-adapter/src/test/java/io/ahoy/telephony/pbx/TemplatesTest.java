package io.ahoy.telephony.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    @Test
    void fillsEveryPlaceholder() {
        Templates templates = new Templates(Map.of("sip.host", "127.0.0.1", "sip.port", "5060"));

        assertThat(templates.render("pjsip.conf", "bind = @{sip.host}:@{sip.port}\nmail = a@b\n"))
                .isEqualTo("bind = 127.0.0.1:5060\nmail = a@b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@{sip.prot}", "@{}", "@{sip.port"})
    void namesTheFileAndLineOfAnUnknownPlaceholder(String placeholder) {
        Templates templates = new Templates(Map.of("sip.port", "5060"));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> templates.render("pjsip.conf", "[global]\ntype = global\nbind = " + placeholder + "\n"))
                .withMessageStartingWith("pjsip.conf:3: unknown placeholder " + placeholder)
                .withMessageContaining("sip.port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nread = all",
                "x\r\n[admin]",
                "x\rread = all",
                "x\0y",
                "secret;comment",
                "[section",
                "a]",
                "${SHELL(id)}",
                "a,b",
                "a=>b",
                "\"quoted\"",
                "back\\slash",
                "next\u2028line",
                "next\u0085line",
                " blank before",
                "blank after ",
                ""
            })
    void refusesAValueThatMeansSomethingInAFile(String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Templates(Map.of("ami.secret", hostile)))
                .withMessageContaining("ami.secret")
                // It may be a secret, and messages are logged.
                .satisfies(refusal -> assertThat(
                                hostile.isBlank() || !refusal.toString().contains(hostile))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "with blank 1", "line\nbreak1", "secret;comment", "[section]x", "${GLOBAL(x)}", ""})
    void refusesAPhoneWithAHostilePassword(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone("1001", hostile, "password-2"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone("1001", "password-1", hostile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1001]", "10\n01", "_X.", "١٠٠١", "1001-web"})
    void refusesAPhoneWithAHostileExtension(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone(hostile, "password-1", "password-2"));
    }

    @Test
    void saysThatAFolderHoldsNoTemplates(@TempDir Path empty) {
        assertThatThrownBy(() -> new Templates(Map.of()).render(empty))
                .isInstanceOf(PbxUnusable.class)
                .hasMessageContaining(empty.toString());
    }
}
