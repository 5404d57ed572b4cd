package io.ahoy.desktop.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is no JSON: a file, written while it is sent.
 *
 * @param name for the reader's disk
 * @param shown a browser may show it inside of a page; anything else is only ever saved
 */
public record Download(String name, String mediaType, boolean shown, Content content) {
    /** Writes the bytes; runs on a virtual thread and may block. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
