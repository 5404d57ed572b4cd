package io.ahoy.router.channel.email.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.RegexLiteralValidator;
import io.ahoy.crm.team.ExpressionCheck;
import java.util.Optional;

/**
 * The language of rules: CEL, with types, without side effects, and without loops but over what a mail has. Regular expressions take
 * time in proportion to the text (RE2), and everything else is bounded, so that no rule holds up the mail.
 */
public final class RuleLanguage implements ExpressionCheck {
    /** Of all loops of one rule over one mail together. */
    static final int ITERATIONS_MAX = 5_000;

    private static final int EXPRESSION_MAX = 4_000;
    private static final int NESTING_MAX = 60;
    private static final int REGEX_MAX = 1_000;

    /** Made when the first rule is read: a centre without any does not wait for it. */
    private static final class Cel {
        static final CelOptions OPTIONS = CelOptions.current()
                .comprehensionMaxIterations(ITERATIONS_MAX)
                .maxExpressionCodePointSize(EXPRESSION_MAX)
                .maxParseRecursionDepth(NESTING_MAX)
                .maxRegexProgramSize(REGEX_MAX)
                .build();
        static final CelCompiler COMPILER = compiler();
        static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addLibraries(CelExtensions.strings())
                .build();
        static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
                .addAstValidators(RegexLiteralValidator.INSTANCE)
                .build();

        private static CelCompiler compiler() {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setTypeProvider(new RuleTypes())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addLibraries(CelExtensions.strings())
                    .setResultType(SimpleType.BOOL);
            RuleTypes.variables().forEach(builder::addVar);
            return builder.build();
        }
    }

    @Override
    public Optional<Fault> fault(String expression) {
        try {
            compile(expression);
            return Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.of(unreadable.fault);
        }
    }

    Condition compile(String expression) throws Unreadable {
        CelValidationResult compiled = Cel.COMPILER.compile(expression);
        try {
            CelAbstractSyntaxTree tree = compiled.getAst();
            CelValidationResult validated = Cel.VALIDATOR.validate(tree);
            if (validated.hasError()) {
                throw new Unreadable(fault(validated.getErrors().getFirst()));
            }
            return new Condition(Cel.RUNTIME.createProgram(tree));
        } catch (CelValidationException e) {
            throw new Unreadable(fault(e.getErrors().getFirst()));
        } catch (CelEvaluationException e) {
            throw new Unreadable(new Fault(1, 1, String.valueOf(e.getMessage())));
        }
    }

    private static Fault fault(CelIssue issue) {
        // CEL counts columns from 0, people and editors from 1.
        return new Fault(
                Math.max(1, issue.getSourceLocation().getLine()),
                issue.getSourceLocation().getColumn() + 1,
                issue.getMessage());
    }

    /** An expression that means nothing. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Unreadable(Fault fault) {
            super("line " + fault.line() + ", column " + fault.column() + ": " + fault.reason());
            this.fault = fault;
        }
    }
}
