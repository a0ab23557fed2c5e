package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One subscription of a client, carried by a sequence of engine subscriptions: each new token of the caller opens a new one.
 *
 * <p>The new stream is open before the old one is closed, and both run for some seconds. Their events are merged by content: each
 * content is emitted as often as it appeared in the stream that emitted it more often. So no event is lost and none is repeated,
 * including an initial event that repeats the last one. Events may be reordered during the overlap.
 */
final class RenewingSubscription {
    /** How long both streams run. The new one is opened earlier than this before the token expires. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final CallerLifetime lifetime;
    private final Function<CallerIdentity, Flux<GraphQLResponse>> open;
    private final Scheduler scheduler;

    RenewingSubscription(CallerLifetime lifetime, Function<CallerIdentity, Flux<GraphQLResponse>> open) {
        this(lifetime, open, Schedulers.parallel());
    }

    /** @param open opens the operation for a caller */
    RenewingSubscription(
            CallerLifetime lifetime, Function<CallerIdentity, Flux<GraphQLResponse>> open, Scheduler scheduler) {
        this.lifetime = lifetime;
        this.open = open;
        this.scheduler = scheduler;
    }

    /**
     * The operation's responses. Fails with a {@link GatewayErrorException} when the caller's identity ends.
     *
     * @param callers from {@link CallerLifetime#follow}
     */
    Flux<GraphQLResponse> responses(Flux<CallerIdentity> callers) {
        return Flux.defer(() -> {
            Streams streams = new Streams();
            return callers.flatMap(caller -> streams.open(caller), Integer.MAX_VALUE, 1)
                    .<GraphQLResponse>handle(streams::on);
        });
    }

    /** An event of one of the streams. */
    private sealed interface Event {
        Stream of();

        record Emitted(Stream of, Signal<GraphQLResponse> signal) implements Event {}

        /** The stream has been open long enough to replace the older one. */
        record Settled(Stream of) implements Event {}
    }

    /** One engine subscription. */
    private static final class Stream {
        final CallerIdentity caller;
        final Sinks.Empty<Void> superseded = Sinks.empty();
        final Map<ByteBuffer, Integer> emitted = new HashMap<>();

        Stream(CallerIdentity caller) {
            this.caller = caller;
        }
    }

    /** The streams of one operation. Synchronized, since tokens are renewed on another thread than events arrive on. */
    private final class Streams {
        private @Nullable Stream newest;
        private @Nullable Stream older;
        private final Map<ByteBuffer, Integer> passedOn = new HashMap<>();
        private @Nullable ByteBuffer last;

        Flux<Event> open(CallerIdentity caller) {
            Stream stream = begin(caller);
            Flux<Event> emitted = RenewingSubscription.this
                    .open
                    .apply(caller)
                    .takeUntilOther(stream.superseded.asMono())
                    .materialize()
                    .map(signal -> new Event.Emitted(stream, signal));
            Mono<Event> settled = Mono.delay(OVERLAP, scheduler).map(passed -> new Event.Settled(stream));
            // one response at a time: finished responses that are not sent cost memory
            return Flux.merge(1, emitted, settled);
        }

        private synchronized Stream begin(CallerIdentity caller) {
            if (newest != null) {
                settle(newest);
            }
            Stream stream = new Stream(caller);
            older = newest;
            newest = stream;
            return stream;
        }

        synchronized void on(Event event, SynchronousSink<GraphQLResponse> sink) {
            switch (event) {
                case Event.Settled settled -> settle(settled.of());
                case Event.Emitted emitted -> on(emitted.of(), emitted.signal(), sink);
            }
        }

        private void on(Stream stream, Signal<GraphQLResponse> signal, SynchronousSink<GraphQLResponse> sink) {
            GraphQLResponse response = signal.get();
            if (response != null) {
                passOn(stream, response, sink);
            } else if (stream == newest) {
                end(stream, signal, sink);
            }
        }

        private void end(Stream stream, Signal<GraphQLResponse> signal, SynchronousSink<GraphQLResponse> sink) {
            Throwable failure = signal.getThrowable();
            if (failure != null) {
                sink.error(failure);
            } else if (signal.getType() == SignalType.ON_COMPLETE && lifetime.isAboutToExpire(stream.caller)) {
                sink.error(new GatewayErrorException(GatewayError.UNAUTHENTICATED));
            } else {
                sink.complete();
            }
        }

        private void passOn(Stream stream, GraphQLResponse response, SynchronousSink<GraphQLResponse> sink) {
            ByteBuffer content = response.body();
            if (older != null) {
                if (passedOn.isEmpty() && last != null) {
                    // the old stream emitted it before the new one existed, whose first event may repeat it
                    passedOn.put(last, 1);
                    Stream before = older;
                    if (before != null) {
                        before.emitted.merge(last, 1, Integer::sum);
                    }
                }
                int times = stream.emitted.merge(content, 1, Integer::sum);
                if (times <= passedOn.getOrDefault(content, 0)) {
                    return;
                }
                passedOn.put(content, times);
            }
            last = content;
            sink.next(response);
        }

        private void settle(Stream stream) {
            Stream before = older;
            if (stream == newest && before != null) {
                before.superseded.tryEmitEmpty();
                older = null;
                passedOn.clear();
                stream.emitted.clear();
            }
        }
    }
}
