package io.ahoy.crm.history;

import java.util.List;
import java.util.Optional;

/**
 * Contacts, newest first.
 *
 * @param next give it as {@code before} to get the following page; empty on the last one
 */
public record Page(List<Contact> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
