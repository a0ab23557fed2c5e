package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.SubgraphErrorPolicy.ClientError;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.response.Expected.Entities;
import ft.transcendence.federation.executor.response.Expected.Root;
import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.EntityGroupStep;
import ft.transcendence.federation.executor.step.FetchedFields;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TargetPath;
import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.json.MalformedJsonException;
import ft.transcendence.federation.json.Utf8;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges subgraph responses: data goes into the merged tree, errors into the client's response. A response that cannot be used (an HTTP error,
 * malformed JSON, the wrong number of entities) results in one error, and everything that it should have provided is null.
 */
public final class ResponseMerger {

    private static final byte[] DATA = JsonWriter.quoted("data");
    private static final byte[] ERRORS = JsonWriter.quoted("errors");

    private final MergedTree tree;
    private final int root;
    private final ResponseDecoder decoder;
    private final ResponseErrors errors;
    private final ErrorPaths paths;
    private final ErrorRedactor redactor;

    public ResponseMerger(MergedTree tree, int root, CompiledPlan plan, ResponseErrors errors, ErrorRedactor redactor) {
        this.tree = tree;
        this.root = root;
        this.decoder = new ResponseDecoder(tree, plan.types(), plan.sharesObjects());
        this.errors = errors;
        this.paths = new ErrorPaths(tree);
        this.redactor = redactor;
    }

    public void receive(RootFetchStep step, SubgraphResponse response, FetchObserver observer) {
        receive(step, new Root(step), response, observer);
    }

    public void receive(
            EntityFetchStep step, EntityBatch[] batches, SubgraphResponse response, FetchObserver observer) {
        receive(step, Entities.of(step, batches), response, observer);
    }

    /** Handles a fetch without a response. */
    public void fail(RootFetchStep step, String problem, String code) {
        fail(step, new Root(step), tree.mark(), problem, code);
    }

    /** Handles a fetch without a response. */
    public void fail(EntityFetchStep step, EntityBatch[] batches, String problem, String code) {
        fail(step, Entities.of(step, batches), tree.mark(), problem, code);
    }

    /** Marks entities that cannot be fetched because of an error in what they require, and reports those errors that nobody has reported. */
    public void skip(EntityFetchStep step, EntityBatch[] batches) {
        for (int i = 0; i < batches.length; i++) {
            EntityGroupStep group = step.groups().get(i);
            fail(group.fields(), batches[i].failedObjects());
            IntList untyped = batches[i].untypedObjects();
            if (untyped.size() > 0) {
                fail(group.fields(), untyped);
                reportUntyped(group, untyped);
            }
        }
    }

    private void fail(FetchedFields fields, IntList objects) {
        for (int i = 0; i < objects.size(); i++) {
            decoder.fail(fields, objects.get(i), tree.mark());
        }
    }

    private void reportUntyped(EntityGroupStep group, IntList objects) {
        BitSet untyped = new BitSet();
        for (int i = 0; i < objects.size(); i++) {
            untyped.set(objects.get(i));
        }
        for (List<Object> position : group.path().pathsTo(tree, root, untyped::get, errors.room())) {
            errors.add(
                    "The runtime type of an object that the fields here require is unknown",
                    position,
                    Map.of("code", "INVALID_RUNTIME_TYPE"));
        }
    }

    /** Marks an object that could not be fetched because of an earlier error. */
    public void skip(FetchedFields fields, int object) {
        decoder.fail(fields, object, tree.mark());
    }

    private void receive(Step.Fetch step, Expected expected, SubgraphResponse response, FetchObserver observer) {
        MergedTree.Mark before = tree.mark();
        boolean successful = response.status() >= 200 && response.status() < 300;
        String httpProblem = "The subgraph '" + step.subgraph() + "' responded with HTTP status " + response.status();
        try {
            List<?> given = read(expected, response.body());
            if (!successful && given.isEmpty()) {
                fail(step, expected, before, httpProblem, "SUBREQUEST_HTTP_ERROR");
                observer.failed(failure(FetchFailure.Reason.HTTP_STATUS, response, null));
                return;
            }
            redactor.redact(step.subgraph(), given, (error, clientError) -> addError(expected, error, clientError));
            if (observer != FetchObserver.NONE) {
                observer.answered(response, errorsOf(step.subgraph(), given));
            }
        } catch (MalformedJsonException malformed) {
            if (successful) {
                String problem =
                        "The subgraph '" + step.subgraph() + "' sent a malformed response: " + malformed.getMessage();
                fail(step, expected, before, problem, "SUBREQUEST_MALFORMED_RESPONSE");
                observer.failed(failure(FetchFailure.Reason.MALFORMED, response, malformed.getMessage()));
            } else {
                fail(step, expected, before, httpProblem, "SUBREQUEST_HTTP_ERROR");
                observer.failed(failure(FetchFailure.Reason.HTTP_STATUS, response, null));
            }
        }
    }

