package io.ahoy.router.channel.email.rule;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Secret;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.Protection;
import io.ahoy.router.channel.email.read.ReadMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A mail as the reader hands it on, and the mailbox that it came to. */
public final class MadeMail {
    public static final Mailbox MAILBOX = new Mailbox(
            "support",
            "support@shop.example",
            "The Shop",
            "mail",
            Optional.of("request"),
            new Mailbox.Receiving(
                    Mailbox.Protocol.IMAP,
                    "localhost",
                    143,
                    Mailbox.Security.NONE,
                    new Mailbox.Account.Password("support", new Secret("secret")),
                    "INBOX",
                    Mailbox.Afterwards.MARK,
                    Duration.ofMinutes(1)),
            new Mailbox.Sending("localhost", 25, Mailbox.Security.NONE, Optional.empty(), true));

    private final List<MailHeaders.Field> headers = new ArrayList<>();
    private final List<MailPart> parts = new ArrayList<>();
    private String text = "";
    private Instant at = Instant.parse("2026-11-25T09:30:00Z");

    public MadeMail(String from, String subject) {
        header("From", from).header("To", "Support <support@shop.example>").header("Subject", subject);
    }

    public MadeMail header(String name, String value) {
        headers.add(new MailHeaders.Field(name, value));
        return this;
    }

    public MadeMail text(String said) {
        text = said;
        return this;
    }

    public MadeMail at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    MadeMail file(String name, String type, long size) {
        parts.add(new MailPart(
                String.valueOf(parts.size() + 2),
                type,
                type,
                Optional.of(name),
                Optional.empty(),
                false,
                size,
                Optional.empty(),
                Optional.empty(),
                MailHeaders.NONE));
        return this;
    }

    public Understood understood() {
        UUID id = new UUID(7, 7);
        Mail row = new Mail(
                id,
                Mail.State.STORED,
                "support",
                "0".repeat(64),
                1_234,
                Optional.of("m1@mail.example"),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                MailAddress.of(""),
                new Recipients(List.of(), List.of(), List.of()),
                "",
                at,
                MailContent.NONE,
                0,
                Optional.empty());
        return Understood.of(
                row, new ReadMail(new MailHeaders(headers), text, Optional.empty(), parts, Protection.NONE, List.of()));
    }
}
