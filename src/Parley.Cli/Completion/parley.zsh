#compdef parley
# Completion of parley for zsh, as written by "parley completion zsh".
_parley() {
    local line
    local -a lines found
    lines=("${(@f)$(command parley complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in $lines; do
        if [[ $line == "<journals>" ]]; then
            _files -g "*.parley"
        else
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        fi
    done
    (( $#found )) && _describe -t parley parley found
}
if [[ $funcstack[1] == _parley ]]; then
    _parley "$@"
else
    compdef _parley parley
fi
