package io.ahoy.telephony.agi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgiLineTest {
    private final AgiChannel channel = mock(AgiChannel.class);
    private final AgiLine line = new AgiLine(channel);

    @ParameterizedTest
    @ValueSource(strings = {"x\rEXEC System id", "x\nHANGUP", "x\0", "x\u0085"})
    void nothingThatEndsACommandGoesOut(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> line.set("AHOY_NAME", hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> line.set(hostile, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> line.get(hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> line.play(hostile, true));
        verifyNoInteractions(channel);
    }

    @Test
    void soundsStayInTheirFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> line.play("ahoy/../../etc/passwd", false));
        assertThatIllegalArgumentException().isThrownBy(() -> line.play("/etc/passwd", false));
        assertThatIllegalArgumentException().isThrownBy(() -> line.play("a b", false));
    }

    @Test
    void harmlessValuesGoThroughAsTheyAre() throws AgiException {
        line.set("AHOY_NAME", "Ann \"Müller\", ${X} 王");
        line.play("ahoy/welcome", true);
        verify(channel).setVariable("AHOY_NAME", "Ann \"Müller\", ${X} 王");
        verify(channel).streamFile("ahoy/welcome", "0123456789*#");
        verifyNoMoreInteractions(channel);
    }
}
