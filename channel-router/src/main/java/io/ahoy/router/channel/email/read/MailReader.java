package io.ahoy.router.channel.email.read;

/** Reads raw mails. */
public final class MailReader {
    public static final int TEXT_MAX = 1_000_000;
    public static final int PARTS_MAX = 1_000;
}
