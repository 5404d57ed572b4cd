package io.ahoy.router.channel.email.receive;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Fetches from one mailbox. */
interface Receiver {
    /**
     * Fetches until the connection breaks or the thread is interrupted; returns where a server knows no lasting connections, to be called
     * again later.
     *
     * @param connected told once the mailbox is open
     */
    void receive(Runnable connected) throws MessagingException, IOException, InterruptedException;
}
