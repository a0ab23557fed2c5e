package ft.transcendence.platform.architecture.sample.visitor;

import ft.transcendence.platform.architecture.sample.library.inside.Room;

public interface Burglar {
    Room room();
}
