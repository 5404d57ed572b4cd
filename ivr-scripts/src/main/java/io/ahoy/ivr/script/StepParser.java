package io.ahoy.ivr.script;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one step of each kind. */
final class StepParser {
    /** Of all kinds. */
    static final Set<String> SETTINGS = Set.of(
            "say",
            "then",
            "interruptible",
            "key",
            "wait",
            "tries",
            "invalid",
            "otherwise",
            "zone",
            "open",
            "closed",
            "when",
            "queue",
            "music");

    private static final Duration KEY_WAIT = Duration.ofSeconds(5);
    private static final int KEY_WAIT_SECONDS_MAX = 60;
    private static final int TRIES = 3;
    private static final int TRIES_MAX = 9;
    private static final Pattern KEY = Pattern.compile("[0-9*#]");

    private final Problems problems;
    private final List<String> languages;

    StepParser(Problems problems, List<String> languages) {
        this.problems = problems;
        this.languages = languages;
    }

    Optional<Node> step(Block block) {
        Word name = block.name();
        Optional<Node> node = switch (block.kind().text()) {
            case "play" -> Optional.of(play(name, block));
            case "language" -> Optional.of(language(name, block));
            case "menu" -> Optional.of(menu(name, block));
            case "hours" -> Optional.of(hours(name, block));
            case "decide" -> Optional.of(decide(name, block));
            case "enqueue" -> Optional.of(enqueue(name, block));
            case "hangup" -> Optional.of(new Node.HangUp(name, block.words("say")));
            default -> Optional.empty();
        };
        block.reportUnknown();
        return node;
    }

    private Node play(Word name, Block block) {
        boolean interruptible = block.word("interruptible").map(this::yesOrNo).orElse(true);
        return new Node.Play(
                name,
                block.neededWords("say", "say welcome"),
                interruptible,
                block.neededName("then", "then main-menu"));
    }

    private Node language(Word name, Block block) {
        List<Node.Key> keys = keys(block, "key 1 -> en");
        keys.forEach(key -> language(key.choice()));
        Word otherwise = block.otherwise("when no key is pressed");
        block.lines("otherwise").stream().findAny().ifPresent(line -> language(otherwise));
        return new Node.Language(
                name,
                block.neededWords("say", "say language-menu"),
                keys,
                ask(block),
                otherwise,
                block.neededName("then", "then main-menu"));
    }

    private Node menu(Word name, Block block) {
        return new Node.Menu(
                name,
                block.neededWords("say", "say queue-menu"),
                keys(block, "key 1 -> sales"),
                ask(block),
                block.otherwise("when no key is pressed"));
    }

    private Node.Ask ask(Block block) {
        return new Node.Ask(
                block.word("wait").map(this::seconds).orElse(KEY_WAIT),
                block.word("tries").map(this::tries).orElse(TRIES),
                block.words("invalid"));
    }

