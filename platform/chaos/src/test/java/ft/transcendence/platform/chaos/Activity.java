package ft.transcendence.platform.chaos;

import java.util.List;

/** A part of the platform that players use again and again while a test injects faults. */
interface Activity {

    /** Those who act at the same time. Each does one step when it is run, and is run again after a short pause until the test ends. */
    List<Runnable> actors();

    /** Ends what would otherwise continue, after the last step of all actors. */
    void finish();

    /** Asserts that nothing was lost and nothing happened twice, once all matches have ended. */
    void verify();
}
