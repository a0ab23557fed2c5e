# syntax=docker/dockerfile:1
# Builds one of our applications: --build-arg MODULE=gateway/server (or users-subgraph, matches-subgraph). All stages before the last are the
# same for each of them, so they are compiled and trained once.
#
# The build starts the whole platform, without Docker, to train the class caches (docs/adr/0067-images-are-trained-while-they-are-built.md).
# --build-arg TRAINING=off leaves that out: such an image starts slower.
ARG TEMURIN=25.0.3_9
ARG TRAINING=on

FROM eclipse-temurin:${TEMURIN}-jdk-noble AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -q -DskipTests -Dquick -Dspotless.check.skip -pl gateway/server,users-subgraph,matches-subgraph -am package

FROM build AS layers
RUN for module in gateway/server users-subgraph matches-subgraph; do \
      java -Djarmode=tools -jar "$(ls ${module}/target/*.jar | grep -v -e original -e sources)" extract --layers --destination /layers/${module} \
        && mv /layers/${module}/application/*.jar /layers/${module}/application/application.jar || exit 1; \
    done

FROM build AS launcher
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -q -DskipTests -Dquick -Dspotless.check.skip -pl platform/launcher -am package \
    && install -d -o 10001 .transcend

FROM eclipse-temurin:${TEMURIN}-jre-noble AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home transcendence
WORKDIR /application
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
ENTRYPOINT ["java", "@java.options", "-jar", "application.jar"]

# the training has the JVM of the image, and its user, because PostgreSQL refuses to run as root
FROM runtime AS training-on
RUN install -d -o 10001 /images
USER 10001
RUN --mount=type=bind,from=launcher,source=/source,target=/source,rw \
    --mount=type=bind,from=layers,source=/layers,target=/layers \
    /source/platform/containers/train /layers /images

FROM runtime AS training-off
RUN install -d /images/gateway/server /images/users-subgraph /images/matches-subgraph

FROM training-${TRAINING} AS images

FROM runtime
ARG MODULE
COPY --from=layers /layers/${MODULE}/dependencies/ /layers/${MODULE}/snapshot-dependencies/ ./
COPY --from=layers /layers/${MODULE}/application/ ./
COPY platform/containers/java.options ./
COPY --from=images /images/${MODULE}/ ./
USER 10001
RUN --mount=type=bind,source=platform/containers/fit,target=/fit --mount=type=tmpfs,target=/tmp /fit .
