package ft.transcendence.platform.architecture.sample.library.api;

import ft.transcendence.platform.architecture.sample.library.inside.Room;

public interface Window {
    Room room();
}
