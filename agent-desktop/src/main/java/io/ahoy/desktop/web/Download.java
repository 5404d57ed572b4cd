package io.ahoy.desktop.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is no JSON: a file, written while it is sent.
 *
 * @param name for the reader's disk
 * @param shown a browser may show it inside of a page; anything else is only ever saved
 * @param policy what a browser may do with it where it shows it, as the value of Content-Security-Policy
 */
public record Download(String name, String mediaType, boolean shown, String policy, Content content) {
    /** It comes from somebody: whatever is in it, a browser runs nothing of it. */
    private static final String NOTHING = "sandbox; default-src 'none'";

    public Download(String name, String mediaType, boolean shown, Content content) {
        this(name, mediaType, shown, NOTHING, content);
    }

    /** Writes the bytes; runs on a virtual thread and may block. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
