package io.ahoy.router.shell;

import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Mailbox.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one batch has led to. Nobody knows of it until its row is durable.
 *
 * @param letters that it answers
 * @param row none if nothing happened
 * @param renews whether the ownership is to be renewed as well
 * @param image of the state after it, if one is due
 */
record Decided(
        List<Letter> letters,
        Optional<RowText> row,
        List<Output> outputs,
        Instant at,
        List<Answer<?>> answers,
        boolean renews,
        Optional<ImageSaver.Picture> image) {

    boolean isNothing() {
        return row.isEmpty() && answers.isEmpty() && !renews && image.isEmpty();
    }
}
