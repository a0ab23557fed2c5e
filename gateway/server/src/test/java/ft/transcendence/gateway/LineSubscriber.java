package ft.transcendence.gateway;

import java.util.List;
import java.util.concurrent.Flow;

/** Keeps the lines of a response that may never end. */
record LineSubscriber(List<String> lines) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        lines.add(failure.toString());
    }

    @Override
    public void onComplete() {
        lines.add("(end)");
    }
}
