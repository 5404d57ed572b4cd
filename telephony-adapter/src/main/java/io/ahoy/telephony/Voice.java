package io.ahoy.telephony;

import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import io.ahoy.telephony.agi.Callers;
import io.ahoy.telephony.call.Phones;
import io.ahoy.telephony.call.VoiceControl;
import io.ahoy.telephony.call.VoiceListener;
import java.io.IOException;

/**
 * Telephony as a whole. The router needs its outlet before it starts and it needs the router's intake after, hence two steps:
 *
 * <pre>{@code
 * Voice voice = new Voice(settings, callers, ivr, phones, listener);
 * RouterShell router = RouterShell.start(…, List.of(…, voice.outlet()));
 * voice.start(router);
 * }</pre>
 */
public final class Voice implements AutoCloseable {
    public Voice(VoiceSettings settings, Callers callers, IvrEngine ivr, Phones phones, VoiceListener listener) {}

    public Outlet outlet() {
        throw new UnsupportedOperationException();
    }

    public VoiceControl control() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes calls from now on. Asterisk need not be there yet.
     *
     * @throws IOException the FastAGI port is taken
     */
    public void start(Intake intake) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Where FastAGI listens. */
    public int agiPort() {
        return 0;
    }

    /** Takes no more calls; those that wait or talk stay in Asterisk. */
    @Override
    public void close() {}
}
