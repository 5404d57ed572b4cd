package io.ahoy.crm.team;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/** Argon2id with OWASP's parameters: 19 MiB, two passes, one lane; some 30 ms of one core. */
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** How many hashes are computed at once, so that a flood of logins takes neither the memory nor all cores. */
    private static final int CONCURRENT_MAX = 2;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places = new Semaphore(CONCURRENT_MAX, true);
    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(argon2)
                    .getResult();
        } finally {
            places.release();
        }
    }

    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            places.release();
        }
    }

    /** The work of {@link #matches} without a chance of success. */
    void waste(String password) {
        matches(password, Nobody.HASH);
    }

    /** Checked for unknown logins, so that they take as long as known ones; made once, at the first of them. */
    private static final class Nobody {
        static final String HASH = new Passwords().hash("nobody");
    }
}
