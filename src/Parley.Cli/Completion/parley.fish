# Completion of parley for fish, as written by "parley completion fish".
function __parley_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    for line in (command parley complete -- $words "$current" 2>/dev/null)
        if test "$line" = "<journals>"
            __fish_complete_suffix .parley | string match -r '^.*(?:/|\.parley)(?:\t.*)?$'
        else
            echo $line
        end
    end
end
complete -c parley -f -a "(__parley_complete)"
