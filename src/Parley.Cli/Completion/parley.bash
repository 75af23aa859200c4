# Completion of parley for bash, as written by "parley completion bash".
_parley() {
    local current=${COMP_WORDS[COMP_CWORD]} quotes=$'[\\\\"\']' line
    local -a words=("${COMP_WORDS[@]:1:COMP_CWORD-1}" "$current") files
    words=("${words[@]//$quotes/}")
    words=("${words[@]/#\~\//$HOME/}")
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == "<journals>" ]]; then
            compopt -o filenames 2>/dev/null
            current=${current//$quotes/}
            mapfile -t files < <(compgen -d -- "$current"; compgen -f -X "!*.parley" -- "$current")
            COMPREPLY+=("${files[@]}")
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <(command parley complete -- "${words[@]}" 2>/dev/null)
}
complete -F _parley parley
