package io.ahoy.crm.knowledge;

/**
 * Why something is not stored.
 *
 * @param field as {@code texts.en.title}
 * @param message what is wrong, and what to do
 */
public record ArticleProblem(String field, String message) {}
