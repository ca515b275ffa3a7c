# shellcheck shell=bash
# What the scripts beside this file share; sourced, never run.

SCRIPT=bin/$(basename "${self:?}")
readonly SCRIPT ROOT JDK_NEEDED=25
SERVER_JAR=$ROOT/server/target/venta-server-boot.jar
# shellcheck disable=SC2034
readonly SERVER_JAR

say() {
    printf '%s: %s\n' "$SCRIPT" "$1" >&2
}

fail() {
    say "$1"
    exit 1
}

# For arguments that make no sense.
refuse() {
    say "$1"
    exit 2
}

# The comment that a script begins with is its help.
show_help() {
    sed -n -e '1d' -e '/^#/!q' -e 's/^# \{0,1\}//p' "$self"
}

# jdk_major HOME: the version of the JDK there; nothing if there is none.
jdk_major() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK that is new enough: the one named, else the one on the path, else of
# those installed the oldest that will do.
find_jdk() {
    local home major best='' best_major=999 on_path
    on_path=$(readlink -f "$(command -v javac)" 2>/dev/null) || on_path=''
    for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}"; do
        major=$(jdk_major "$home")
        if ((${major:-0} >= JDK_NEEDED)); then
            export JAVA_HOME=$home
            return
        fi
    done
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
        major=$(jdk_major "$home")
        if ((${major:-0} >= JDK_NEEDED && ${major:-0} < best_major)); then
            best=$home best_major=$major
        fi
    done
    [[ -n $best ]] || fail "no JDK $JDK_NEEDED or newer found: install one (Eclipse Temurin, https://adoptium.net) or set JAVA_HOME"
    export JAVA_HOME=$best
}

find_maven() {
    command -v mvn >/dev/null || fail "Maven is missing: install it ('apt-get install maven', 'brew install maven')"
}

# The option that keeps these JDKs from warning of other people's libraries, nobody's business here.
allow_unsafe() {
    (($(jdk_major "$JAVA_HOME") >= 27)) || echo --sun-misc-unsafe-memory-access=allow
}

# maven ARGUMENT...: runs it for this project, on the JDK found.
maven() {
    MAVEN_OPTS="$(allow_unsafe) ${MAVEN_OPTS:-}" mvn -B -f "$ROOT/pom.xml" "$@" </dev/null
}

# is_stale JAR MODULE...: whether the jar is older than what it is made of, deletions included.
is_stale() {
    local jar=$1 module parts=("$ROOT/pom.xml")
    shift
    [[ -e $jar ]] || return 0
    for module in "$@"; do
        parts+=("$ROOT/$module/pom.xml" "$ROOT/$module/src/main")
    done
    [[ -n $(find "${parts[@]}" -newer "$jar" -print -quit) ]]
}

# One build at a time in this folder: bin/run and bin/desktop may well be started together. What a
# build starts itself, to test it, sets VENTA_BUILDING: it has the lock, and all is fresh.
lock_build() {
    [[ -z ${VENTA_BUILDING:-} ]] || return 0
    local lock=$ROOT/target/build.lock owner
    mkdir -p "$ROOT/target"
    until mkdir "$lock" 2>/dev/null; do
        owner=$(cat "$lock/owner" 2>/dev/null) || owner=''
        if [[ -n $owner ]] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$lock"
            continue
        fi
        [[ ${waiting:-} ]] || say "waiting for another build to end"
        local waiting=yes
        sleep 1
    done
    echo $$ >"$lock/owner"
    # shellcheck disable=SC2064
    trap "rm -rf '$lock'" EXIT
}

unlock_build() {
    [[ -z ${VENTA_BUILDING:-} ]] || return 0
    rm -rf "$ROOT/target/build.lock"
    trap - EXIT
}

# build JAR MODULE...: makes the jar of the first module named anew if it is stale.
build() {
    local jar=$1 module=$2
    [[ -z ${VENTA_BUILDING:-} ]] || return 0
    is_stale "$@" || return 0
    find_maven
    lock_build
    if is_stale "$@"; then
        say "building (the first time takes minutes, since libraries are fetched)"
        maven -q -Dstyle.color=never -Dquick -pl "$module" -am package >&2 ||
            fail "the build failed; what is wrong stands above"
        touch "$jar"
    fi
    unlock_build
}

# build_with_tests MODULE: makes it anew, its tests' classes and target/test.classpath too.
build_with_tests() {
    find_jdk
    find_maven
    lock_build
    say "building"
    maven -q -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -pl "$1" -am package \
        dependency:build-classpath -Dmdep.outputFile=target/test.classpath >&2 ||
        fail "the build failed; what is wrong stands above"
    unlock_build
}

# with_tests MODULE: the class path of its tests.
with_tests() {
    local target=$ROOT/$1/target
    echo "$target/test-classes:$target/classes:$(<"$target/test.classpath")"
}

# measure CLASS ARGUMENT...: builds the server and runs one of its measurements.
measure() {
    measure_in server -Dventa.server.jar="$SERVER_JAR" "$@"
}

# measure_in MODULE ARGUMENT...: builds a module and runs java with what its tests have.
measure_in() {
    local module=$1
    shift
    build_with_tests "$module"
    exec "$JAVA_HOME/bin/java" -cp "$(with_tests "$module")" "$@"
}
