# syntax=docker/dockerfile:1
# The native binary in an image without a shell and without root: docker build -t policycheck .
# A check: docker run --rm -v "$PWD:/work:ro" policycheck check deployments
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props LICENSE README.md ./
COPY engine/ engine/
COPY rules/ rules/
COPY cli/ cli/
RUN dotnet publish cli -r linux-x64 -p:PublishAot=true -o /publish --nologo -v quiet

# No libraries but the C library's: the program formats for one culture and needs no ICU.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /publish/policycheck /usr/bin/policycheck
COPY --from=build /source/LICENSE /usr/share/doc/policycheck/
USER $APP_UID
WORKDIR /work
ENTRYPOINT ["/usr/bin/policycheck"]
