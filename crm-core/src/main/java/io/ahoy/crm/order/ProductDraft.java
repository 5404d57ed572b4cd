package io.ahoy.crm.order;

/** What programs write of a {@link Product}. */
public record ProductDraft(String title, boolean active) {}
