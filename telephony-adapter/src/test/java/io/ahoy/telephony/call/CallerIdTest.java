package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.telephony.ami.AmiAction;
import org.junit.jupiter.api.Test;

class CallerIdTest {
    @Test
    void namesOfAllLanguagesAreShown() {
        assertThat(new CallerId("Jörg O'Brien-Łuć", "+49 30 123").quoted())
                .isEqualTo("\"Jörg O'Brien-Łuć\" <+4930123>");
        assertThat(new CallerId("王小明", "+86101234").quoted()).isEqualTo("\"王小明\" <+86101234>");
    }

    @Test
    void whatMeansSomethingToASwitchIsDropped() {
        CallerId hostile = new CallerId("x\r\n\r\nAction: ${SHELL(id)} \"<b>\\;\0", "+49\r\n30${X};tag=<>\"");
        assertThat(hostile.quoted()).isEqualTo("\"xAction SHELL(id) b\" <+4930Xtag>");
        AmiAction.of("Originate").with("CallerID", hostile.quoted());
    }

    @Test
    void whoeverShowsNothingIsAnonymous() {
        assertThat(new CallerId("", "").quoted()).isEqualTo("\"anonymous\" <anonymous>");
    }

    @Test
    void tenKilobytesBecomeALine() {
        String quoted = new CallerId("王".repeat(10_000), "9".repeat(10_000)).quoted();
        assertThat(quoted.length()).isLessThan(120);
        AmiAction.of("Originate").with("CallerID", quoted);
    }
}
