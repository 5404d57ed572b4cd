package io.ahoy.ivr.script;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One step of a script. The kinds of steps and their settings are explained in {@code docs/ivr.md}. */
public sealed interface Node {

    Word name();

    /** The steps that may follow. */
    List<Word> targets();

    /** The steps that may follow although the caller presses nothing. */
    default List<Word> targetsInSilence() {
        return targets();
    }

    /** The sounds it may play. */
    default List<Word> prompts() {
        return List.of();
    }

    /** Lets the caller press one key. */
    sealed interface Asking extends Node {
        List<Word> say();

        List<Key> keys();

        Ask ask();

        /** What counts in the end if the caller chooses nothing. */
        Word otherwise();

        @Override
        default List<Word> prompts() {
            return Stream.concat(say().stream(), ask().invalid().stream()).toList();
        }
    }

    /** Goes on at once, unheard by the caller. */
    sealed interface Branching extends Node {}

    /** Ends the script, with a last word or without. */
    sealed interface Ending extends Node {
        List<Word> say();

        @Override
        default List<Word> targets() {
            return List.of();
        }

        @Override
        default List<Word> prompts() {
            return say();
        }
    }

    /** Announces something. */
    record Play(Word name, List<Word> say, boolean interruptible, Word then) implements Node {
        public Play {
            say = List.copyOf(say);
        }

        @Override
        public List<Word> targets() {
            return List.of(then);
        }

        @Override
        public List<Word> prompts() {
            return say;
        }
    }

    /**
     * Lets the caller choose a language, unless his is known. The keys and {@code otherwise} name languages; the prompts are played
     * in each of them.
     */
    record Language(Word name, List<Word> say, List<Key> keys, Ask ask, Word otherwise, Word then) implements Asking {
        public Language {
            say = List.copyOf(say);
            keys = List.copyOf(keys);
        }

        /** The languages to choose from, in the order of the keys. */
        public List<String> offered() {
            return keys.stream().map(key -> key.choice().text()).distinct().toList();
        }

        @Override
        public List<Word> targets() {
            return List.of(then);
        }
    }

    /** Lets the caller choose a step. */
    record Menu(Word name, List<Word> say, List<Key> keys, Ask ask, Word otherwise) implements Asking {
        public Menu {
            say = List.copyOf(say);
            keys = List.copyOf(keys);
        }

        @Override
        public List<Word> targets() {
            return Stream.concat(keys.stream().map(Key::choice), Stream.of(otherwise))
                    .toList();
        }

        @Override
        public List<Word> targetsInSilence() {
            return List.of(otherwise);
        }
    }

    /**
     * Branches on the time of day.
     *
     * @param zone absent: the centre's
     * @param times when it is open
     * @param holidays on which it is closed whatever the times say
     */
    record Hours(
            Word name,
            Optional<ZoneId> zone,
            List<OpenTime> times,
            List<Holiday> holidays,
            Word whenOpen,
            Word otherwise)
            implements Branching {
        public Hours {
            times = List.copyOf(times);
            holidays = List.copyOf(holidays);
        }

        @Override
        public List<Word> targets() {
            return List.of(whenOpen, otherwise);
        }
    }

    /** Branches on what is known of the call; the first case that fits counts. */
    record Decide(Word name, List<Case> cases, Word otherwise) implements Branching {
        public Decide {
            cases = List.copyOf(cases);
        }

        @Override
        public List<Word> targets() {
            return Stream.concat(cases.stream().map(Case::then), Stream.of(otherwise))
                    .toList();
        }
    }

    /** The caller waits in a queue. */
    record Enqueue(Word name, List<Word> say, Word queue, String music) implements Ending {
        public Enqueue {
            say = List.copyOf(say);
        }
    }

    record HangUp(Word name, List<Word> say) implements Ending {
        public HangUp {
            say = List.copyOf(say);
        }
    }

    /** A key of the telephone and what it chooses: a step of a menu, a language of a language step. */
    record Key(char key, Word choice) {}

    /**
     * How a choice is asked for.
     *
     * @param keyWait how long to wait for a key, after the prompts
     * @param tries how often the prompts are played altogether before {@code otherwise} counts
     * @param invalid played before the next try after a key that chooses nothing
     */
    record Ask(Duration keyWait, int tries, List<Word> invalid) {
        public Ask {
            invalid = List.copyOf(invalid);
        }
    }

    record Case(Condition condition, Word then) {}
}
