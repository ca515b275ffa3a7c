#!/bin/sh
# Gives the logins of definitions.json the passwords that stand in the environment.
# Waits for the node to be up; run it again at any time to change a password.
#
#   RABBITMQ_PASSWORD           login "gateway"   (required)
#   RABBITMQ_SERVICE_PASSWORD   login "service"   (without it nobody can use the login)
#   RABBITMQ_COMMANDS_PASSWORD  login "commands"  (likewise)
#
# Passwords reach rabbitmqctl by its standard input: a command line can be seen by others.
set -eu

fail() {
    printf 'set-passwords: %s\n' "$1" >&2
    exit 1
}

# set_password LOGIN PASSWORD: an empty password takes the login out of use.
set_password() {
    if [ -n "$2" ]; then
        printf '%s\n' "$2" | rabbitmqctl --quiet change_password "$1" >/dev/null ||
            fail "the password of \"$1\" could not be set"
    else
        rabbitmqctl --quiet clear_password "$1" >/dev/null ||
            fail "the login \"$1\" could not be closed"
    fi
}

# is_weak PASSWORD
is_weak() {
    case $1 in
    guest | gateway | service | commands | password | rabbitmq) return 0 ;;
    *) return 1 ;;
    esac
}

[ -n "${RABBITMQ_PASSWORD:-}" ] || fail "RABBITMQ_PASSWORD is not set"
for password in "$RABBITMQ_PASSWORD" "${RABBITMQ_SERVICE_PASSWORD:-}" "${RABBITMQ_COMMANDS_PASSWORD:-}"; do
    ! is_weak "$password" || fail "a password is one that everybody tries first"
done

# The node writes the cookie that rabbitmqctl needs; a rabbitmqctl that comes too early would write
# one of its own, which the node could not read.
until [ -s "${HOME:-/var/lib/rabbitmq}/.erlang.cookie" ]; do
    sleep 0.2
done

# await_startup waits for the node's applications, not for the node itself.
attempts=60
until errors=$(rabbitmqctl --quiet await_startup --timeout 60 2>&1); do
    attempts=$((attempts - 1))
    [ "$attempts" -gt 0 ] || fail "the node does not start: $errors"
    sleep 1
done

set_password gateway "$RABBITMQ_PASSWORD" &
gateway=$!
set_password service "${RABBITMQ_SERVICE_PASSWORD:-}" &
service=$!
set_password commands "${RABBITMQ_COMMANDS_PASSWORD:-}" &
commands=$!
wait "$gateway" && wait "$service" && wait "$commands"
