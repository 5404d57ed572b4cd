package io.ahoy.crm.access;

/** Why a wish about a record is not granted. The message says what is wrong and what to do; nothing was written. */
public abstract sealed class Refusal extends RuntimeException {
    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such record, or he may not know that there is. */
    public static final class Unknown extends Refusal {
        public Unknown(String message) {
            super(message);
        }
    }

    /** Something in it cannot be so. */
    public static final class Invalid extends Refusal {
        private final String field;

        /** @param field as {@code points.0.value} */
        public Invalid(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Somebody changed it since it was read. */
    public static final class Stale extends Refusal {
        private final transient Object present;

        /** @param present as it is now, so that people can choose */
        public Stale(Object present) {
            super("Somebody changed it since you read it. Compare, and repeat your change on what is there now.");
            this.present = present;
        }

        public Object present() {
            return present;
        }
    }

    /** Not in its present state, or not while others need it. */
    public static final class Conflict extends Refusal {
        public Conflict(String message) {
            super(message);
        }
    }

    public static final class NotAllowed extends Refusal {
        public NotAllowed(String message) {
            super(message);
        }
    }
}
