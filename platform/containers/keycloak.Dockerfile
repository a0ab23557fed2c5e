# syntax=docker/dockerfile:1
# Keycloak, built for PostgreSQL, with our realm, which it imports on the first start.
FROM quay.io/keycloak/keycloak:26.7.4 AS build
ENV KC_DB=postgres KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build

FROM quay.io/keycloak/keycloak:26.7.4
COPY --from=build /opt/keycloak/ /opt/keycloak/
COPY --chown=1000:0 auth/realm/transcendence-realm.json /opt/keycloak/data/import/
USER 1000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh", "start", "--optimized", "--import-realm"]
