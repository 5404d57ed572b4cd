package io.ahoy.crm.team;

/** What people read, in the languages of the desktop. */
public record Titles(String en, String zh) {}
