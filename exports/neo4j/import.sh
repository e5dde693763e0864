#!/bin/sh
# Makes a new database of the CSV beside this file; the server must be stopped. Usage: sh import.sh [database]
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "${1:-neo4j}" --overwrite-destination --multiline-fields=true \
  --nodes=things.csv \
  --nodes=events.csv \
  --nodes=facts.csv \
  --nodes=articles.csv \
  --relationships=roles.csv \
  --relationships=relations.csv \
  --relationships=fact_ends.csv \
  --relationships=event_tellings.csv \
  --relationships=fact_tellings.csv \
  --relationships=mentions.csv \
  --relationships=reported_events.csv \
  --relationships=reported_facts.csv
