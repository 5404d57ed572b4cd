package io.ahoy.router.channel.email.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Map;
import java.util.Optional;

/** What rules may name, so that a name that is mistyped is refused before a mail comes. {@link MailFacts} has the values. */
@Immutable
final class RuleTypes implements CelTypeProvider {
    private static final CelType STRINGS = ListType.create(SimpleType.STRING);

    private static final ImmutableMap<String, CelType> TYPES = ImmutableMap.of(
            "Attachment",
            struct(
                    "Attachment",
                    ImmutableMap.of("name", SimpleType.STRING, "type", SimpleType.STRING, "size", SimpleType.INT)),
            "Mail",
            struct(
                    "Mail",
                    ImmutableMap.<String, CelType>builder()
                            .put("subject", SimpleType.STRING)
                            .put("text", SimpleType.STRING)
                            .put("from", SimpleType.STRING)
                            .put("fromName", SimpleType.STRING)
                            .put("domain", SimpleType.STRING)
                            .put("to", STRINGS)
                            .put("kind", SimpleType.STRING)
                            .put("language", SimpleType.STRING)
                            .put("size", SimpleType.INT)
                            .put("mailbox", SimpleType.STRING)
                            .put("headers", MapType.create(SimpleType.STRING, STRINGS))
                            .put("attachments", ListType.create(StructTypeReference.create("Attachment")))
                            .put("followUp", SimpleType.BOOL)
                            .put("doubted", SimpleType.BOOL)
                            .buildOrThrow()),
            "Customer",
            struct(
                    "Customer",
                    ImmutableMap.of(
                            "known",
                            SimpleType.BOOL,
                            "segment",
                            SimpleType.STRING,
                            "language",
                            SimpleType.STRING,
                            "tags",
                            STRINGS)),
            "Time",
            struct(
                    "Time",
                    ImmutableMap.of("hour", SimpleType.INT, "weekday", SimpleType.INT, "open", SimpleType.BOOL)));

    /** Variables by name. */
    static Map<String, CelType> variables() {
        return Map.of(
                "mail",
                StructTypeReference.create("Mail"),
                "customer",
                StructTypeReference.create("Customer"),
                "time",
                StructTypeReference.create("Time"));
    }

    private static CelType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }

    @Override
    public ImmutableList<CelType> types() {
        return TYPES.values().asList();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }
}
