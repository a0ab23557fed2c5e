# syntax=docker/dockerfile:1
# Builds one of our applications: --build-arg MODULE=gateway/server (or users-subgraph, matches-subgraph). The first stage is the same
# for all of them, so they are compiled once.
ARG TEMURIN=25.0.3_9

FROM eclipse-temurin:${TEMURIN}-jdk-noble AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -q -DskipTests -Dquick -Dspotless.check.skip -pl gateway/server,users-subgraph,matches-subgraph -am package

FROM build AS layers
ARG MODULE
RUN java -Djarmode=tools -jar "$(ls ${MODULE}/target/*.jar | grep -v -e original -e sources)" extract --layers --destination /layers \
    && mv /layers/application/*.jar /layers/application/application.jar

FROM eclipse-temurin:${TEMURIN}-jre-noble
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home transcendence
WORKDIR /application
COPY --from=layers /layers/dependencies/ /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "application.jar"]