    private static FetchFailure failure(
            FetchFailure.Reason reason, SubgraphResponse response, @Nullable String detail) {
        return new FetchFailure(reason, response.status(), detail, null);
    }

    private static List<ResponseError> errorsOf(String subgraph, List<?> given) {
        return given.isEmpty()
                ? List.of()
                : given.stream()
                        .map(error -> new ResponseError(SubgraphErrorPolicy.codeOf(error), subgraph))
                        .toList();
    }

    /** Reads the whole response and returns its errors. */
    private List<?> read(Expected expected, byte[] body) {
        JsonReader reader = decoder.start(body);
        if (body.length > MergedTree.MAX_RESPONSE_BYTES) {
            throw reader.malformed("The body has more than " + MergedTree.MAX_RESPONSE_BYTES + " bytes");
        }
        Utf8.check(body);
        boolean data = false;
        List<?> given = List.of();
        reader.expect('{');
        if (!reader.tryByte('}')) {
            do {
                if (reader.tryName(DATA)) {
                    data = readData(reader, expected) || data;
                } else if (reader.tryName(ERRORS)) {
                    given = reader.readValue() instanceof List<?> list ? list : List.of();
                } else {
                    // not expected, or a name written with escapes
                    String name = reader.readString();
                    reader.expect(':');
                    switch (name) {
                        case "data" -> data = readData(reader, expected) || data;
                        case "errors" -> given = reader.readValue() instanceof List<?> list ? list : List.of();
                        default -> reader.skipValue();
                    }
                }
            } while (reader.tryByte(','));
            reader.expect('}');
        }
        reader.expectEnd();
        if (!data && given.isEmpty()) {
            throw reader.malformed("It has neither data nor errors");
        }
        complete(reader, expected, given);
        return given;
    }

    private boolean readData(JsonReader reader, Expected expected) {
        if (reader.peek() == 'n') {
            reader.skipValue();
            return false;
        }
        switch (expected) {
            case Root(RootFetchStep step) -> decoder.decodeObject(step.fields(), root);
            case Entities entities when entities.step().isNestedRootFetch() -> readRootFields(reader, entities);
            case Entities entities -> readGroups(reader, entities);
        }
        return true;
    }

    /** Reads the root fields once for each group, which takes the fields that it selects. */
    private void readRootFields(JsonReader reader, Entities expected) {
        int start = reader.position();
        for (int i = 0; i < expected.batches().length; i++) {
            FetchedFields fields = expected.step().groups().get(i).fields();
            EntityBatch batch = expected.batches()[i];
            expected.received()[i] = true;
            if (batch.count() > 0) {
                reader.moveTo(start);
                decoder.decodeObject(fields, batch.firstObject(0));
                copyToAllWaiting(fields, batch);
            }
        }
    }

    private void readGroups(JsonReader reader, Entities expected) {
        reader.expect('{');
        if (reader.tryByte('}')) {
            return;
        }
        do {
            String key = reader.readString();
            reader.expect(':');
            int group = groupOf(expected.step(), key);
            if (group < 0 || reader.peek() == 'n') {
                reader.skipValue();
            } else {
                expected.received()[group] = true;
                readEntities(reader, expected, group);
            }
        } while (reader.tryByte(','));
        reader.expect('}');
    }

