package io.ahoy.router.channel.email;

import java.io.IOException;

/** Takes messages that Ahoy itself writes to those who work with a mailbox; they go the way of all that come to it. */
@FunctionalInterface
public interface Notices {
    /** Returns when it is safe. The same bytes again are a second copy, which goes no further. */
    void put(String mailbox, byte[] message) throws IOException;
}
