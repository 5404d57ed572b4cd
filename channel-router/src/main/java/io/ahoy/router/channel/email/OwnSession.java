package io.ahoy.router.channel.email;

import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** What messages are written in that go over no connection of their own. */
public final class OwnSession {
    public static final Session SESSION;

    static {
        // Else the library looks for it through all files of the program, at every message.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        SESSION = Session.getInstance(new Properties());
    }

    private OwnSession() {}
}
