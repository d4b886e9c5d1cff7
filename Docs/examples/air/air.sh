#!/bin/sh
# The quality of the air for Parvis: a worker in the POSIX shell, without any other program.
# air.txt holds a line a day, the day and the index, which a task of the night appends.
# Parvis writes its JSON without spaces, and a quote within a text has a backslash before it: so '"id":' is always the key.

while IFS= read -r line; do
    id=${line#*'"id":'}
    id=${id%%[!0-9]*}
    case $line in
    *'"type":"hello"'*) printf '{"type":"hello","id":%s,"protocol":1}\n' "$id" ;;
    *'"type":"describe"'*)
        printf '{"type":"manifest","id":%s,"manifest":{"id":"air","version":"1.0","languages":["fr"],' "$id"
        printf '"permissions":[],"intents":[{"id":"air.today"}],"slots":[]}}\n'
        ;;
    *'"type":"request"'*)
        today=${line#*'"now":"'}
        today=${today%%T*}
        index=
        while read -r day word; do
            [ "$day" = "$today" ] && index=$word
        done <air.txt
        printf '{"type":"reply","id":%s,"reply":' "$id"
        if [ -n "$index" ]; then
            printf '{"status":"answered","parts":[{"statement":{"phrase":"today","values":{"index":{"text":"%s"}}}}],' "$index"
            printf '"evidence":[{"source":"air.txt","title":"l'"'"'indice du jour","publisher":"Air du Val",'
            printf '"date":"%s","valid_until":"%s"}]}}\n' "$today" "$today"
        else
            printf '{"status":"unknown","parts":[{"statement":{"phrase":"unknown"}}]}}\n'
        fi
        ;;
    *'"type":"shutdown"'*) exit 0 ;;
    esac
done