    private List<Node.Key> keys(Block block, String example) {
        List<Node.Key> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Block.Arrow arrow : block.arrows("key", example)) {
            if (arrow.from().size() != 1) {
                problems.add(arrow.setting(), "write \"key\" as in \"" + example + "\"");
                continue;
            }
            Word key = arrow.from().getFirst();
            if (!KEY.matcher(key.text()).matches()) {
                problems.add(key, "\"" + Block.shown(key) + "\" is no key; use one of 0 to 9, * or #");
            } else if (!seen.add(key.text())) {
                problems.add(key, "key " + key + " is given twice in this " + block.kind() + "; use another key");
            } else {
                keys.add(new Node.Key(key.text().charAt(0), arrow.to()));
            }
        }
        if (block.lines("key").isEmpty()) {
            problems.add(block.kind(), "this " + block.kind() + " has no keys; add lines such as \"" + example + "\"");
        }
        return keys;
    }

    private Node hours(Word name, Block block) {
        List<OpenTime> times = new ArrayList<>();
        List<Holiday> holidays = new ArrayList<>();
        for (SourceLine line : block.lines("open")) {
            HoursParser.openTime(line, problems).ifPresent(times::add);
        }
        for (SourceLine line : block.lines("closed")) {
            holidays.addAll(HoursParser.holidays(line, problems));
        }
        if (block.lines("open").isEmpty()) {
            problems.add(block.kind(), "these hours are never open; add a line such as \"open Mon-Fri 08:00-18:00\"");
        }
        return new Node.Hours(
                name,
                block.word("zone").flatMap(this::zone),
                times,
                holidays,
                whenOpen(block),
                block.otherwise("when it is closed"));
    }

    private Word whenOpen(Block block) {
        List<Block.Arrow> arrows = block.arrows("when", "when open -> main-menu");
        boolean right = arrows.size() == 1
                && arrows.getFirst().from().stream().map(Word::text).toList().equals(List.of("open"));
        if (!right && arrows.size() == block.lines("when").size()) {
            problems.add(
                    arrows.isEmpty() ? block.kind() : arrows.getFirst().setting(),
                    "hours need exactly one line \"when open -> …\"");
        }
        return arrows.isEmpty() ? block.kind() : arrows.getFirst().to();
    }

    private Node decide(Word name, Block block) {
        List<Node.Case> cases = new ArrayList<>();
        for (Block.Arrow arrow : block.arrows("when", "when vip -> sales")) {
            condition(arrow).ifPresent(condition -> cases.add(new Node.Case(condition, arrow.to())));
        }
        if (block.lines("when").isEmpty()) {
            problems.add(block.kind(), "this decide has no cases; add lines such as \"when vip -> sales\"");
        }
        return new Node.Decide(name, cases, block.otherwise("when no case fits"));
    }

    private Optional<Condition> condition(Block.Arrow arrow) {
        List<String> words = arrow.from().stream().map(Word::text).toList();
        if (words.equals(List.of("vip"))) {
            return Optional.of(new Condition.Vip());
        }
        String value = words.size() == 2 ? words.get(1) : "";
        String asked = words.isEmpty() ? "" : words.getFirst();
        if (asked.equals("called") && value.matches("\\+?[0-9]{1,15}")) {
            return Optional.of(new Condition.Called(value));
        } else if (asked.equals("from") && value.matches("\\+[0-9]{1,15}")) {
            return Optional.of(new Condition.CallsFrom(value));
        } else if (asked.equals("language") && words.size() == 2) {
            language(arrow.from().get(1));
            return Optional.of(new Condition.Speaks(value));
        }
        problems.add(
                arrow.from().isEmpty() ? arrow.setting() : arrow.from().getFirst(),
                "this cannot be asked; write \"when vip\", \"when called 500\", \"when from +4930\" or \"when language de\"");
        return Optional.empty();
    }

    private Node enqueue(Word name, Block block) {
        return new Node.Enqueue(
                name,
                block.words("say"),
                block.neededName("queue", "queue sales"),
                block.name("music").map(Word::text).orElse("default"));
    }

    private void language(Word word) {
        if (!languages.isEmpty() && !languages.contains(word.text())) {
            problems.add(
                    word,
                    "\"" + Block.shown(word) + "\" is not among the script's languages (" + String.join(", ", languages)
                            + "); add it there or choose one of them");
        }
    }

    private boolean yesOrNo(Word word) {
        if (!word.text().equals("yes") && !word.text().equals("no")) {
            problems.add(word, "\"" + Block.shown(word) + "\" must be yes or no");
        }
        return word.text().equals("yes");
    }

    private Duration seconds(Word word) {
        if (word.text().matches("[1-9][0-9]?s")) {
            int seconds = Integer.parseInt(word.text().replace("s", ""));
            if (seconds <= KEY_WAIT_SECONDS_MAX) {
                return Duration.ofSeconds(seconds);
            }
        }
        problems.add(word, "\"" + Block.shown(word) + "\" must be from 1s to " + KEY_WAIT_SECONDS_MAX + "s");
        return KEY_WAIT;
    }

    private int tries(Word word) {
        if (word.text().matches("[1-" + TRIES_MAX + "]")) {
            return Integer.parseInt(word.text());
        }
        problems.add(word, "\"" + Block.shown(word) + "\" must be a number from 1 to " + TRIES_MAX);
        return TRIES;
    }

    private Optional<ZoneId> zone(Word word) {
        try {
            return Optional.of(ZoneId.of(word.text()));
        } catch (DateTimeException e) {
            problems.add(
                    word,
                    "\"" + Block.shown(word) + "\" is no time zone; "
                            + Nearest.among(word.text(), ZoneId.getAvailableZoneIds())
                                    .map(name -> "did you mean \"" + name + "\"?")
                                    .orElse("write it as in \"Europe/Berlin\""));
            return Optional.empty();
        }
    }
}
