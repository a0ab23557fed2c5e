package ft.transcendence.gateway.breach.login;

import ft.transcendence.gateway.breach.http.Endpoint;

record Login(Endpoint endpoint) {}
