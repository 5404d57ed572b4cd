package io.ahoy.router.channel.email.read;

/** What one mail may take in memory, whatever it holds: counted over all of its parts, attached mails included. */
final class Budget {
    /** Bytes of all headers together. */
    private static final int HEADERS_MAX = 4_000_000;

    /** Characters of all texts together. */
    private static final int TEXTS_MAX = 2 * MailReader.TEXT_MAX;

    /** Entities that hold others may be many without a single leaf. */
    private static final int ENTITIES_MAX = 10 * MailReader.PARTS_MAX;

    private int headers = HEADERS_MAX;
    private int texts = TEXTS_MAX;
    private int leaves = MailReader.PARTS_MAX;
    private int entities = ENTITIES_MAX;

    boolean takeHeader(int bytes) {
        headers -= bytes;
        return headers >= 0;
    }

    boolean takeLeaf() {
        return leaves-- > 0;
    }

    boolean takeEntity() {
        return entities-- > 0;
    }

    /** How many characters the next text may have. */
    int textMax() {
        return Math.min(texts, MailReader.TEXT_MAX);
    }

    void takeText(int characters) {
        texts -= characters;
    }
}