    private static int groupOf(EntityFetchStep step, String key) {
        for (int i = 0; i < step.groups().size(); i++) {
            if (step.groups().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private void readEntities(JsonReader reader, Entities expected, int group) {
        FetchedFields fields = expected.step().groups().get(group).fields();
        EntityBatch batch = expected.batches()[group];
        int count = 0;
        reader.expect('[');
        if (!reader.tryByte(']')) {
            do {
                if (reader.peek() == 'n') {
                    reader.skipValue();
                    expected.missing()[group].set(count);
                } else if (count < batch.count()) {
                    decoder.decodeObject(fields, batch.firstObject(count));
                } else {
                    reader.skipValue();
                }
                count++;
            } while (reader.tryByte(','));
            reader.expect(']');
        }
        if (count != batch.count()) {
            throw reader.malformed("It has " + count + " entities for " + batch.count() + " representations");
        }
        copyToAllWaiting(fields, batch);
    }

    private void copyToAllWaiting(FetchedFields fields, EntityBatch batch) {
        batch.followCopies(tree);
        for (int i = 0; i < batch.waiting(); i++) {
            decoder.copyFields(fields, batch.firstObject(batch.representationOf(i)), batch.waitingObject(i));
        }
    }

    /** Checks that no group of entities is missing without an error. */
    private void complete(JsonReader reader, Expected expected, List<?> given) {
        if (!(expected instanceof Entities entities)) {
            return;
        }
        for (int i = 0; i < entities.received().length; i++) {
            if (!entities.received()[i] && entities.batches()[i].count() > 0 && given.isEmpty()) {
                throw reader.malformed("It has no entities");
            }
        }
    }

    // ---- errors

    private void addError(Expected expected, @Nullable Object error, ClientError clientError) {
        List<?> path = ErrorPaths.pathOf(error);
        switch (expected) {
            case Root(RootFetchStep root) -> {
                if (path.isEmpty()) {
                    decoder.fail(root.fields(), this.root, tree.mark());
                }
                add(clientError, paths.explain(root.fields(), this.root, path, 0));
            }
            case Entities entities -> addEntityError(entities, clientError, path);
        }
    }

    private void addEntityError(Entities expected, ClientError clientError, List<?> path) {
        if (expected.step().isNestedRootFetch() && !path.isEmpty() && addRootFieldError(expected, clientError, path)) {
            return;
        }
        int group = path.size() > 1 && path.get(0) instanceof String key ? groupOf(expected.step(), key) : -1;
        boolean located = group >= 0
                && path.get(1) instanceof Long number
                && number >= 0
                && number < expected.batches()[group].count();
        if (!located) {
            failEntities(expected, tree.mark());
            add(clientError, FailurePaths.common(expected));
            return;
        }
        addEntityError(expected, clientError, path, group, ((Long) path.get(1)).intValue(), 2);
    }

    /** Adds an error of a root field to all groups that selected it. Returns false if there is none. */
    private boolean addRootFieldError(Entities expected, ClientError clientError, List<?> path) {
        boolean isSelected = false;
        for (int i = 0; i < expected.batches().length; i++) {
            FetchedFields fields = expected.step().groups().get(i).fields();
            if (path.getFirst() instanceof String key && fields.indexOf(key) >= 0) {
                isSelected = true;
                addEntityError(expected, clientError, path, i, 0, 0);
            }
        }
        return isSelected;
    }

    /** @param from the index in the path where the entity's own fields begin */
    private void addEntityError(
            Entities expected, ClientError clientError, List<?> path, int group, int representation, int from) {
        FetchedFields fields = expected.step().groups().get(group).fields();
        EntityBatch batch = expected.batches()[group];
        batch.followCopies(tree);
        BitSet objects = new BitSet();
        List<Object> below = List.of();
        for (int i = 0; i < batch.waiting(); i++) {
            if (batch.representationOf(i) == representation) {
                int object = batch.waitingObject(i);
                objects.set(object);
                below = paths.explain(fields, object, path, from);
                if (path.size() == from || expected.missing()[group].get(representation)) {
                    decoder.fail(fields, object, tree.mark());
                }
            }
        }
        TargetPath target = expected.step().groups().get(group).path();
        for (List<Object> position : target.pathsTo(tree, root, objects::get, errors.room())) {
            List<Object> shown = new ArrayList<>(position);
            shown.addAll(below);
            add(clientError, shown);
        }
    }

    private void add(ClientError clientError, List<Object> path) {
        errors.add(clientError.message(), path, clientError.extensions());
    }

    private void fail(Step.Fetch step, Expected expected, MergedTree.Mark since, String problem, String code) {
        List<Object> path =
                switch (expected) {
                    case Root(RootFetchStep fetch) -> {
                        decoder.fail(fetch.fields(), root, since);
                        yield FailurePaths.onlyField(fetch.fields());
                    }
                    case Entities entities -> {
                        failEntities(entities, since);
                        yield FailurePaths.common(entities);
                    }
                };
        Map<String, String> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("service", step.subgraph());
        errors.add(problem, path, extensions);
    }

    private void failEntities(Entities expected, MergedTree.Mark since) {
        for (int i = 0; i < expected.batches().length; i++) {
            EntityBatch batch = expected.batches()[i];
            batch.followCopies(tree);
            for (int j = 0; j < batch.waiting(); j++) {
                decoder.fail(expected.step().groups().get(i).fields(), batch.waitingObject(j), since);
            }
        }
    }
}
