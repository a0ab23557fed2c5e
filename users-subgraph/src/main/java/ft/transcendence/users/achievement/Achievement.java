package ft.transcendence.users.achievement;

import java.util.Arrays;
import java.util.List;

/** An achievement, as exposed by the schema's type of the same name. */
public record Achievement(AchievementCode code, String name, String description, int goal) {

    static final List<Achievement> CATALOGUE =
            Arrays.stream(AchievementCode.values()).map(Achievement::of).toList();

    public static Achievement of(AchievementCode code) {
        return new Achievement(code, code.title(), code.description(), code.goal());
    }
}
