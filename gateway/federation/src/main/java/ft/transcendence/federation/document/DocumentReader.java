package ft.transcendence.federation.document;

import ft.transcendence.federation.Limits;
import ft.transcendence.federation.error.RequestError;
import ft.transcendence.federation.error.RequestRefusedException;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import graphql.validation.rules.DeferDirectiveLabel;
import graphql.validation.rules.DeferDirectiveOnRootLevel;
import graphql.validation.rules.DeferDirectiveOnValidOperation;
import graphql.validation.rules.SubscriptionUniqueRootField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads documents: parse, limits, validate. */
public final class DocumentReader {

    private static final System.Logger LOG = System.getLogger(DocumentReader.class.getName());

    /** The rules of graphql-java that are replaced by {@link SubscriptionRoots} and {@link DeferRules}. */
    private static final Set<Class<?>> REPLACED_RULES = Set.of(
            SubscriptionUniqueRootField.class,
            DeferDirectiveLabel.class,
            DeferDirectiveOnRootLevel.class,
            DeferDirectiveOnValidOperation.class);

    private final GraphQLSchema schema;
    private final Limits limits;
    private final ParserOptions options;
    private final DeferSupport defer;
    private final int deepestNesting;

    public DocumentReader(GraphQLSchema schema, Limits limits, DeferSupport defer) {
        this.defer = defer;
        this.schema = schema;
        this.limits = limits;
        // fragments between the fields, and literals, have further brackets
        this.deepestNesting = limits.maxDepth() * 4 + 80;
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .readerTrackData(false)
                .maxCharacters(limits.maxCharacters())
                .maxTokens(limits.maxTokens())
                .build();
    }

    /** @throws RequestRefusedException with every problem found */
    public Document read(String text) {
        try {
            return parseAndValidate(text);
        } catch (RequestRefusedException refused) {
            throw refused;
        } catch (StackOverflowError tooDeep) {
            throw new RequestRefusedException("The document is nested too deeply.", "OPERATION_LIMIT_EXCEEDED");
        } catch (RuntimeException foreign) {
            // thrown by the parser or validator of graphql-java: only this document is affected
            LOG.log(System.Logger.Level.DEBUG, "A document could not be validated", foreign);
            throw new RequestRefusedException("The document cannot be validated.", "GRAPHQL_VALIDATION_FAILED");
        }
    }

    private static void refuseNesting(SourceLocation location) {
        throw new RequestRefusedException(List.of(
                new RequestError("The document is nested too deeply.", List.of(location), "OPERATION_LIMIT_EXCEEDED")));
    }

    private Document parseAndValidate(String text) {
        Document document = parse(text);
        LimitCheck.problem(document, limits).ifPresent(DocumentReader::refuse);
        List<ValidationError> found = new Validator()
                .validateDocument(schema, document, rule -> !REPLACED_RULES.contains(rule), Locale.ENGLISH);
        List<RequestError> problems =
                new ArrayList<>(found.stream().map(DocumentReader::error).toList());
        problems.addAll(SubscriptionRoots.problems(document));
        problems.addAll(DeferRules.problems(document, defer));
        if (!problems.isEmpty()) {
            throw new RequestRefusedException(problems);
        }
        return document;
    }

    /** Parses a document that was read before and is therefore valid. */
    public Document parse(String text) {
        if (text.length() > limits.maxCharacters()) {
            refuse("The document has more than " + limits.maxCharacters() + " characters.");
        }
        NestingLimit.firstExceeding(deepestNesting, text).ifPresent(DocumentReader::refuseNesting);
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(options)
                .locale(Locale.ENGLISH)
                .build();
        try {
            return new Parser().parseDocument(environment);
        } catch (ParseCancelledException pastLimit) {
            throw new RequestRefusedException(String.valueOf(pastLimit.getMessage()), "OPERATION_LIMIT_EXCEEDED");
        } catch (InvalidSyntaxException invalid) {
            List<SourceLocation> locations =
                    Optional.ofNullable(invalid.getLocation()).map(List::of).orElse(List.of());
            throw new RequestRefusedException(
                    List.of(new RequestError(String.valueOf(invalid.getMessage()), locations, "GRAPHQL_PARSE_FAILED")));
        }
    }

    private static void refuse(String problem) {
        throw new RequestRefusedException(problem, "OPERATION_LIMIT_EXCEEDED");
    }

    private static RequestError error(ValidationError problem) {
        List<SourceLocation> locations =
                Optional.ofNullable(problem.getLocations()).orElse(List.of());
        return new RequestError(messageOf(problem), locations, "GRAPHQL_VALIDATION_FAILED");
    }

    /** graphql-java writes the name of an operation into its messages even if it has none. */
    private static String messageOf(ValidationError problem) {
        return problem.getMessage().replace(" operation 'null'", " operation");
    }
}
