package io.ahoy.router.channel.email.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.team.MailRule;
import io.ahoy.crm.team.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {
    private static final Titles TITLE = new Titles("T", "T");
    private static final Then NOTHING = new Then();

    /** Wednesday, half past ten in Berlin. */
    private static MadeMail mail() {
        return new MadeMail("Ruth Adler <Ruth.Adler@Mail.Example>", "INVOICE 4711 is wrong")
                .header("Cc", "boss@shop.example")
                .header("X-Priority", "1")
                .text("Guten Tag, die Rechnung ist leider falsch, bitte prüfen Sie das noch einmal für mich.")
                .file("Rechnung.PDF", "application/pdf", 20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.subject.contains('INVOICE')",
                "mail.subject.matches('(?i)invoice [0-9]+')",
                "mail.subject.lowerAscii().startsWith('invoice')",
                "mail.text.contains('Rechnung')",
                "mail.from == 'ruth.adler@mail.example' && mail.domain == 'mail.example'",
                "mail.fromName == 'Ruth Adler'",
                "'boss@shop.example' in mail.to && mail.to.exists(to, to.startsWith('support@'))",
                "mail.kind == 'HUMAN' && mail.language == 'de'",
                "mail.size > 1000 && mail.size < 2000",
                "mail.mailbox == 'support' && !mail.followUp",
                "'x-priority' in mail.headers && mail.headers['x-priority'][0] == '1'",
                "mail.attachments.exists(file, file.name.lowerAscii().endsWith('.pdf') && file.size > 10000)",
                "mail.attachments.all(file, file.type == 'application/pdf')",
                "customer.known && customer.segment == 'vip' && 'press' in customer.tags && customer.language == 'de'",
                "time.weekday == 3 && time.hour == 10 && time.open",
            })
    void rulesAreAskedAboutAllThatAMailHas(String expression) {
        Decision decision = judge(mail(), rule("only", 1, expression, NOTHING.queue("sales")))
                .decision();
        assertThat(decision.queue()).isEqualTo("sales");
        assertThat(decision.rules()).containsExactly("only");
    }

    /** As the rule page writes conditions that people put together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.subject.matches('(?i)invoice 4711') && !mail.subject.matches('(?i)4.711\\\\?')",
                "mail.text.matches('(?i)RECHNUNG ist leider falsch, bitte prüfen')",
                "mail.domain != 'bank.example' && mail.kind == 'HUMAN' && customer.segment == 'vip'",
                "mail.attachments.exists(file, file.type == 'application/pdf')",
                "mail.attachments.exists(file, file.type.startsWith('application/'))",
                "!mail.attachments.exists(file, file.type.startsWith('image/')) && !mail.doubted",
                "mail.from == 'it\\'s\\n' || time.open",
            })
    void conditionsOfThePageAreUnderstood(String expression) {
        assertThat(judge(mail(), rule("only", 1, expression, NOTHING))
                        .decision()
                        .rules())
                .containsExactly("only");
    }

    @Test
    void theFirstThatMatchesIsTheLast() {
        Decision decision = judge(
                        mail(),
                        rule("c", 30, "true", NOTHING.queue("support")),
                        rule(
                                "b",
                                20,
                                "mail.subject.contains('INVOICE')",
                                NOTHING.queue("sales").caseType("complaint")),
                        rule("a", 10, "mail.subject.contains('nothing')", NOTHING.queue("nowhere")))
                .decision();
        assertThat(decision.rules()).containsExactly("b");
        assertThat(decision.queue()).isEqualTo("sales");
        assertThat(decision.caseType()).contains("complaint");
    }

    @Test
    void thoseThatGoOnAddUp() {
        Decision decision = judge(
                        mail(),
                        rule(
                                "a",
                                1,
                                "true",
                                NOTHING.skill("german", 3)
                                        .headStart(60)
                                        .tag("invoice")
                                        .goOn()),
                        rule(
                                "b",
                                1,
                                "true",
                                NOTHING.skill("german", 5)
                                        .tier(2)
                                        .headStart(30)
                                        .tag("urgent")
                                        .goOn()),
                        rule("c", 2, "true", NOTHING.queue("sales")),
                        rule("d", 3, "true", NOTHING.queue("support")))
                .decision();
        assertThat(decision)
                .isEqualTo(new Decision(
                        "sales",
                        List.of("a", "b", "c"),
                        new TreeMap<>(Map.of("german", 5)),
                        2,
                        Duration.ofSeconds(90),
                        Optional.of("request"),
                        new TreeSet<>(List.of("invoice", "urgent")),
                        false));
    }

    @Test
    void spamGoesNowhereAndNoMoreIsAsked() {
        Decision decision = judge(
                        mail(),
                        rule("spam", 1, "mail.domain.endsWith('.example')", NOTHING.spam()),
                        rule("later", 2, "true", NOTHING.queue("sales")))
                .decision();
        assertThat(decision.dropped()).isTrue();
        assertThat(decision.rules()).containsExactly("spam");
    }

    @Test
    void whereNoRuleMatchesTheMailboxDecides() {
        Decision decision =
                judge(mail(), rule("no", 1, "false", NOTHING.queue("sales"))).decision();
        assertThat(decision).isEqualTo(Decision.of("mail", Optional.of("request")));
        MailRule off = rule("off", 1, "true", NOTHING.queue("sales"));
        MailRule disabled = new MailRule(off.id(), off.title(), off.place(), false, off.when(), off.then());
        assertThat(judge(mail(), disabled).decision().queue()).isEqualTo("mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.headers['x-spam-score'][0] == '9'",
                "mail.attachments[7].size > 1",
                "mail.size / (mail.size - 1234) > 1",
                "mail.subject.matches(mail.subject + '(')",
                "mail.text.split('').all(a, mail.text.split('').all(b, a + b != '???'))",
            })
    void aRuleThatFailsCountsAsNotMatching(String expression) {
        RuleBook.Judgement judgement = judge(
                mail(),
                rule("fails", 1, expression, NOTHING.queue("sales")),
                rule("next", 2, "true", NOTHING.queue("support")));
        assertThat(judgement.failed()).containsOnlyKeys("fails");
        assertThat(judgement.failed().get("fails")).isNotBlank();
        assertThat(judgement.decision().rules()).containsExactly("next");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mail.subjct == 'x'                    | 1 | undefined field 'subjct'
                    mial.subject == 'x'                   | 1 | undeclared reference to 'mial'
                    mail.size                             | 1 | expected type 'bool' but found 'int'
                    mail.size == '1'                      | 1 | no matching overload
                    mail.attachments.exists(f, f.nme == '') | 1 | undefined field 'nme'
                    true && mail.subject.                 | 1 | no viable alternative
                    mail.subject.matches('(')             | 1 | Regex validation failed
                    customer.known = true                 | 1 | token recognition error
                    """)
    void whatCannotBeReadIsToldWithItsPlace(String expression, int line, String reason) {
        assertThat(new RuleLanguage().fault(expression)).hasValueSatisfying(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isPositive();
            assertThat(fault.reason()).contains(reason);
        });
        assertThat(new RuleLanguage().fault("true &&\n  mail.subjct == ''"))
                .hasValueSatisfying(fault -> assertThat(fault.line()).isEqualTo(2));
        assertThat(new RuleLanguage().fault("(".repeat(500) + "true" + ")".repeat(500)))
                .isPresent();
        assertThat(new RuleLanguage().fault("mail.subject == ''")).isEmpty();
    }

    /** Of docs/mail-rules.md. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.subject.matches('(?i)invoice') && !mail.followUp",
                "mail.domain == 'bank.example' && mail.attachments.exists(file, file.name.lowerAscii().endsWith('.pdf'))",
                "'x-priority' in mail.headers && mail.headers['x-priority'][0].startsWith('1')",
                "customer.segment == 'vip' || 'press' in customer.tags",
                "mail.language == 'de' && !time.open",
                "mail.headers.exists(name, name == 'list-unsubscribe') && !customer.known",
            })
    void theExamplesOfTheManualAreUnderstood(String expression) {
        assertThat(judge(mail(), rule("example", 1, expression, NOTHING)).failed())
                .isEmpty();
        assertThat(new RuleLanguage().fault(expression)).isEmpty();
    }

    @Test
    void openIsWhatTheCalendarOfTheMailboxsQueueSays() {
        MailRule closed = rule("closed", 1, "!time.open", NOTHING.queue("sales"));
        assertThat(judge(mail(), closed).decision().queue()).isEqualTo("mail");
        assertThat(judge(mail().at("2026-11-25T18:00:00Z"), closed).decision().queue())
                .isEqualTo("sales");
    }

    private static RuleBook.Judgement judge(MadeMail mail, MailRule... rules) {
        return new RuleBook(Arrays.asList(rules), MadeCentre.configuration(), new RuleLanguage(), MadeCentre.ZONE)
                .judge(mail.understood(), MadeMail.MAILBOX, Optional.of(ruth()), false);
    }

    private static MailRule rule(String id, int place, String when, Then then) {
        return new MailRule(id, TITLE, place, true, when, then.made());
    }

    private static Customer ruth() {
        return new Customer(
                new UUID(1, 1),
                1,
                "Ruth Adler",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("de-AT"),
                Optional.empty(),
                Optional.of("vip"),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                new TreeSet<>(List.of("press")),
                List.of(),
                List.of());
    }

    /** What follows, said in the order in which one thinks of it. */
    private record Then(MailRule.Then made) {
        Then() {
            this(new MailRule.Then(
                    Optional.empty(),
                    new TreeMap<>(),
                    0,
                    Duration.ZERO,
                    Optional.empty(),
                    new TreeSet<>(),
                    false,
                    false));
        }

        Then queue(String queue) {
            return with(Optional.of(queue), made.skills(), made.tier(), made.headStart(), made.caseType(), made.tags());
        }

        Then caseType(String type) {
            return with(made.queue(), made.skills(), made.tier(), made.headStart(), Optional.of(type), made.tags());
        }

        Then skill(String skill, int level) {
            return with(
                    made.queue(),
                    new TreeMap<>(Map.of(skill, level)),
                    made.tier(),
                    made.headStart(),
                    made.caseType(),
                    made.tags());
        }

        Then tier(int tier) {
            return with(made.queue(), made.skills(), tier, made.headStart(), made.caseType(), made.tags());
        }

        Then headStart(long seconds) {
            Duration start = Duration.ofSeconds(seconds);
            return with(made.queue(), made.skills(), made.tier(), start, made.caseType(), made.tags());
        }

        Then tag(String tag) {
            return with(
                    made.queue(),
                    made.skills(),
                    made.tier(),
                    made.headStart(),
                    made.caseType(),
                    new TreeSet<>(List.of(tag)));
        }

        Then spam() {
            return new Then(new MailRule.Then(
                    made.queue(),
                    made.skills(),
                    made.tier(),
                    made.headStart(),
                    made.caseType(),
                    made.tags(),
                    true,
                    false));
        }

        Then goOn() {
            return new Then(new MailRule.Then(
                    made.queue(),
                    made.skills(),
                    made.tier(),
                    made.headStart(),
                    made.caseType(),
                    made.tags(),
                    false,
                    true));
        }

        private Then with(
                Optional<String> queue,
                SortedMap<String, Integer> skills,
                int tier,
                Duration headStart,
                Optional<String> caseType,
                SortedSet<String> tags) {
            return new Then(
                    new MailRule.Then(queue, skills, tier, headStart, caseType, tags, made.spam(), made.goOn()));
        }
    }
}
