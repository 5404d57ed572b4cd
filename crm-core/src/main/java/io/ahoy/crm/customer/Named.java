package io.ahoy.crm.customer;

import java.util.UUID;

/** Another record, with the name to show. */
public record Named(UUID id, String name) {}
