package io.ahoy.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiActionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n\r\nAction: Command\r\nCommand: core stop now",
                "x\nVariable: A=b",
                "x\rVariable: A=b",
                "x\0y",
                "x\u000by",
                "x\u0085y",
                "x\u2028y",
                "x\u007f"
            })
    void nothingThatCouldBreakALineGoesIntoAnyPart(String hostile) {
        AmiAction action = AmiAction.of("Originate");
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("CallerID", hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> action.with(hostile, "value"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.withVariable("AHOY", hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> action.withVariable(hostile, "value"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.withReference(hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> AmiAction.of(hostile));
    }

    @Test
    void aLineThatAsteriskWouldCutIsRefused() {
        String long950 = "ü".repeat(475);
        assertThat(AmiAction.of("Setvar").with("Value", long950).getAttributes())
                .containsEntry("Value", long950);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmiAction.of("Setvar").with("Value", "ü".repeat(500)))
                .withMessageContaining("longer than");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmiAction.of("Originate").withVariable("A", "x".repeat(10_000)));
    }

    @Test
    void headersBeyondWhatAsteriskReadsAreRefused() {
        AmiAction action = AmiAction.of("Originate");
        for (int i = 0; i < AmiAction.LINES_MAX; i++) {
            action = i % 2 == 0 ? action.with("H" + i, "x") : action.withVariable("V" + i, "x");
        }
        AmiAction full = action;
        assertThatIllegalArgumentException().isThrownBy(() -> full.with("More", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> full.withVariable("More", "x"));
    }

    @Test
    void aHeaderCannotBeGivenTwiceOrBeginAnAction() {
        AmiAction action = AmiAction.of("Hangup").with("Channel", "1");
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("Channel", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("Action", "Command"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("ActionID", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("Variable", "A=b"));
        assertThatIllegalArgumentException().isThrownBy(() -> action.about("A=b"));
    }
}
