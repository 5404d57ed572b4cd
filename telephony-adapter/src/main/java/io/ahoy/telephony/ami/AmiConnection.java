package io.ahoy.telephony.ami;

import java.io.IOException;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.SocketConnectionFacade;
import org.asteriskjava.util.internal.SocketConnectionFacadeImpl;
import org.jspecify.annotations.Nullable;

/**
 * The library's connection with our socket in it, good for one connection only: reconnecting is {@link AmiLink}'s, so that its
 * state is visible and nobody mistakes what comes after a gap for what comes next.
 */
final class AmiConnection extends ManagerConnectionImpl {
    private final AmiSettings settings;
    private volatile @Nullable GuardedSocket guarded;

    AmiConnection(AmiSettings settings, ManagerEventListener listener) {
        this.settings = settings;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(settings.user());
        setPassword(settings.secret());
        setDefaultResponseTimeout(settings.connectLimit().toMillis());
        setKeepAliveAfterAuthenticationFailure(false);
        registerUserEventClass(AhoyMarkEvent.class);
        registerUserEventClass(AhoyKeyEvent.class);
        addEventListener(listener);
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        if (guarded != null) {
            throw new IOException("a new connection is made by the link itself");
        }
        SocketConnectionFacade plain = new SocketConnectionFacadeImpl(
                settings.host(),
                settings.port(),
                false,
                Math.toIntExact(settings.connectLimit().toMillis()),
                Math.toIntExact(settings.silenceLimit().toMillis()));
        GuardedSocket socket = new GuardedSocket(plain, EventTranslation.TRANSLATED);
        guarded = socket;
        return socket;
    }

    void markSeen() {
        GuardedSocket socket = guarded;
        if (socket != null) {
            socket.seen();
        }
    }

    /** Ends it for good, whatever state it is in; the library's own attempts to reconnect as well. */
    void end() {
        try {
            logoff();
        } catch (IllegalStateException e) {
            disconnect();
        }
    }
}
