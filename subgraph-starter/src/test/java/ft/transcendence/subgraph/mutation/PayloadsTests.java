package ft.transcendence.subgraph.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadsTests {

    private enum GreetingErrorCode implements UserErrorCode {
        TOO_LATE,
        TOO_LOUD
    }

    private record GreetingPayload(@Nullable String greeting, List<UserError> errors) {}

    @Test
    void containsTheResult() {
        assertThat(Payloads.of(() -> "hello", GreetingPayload::new)).isEqualTo(new GreetingPayload("hello", List.of()));
    }

    @Test
    void containsTheErrorsOfARejectedChange() {
        UserError late = new UserError(GreetingErrorCode.TOO_LATE, "It is too late.", null);
        UserError loud = new UserError(GreetingErrorCode.TOO_LOUD, "Speak quietly.", "text");

        GreetingPayload payload = Payloads.of(
                () -> {
                    throw new ChangeRejectedException(List.of(late, loud));
                },
                GreetingPayload::new);

        assertThat(payload).isEqualTo(new GreetingPayload(null, List.of(late, loud)));
    }

    @Test
    void passesOtherExceptionsOn() {
        IllegalStateException bug = new IllegalStateException();

        assertThatThrownBy(() -> Payloads.of(
                        () -> {
                            throw bug;
                        },
                        GreetingPayload::new))
                .isSameAs(bug);
    }

    @Test
    void aRejectionHasAReason() {
        ChangeRejectedException rejection =
                new ChangeRejectedException(GreetingErrorCode.TOO_LATE, "It is too late.", "at");

        assertThat(rejection.code()).isEqualTo(GreetingErrorCode.TOO_LATE);
        assertThat(rejection.errors())
                .containsExactly(new UserError(GreetingErrorCode.TOO_LATE, "It is too late.", "at"));
        assertThatThrownBy(() -> new ChangeRejectedException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
