package io.ahoy.desktop.web;

/** What one request does. Runs on a virtual thread and may block; refuses by throwing a {@link Problem}. */
@FunctionalInterface
public interface Verb {
    Answer handle(Request request) throws Exception;
}
