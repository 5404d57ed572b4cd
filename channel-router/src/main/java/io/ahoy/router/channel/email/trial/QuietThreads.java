package io.ahoy.router.channel.email.trial;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small server's threads trip over connections that end while they wait for a word, as every one does in the end. That is nobody's
 * trouble, and must not stand on the operator's terminal.
 */
final class QuietThreads implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QuietThreads.class);
    private static final Pattern SERVERS = Pattern.compile("(imap|smtp|pop3):127\\.0\\.0\\.1:.*");

    private final Optional<Thread.UncaughtExceptionHandler> others;

    private QuietThreads(Optional<Thread.UncaughtExceptionHandler> others) {
        this.others = others;
    }

    /** For the whole program, since that server makes its threads itself; of others' threads all is told as before, or in the log. */
    static void install() {
        Optional<Thread.UncaughtExceptionHandler> before =
                Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
        if (before.filter(QuietThreads.class::isInstance).isEmpty()) {
            Thread.setDefaultUncaughtExceptionHandler(new QuietThreads(before));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (SERVERS.matcher(thread.getName()).matches()) {
            LOG.debug("a connection to the small mail server has ended", failure);
        } else if (others.isPresent()) {
            others.get().uncaughtException(thread, failure);
        } else {
            LOG.error("Thread {} has ended by an error", thread.getName(), failure);
        }
    }
}
