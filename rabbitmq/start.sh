#!/bin/sh
# Entry point of the container: starts RabbitMQ and sets the passwords as soon as it is up. Each
# start reads definitions.json, which has no password, so they are set at each start.
set -eu

folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
server=$$

# Without passwords nobody could log in: end the container, so that its engine says so.
(sh "$folder/set-passwords.sh" || kill -TERM "$server") &

exec docker-entrypoint.sh rabbitmq-server "$@"
