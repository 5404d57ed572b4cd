package io.ahoy.telephony;

import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import io.ahoy.telephony.agi.AgiDoor;
import io.ahoy.telephony.agi.Callers;
import io.ahoy.telephony.agi.VoiceEntry;
import io.ahoy.telephony.ami.AmiLink;
import io.ahoy.telephony.call.CallbackNumbers;
import io.ahoy.telephony.call.Newcomers;
import io.ahoy.telephony.call.Phones;
import io.ahoy.telephony.call.Switchboard;
import io.ahoy.telephony.call.VoiceControl;
import io.ahoy.telephony.call.VoiceListener;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Telephony as a whole. The router needs its outlet before it starts, and it needs the router's intake after, hence two steps:
 *
 * <pre>{@code
 * Voice voice = Voice.prepare(settings, callers, newcomers, numbers, ids, ivr, phones, listener, clock);
 * RouterShell router = RouterShell.start(…, List.of(…, voice.outlet()));
 * voice.start(router);
 * }</pre>
 */
public final class Voice implements AutoCloseable {
    private final AmiLink link;
    private final Switchboard switchboard;
    private final AgiDoor door;

    private Voice(AmiLink link, Switchboard switchboard, AgiDoor door) {
        this.link = link;
        this.switchboard = switchboard;
        this.door = door;
    }

    /**
     * Asterisk need not be there yet.
     *
     * @param ids makes the id of an interaction that begins now
     * @throws IOException the FastAGI port is taken
     */
    public static Voice prepare(
            VoiceSettings settings,
            Callers callers,
            Newcomers newcomers,
            CallbackNumbers numbers,
            Function<Instant, InteractionId> ids,
            IvrEngine ivr,
            Phones phones,
            VoiceListener listener,
            InstantSource clock)
            throws IOException {
        AtomicReference<Switchboard> later = new AtomicReference<>();
        AmiLink link = new AmiLink(settings.ami(), event -> later.get().hear(event));
        Switchboard switchboard = Switchboard.over(
                link,
                settings.trunk(),
                phones,
                newcomers,
                numbers,
                listener,
                clock,
                settings.music(),
                settings.defaultQueue(),
                settings.reattachLimit());
        later.set(switchboard);
        VoiceEntry entry = new VoiceEntry(switchboard, callers, ivr, ids, clock, settings.defaultQueue());
        return new Voice(link, switchboard, new AgiDoor(settings.agiHost(), settings.agiPort(), entry));
    }

    public Outlet outlet() {
        return switchboard;
    }

    public VoiceControl control() {
        return switchboard;
    }

    /** Takes calls from now on. */
    public void start(Intake intake) {
        switchboard.reportTo(intake);
        door.open();
        link.start();
    }

    /** Where FastAGI listens. */
    public int agiPort() {
        return door.port();
    }

    /** Takes no more calls; those that wait or talk stay in Asterisk. */
    @Override
    public void close() {
        door.close();
        link.close();
        switchboard.close();
    }
}
